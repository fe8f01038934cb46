import type { CatalogReader, LinkReader } from '#app/ports/catalog-reader';
import type { PackItemRecord, PackStore } from '#app/ports/pack-store';
import { AppError } from '#contract/errors';
import type { Page } from '#contract/common';
import type { LinkRow } from '#contract/links';
import type { PackItem, PackState, PackSummary } from '#contract/packs';
import type { Outcome, SurfaceId } from '#contract/surfaces';
import { priceNow } from '#domain/catalog/price-now';
import { type ItemNow, itemChanges } from '#domain/copy-pack/item-changes';
import { postableLink } from '#domain/copy-pack/postable-link';
import { readPostedMarks } from '#domain/copy-pack/posted-marks';

interface Dependencies {
  packs: PackStore;
  catalog: CatalogReader;
  links: LinkReader;
  /** The day verdicts are for. */
  asOf(): string;
  /** Whether a file or folder lies there. */
  exists(path: string): Promise<boolean>;
}

const mostItems = 5_000;

/** Use cases of packs that were written: what changed since, what was posted. */
export class PackDesk {
  readonly #deps: Dependencies;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  /** Items with what has changed since the export, in posting order. @throws AppError `NOT_FOUND` */
  items(id: number, offset: number, limit: number): Page<PackItem> {
    const { surface, exported } = this.#deps.packs.summary(id);
    return { total: exported, items: this.#judged(this.#deps.packs.items(id, offset, limit), surface) };
  }

  /** Whether each pack is still where it was written, and how many of its items changed. */
  async states(ids: readonly number[]): Promise<PackState[]> {
    const states: PackState[] = [];
    for (const id of ids) {
      const pack = this.#summaryOrNull(id);
      if (pack) states.push(await this.#state(pack));
    }
    return states;
  }

  /**
   * Takes over marks from a pack's own page.
   * @throws AppError `VALIDATION` (marks-not-found), `NOT_FOUND` (marks-of-unknown-pack)
   */
  async takeMarks(text: string): Promise<{ id: number; marked: number; already: number }> {
    const marks = readPostedMarks(text);
    if (!marks) throw new AppError('VALIDATION', 'no marks in the text', { params: { reason: 'marks-not-found' } });
    const id = this.#deps.packs.find({ key: marks.key });
    if (id === null) {
      throw new AppError('NOT_FOUND', 'marks of another pack', { params: { reason: 'marks-of-unknown-pack' } });
    }
    const known = new Set(this.#deps.packs.items(id, 0, mostItems).map(({ number }) => number));
    const numbers = marks.numbers.filter((number) => known.has(number));
    const marked = await this.#deps.packs.mark(id, numbers, true, 'page');
    return { id, marked, already: numbers.length - marked };
  }

  async #state(pack: PackSummary): Promise<PackState> {
    const items = this.#judged(this.#deps.packs.items(pack.id, 0, mostItems), pack.surface);
    const has = (item: PackItem, severity: 'stop' | 'note'): boolean =>
      item.changes.some((change) => change.severity === severity);
    return {
      id: pack.id,
      file: (await this.#deps.exists(pack.path)) ? 'there' : 'gone',
      stop: items.filter((item) => has(item, 'stop')).length,
      note: items.filter((item) => has(item, 'note') && !has(item, 'stop')).length,
    };
  }

  #summaryOrNull(id: number): PackSummary | null {
    try {
      return this.#deps.packs.summary(id);
    } catch (error) {
      if (error instanceof AppError && error.code === 'NOT_FOUND') return null;
      throw error;
    }
  }

  #judged(records: readonly PackItemRecord[], surface: SurfaceId): PackItem[] {
    const today = this.#deps.asOf();
    const rowIds = records.map(({ productRowId }) => productRowId).filter((id) => id !== null);
    const products = this.#deps.catalog.byRowIds(rowIds, today);
    const onSurface = this.#deps.links.ofProducts(rowIds, surface, today);
    const scanned = this.#deps.links.ofProducts(rowIds, 'scan_qr', today);
    return records.map((record) => {
      const rowId = record.productRowId ?? 0;
      const product = products.get(rowId);
      const now: ItemNow = {
        product: product
          ? {
              priceFen: product.priceFen,
              finalPriceFen: priceNow(product),
              couponState: product.coupon?.state ?? 'none',
            }
          : null,
        outcome: outcomeOf(record.link?.value, onSurface.get(rowId)),
        qrOutcome: outcomeOf(record.qrUrl, scanned.get(rowId)),
        today,
      };
      return shown(record, now, surface);
    });
  }
}

const outcomeOf = (value: string | null | undefined, links: readonly LinkRow[] | undefined): Outcome | null =>
  links?.find((link) => link.value === value)?.outcome ?? null;

function shown(record: PackItemRecord, now: ItemNow, surface: SurfaceId): PackItem {
  const { number, productId, title, text, link, outcome, override, pictures, postedAt, postedFrom } = record;
  return {
    number,
    productId,
    title,
    text,
    link: postableLink(link, surface),
    outcomeAtExport: outcome,
    outcomeNow: now.outcome,
    override,
    pictures: pictures.map(({ role }) => role),
    postedAt,
    postedFrom,
    changes: itemChanges({ ...record, hasQrCode: record.qrUrl !== null }, now),
  };
}
