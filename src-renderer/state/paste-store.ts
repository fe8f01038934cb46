import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppError } from '#contract/errors';
import type { PasteChoice, PasteKept, PasteReading } from '#contract/paste';
import type { SurfaceId } from '#contract/surfaces';
import type { Transport } from '#rpc/transport';
import { asAppError } from './as-app-error.ts';

/** What is decided about one product of the text. */
export interface PasteDecision extends Omit<PasteChoice, 'product' | 'title'> {
  keep: boolean;
  /** Name of the draft as typed. */
  title: string;
}

export interface PasteState {
  text: string;
  reading: PasteReading | null;
  /** The user says that the links of the text are their own. */
  own: boolean;
  /** One for each product of the reading. */
  decisions: readonly PasteDecision[];
  busy: boolean;
  error: AppError | null;
  /** What became of the text before. */
  last: PasteKept | null;
  /** Takes a text apart; the newest text wins. */
  read(text: string, surface: SurfaceId): Promise<void>;
  /** Says whose links they are; what is decided stays. */
  claim(own: boolean): Promise<void>;
  decide(product: number, part: Partial<PasteDecision>): void;
  /** Back to the text, to change it. */
  edit(): void;
  /** @param last what was kept of the text */
  clear(last?: PasteKept): void;
}

export type PasteStore = StoreApi<PasteState>;

const nothing = { text: '', reading: null, own: false, decisions: [], busy: false, error: null };

/** What is kept unless the user says otherwise. */
function suggested({ products, links }: PasteReading): PasteDecision[] {
  return products.map((product) => ({
    keep: product.suggested,
    links: product.links.filter((index) => links[index]?.suggested === true),
    into: product.match?.productId ?? null,
    title: product.title ?? '',
    words: false,
  }));
}

/** The decisions as the engine takes them. */
export function pasteChoices(decisions: readonly PasteDecision[]): PasteChoice[] {
  return decisions.flatMap(({ keep, title, ...decision }, product) =>
    keep ? [{ product, ...decision, title: title.trim() === '' ? null : title.trim() }] : [],
  );
}

/** A pasted text on its way into the catalog; it stays while the user looks at other pages. */
export function createPasteStore(transport: Transport): PasteStore {
  return createStore<PasteState>((set, get) => ({
    ...nothing,
    last: null,
    async read(text, surface) {
      set({ text, own: false, busy: true, error: null });
      const answer = await transport.call('paste.read', { text, surface, own: false }).then(
        (reading) => ({ reading, decisions: suggested(reading), error: null }),
        (error: unknown) => ({ reading: null, decisions: [], error: asAppError(error) }),
      );
      if (get().text === text) set({ ...answer, busy: false });
    },
    async claim(own) {
      const { text, reading } = get();
      if (reading === null) return;
      set({ own });
      const answer = await transport.call('paste.read', { text, surface: reading.surface, own }).then(
        (again) => ({ reading: again }),
        (error: unknown) => ({ own: !own, error: asAppError(error) }),
      );
      if (get().text === text && get().own === own) set(answer);
    },
    decide: (product, part) =>
      set(({ decisions }) => ({
        decisions: decisions.map((each, index) => (index === product ? { ...each, ...part } : each)),
      })),
    edit: () => set({ reading: null, decisions: [] }),
    clear: (last) => set({ ...nothing, last: last ?? null }),
  }));
}
