import type { CampaignCheckStore } from '#app/ports/campaign-check-store';
import type { CampaignReader, CampaignRecord } from '#app/ports/campaign-store';
import type { Blocker, StateCounts } from '#contract/campaigns';
import { type ItemState, itemStates } from '#contract/item-states';
import type { SurfaceId } from '#contract/surfaces';
import type { Severity } from '#domain/compliance/finding';
import { textHash } from '#domain/shared/text-hash';
import type { CampaignPreparer } from './campaign-preparer.ts';
import type { ItemOutcome } from './shown-item.ts';

/** Where one item stands on one surface, as far as counts, filters and the inbox need it. */
export interface ItemCheck {
  itemId: number;
  state: ItemState;
  blockers: Blocker[];
  /** What the rules found in the copy, each category and wording once. */
  findings: { category: string; severity: Severity; text: string }[];
}

export interface SurfaceCheck {
  /** In posting order, without what is left out there. */
  items: ItemCheck[];
  counts: StateCounts;
  /** Items of the campaign that are not posted on this surface. */
  leftOut: number;
}

interface Dependencies {
  store: CampaignCheckStore;
  campaigns: CampaignReader;
  preparer: CampaignPreparer;
  /** The day verdicts are for; fills the verdict tables. */
  asOf(): string;
  /** Lets other work of the thread in. */
  breathe(): Promise<void>;
}

/** The rules of one moment; asking for them costs more than comparing a key, so that a list asks once. */
export interface Look {
  asOf: string;
  /** Of a surface: what findings depend on, and what verdicts depend on. */
  rules(surface: SurfaceId): { lintKey: string; verdicts: string };
}

interface Known {
  key: string;
  check: Promise<SurfaceCheck>;
}

/** Changes whenever a stored result could no longer be read or would be made differently by this program. */
const format = 'check-2';
const itemsPerBreath = 50;
/** Somebody who keeps changing what is being looked at gets the newest look there is. */
const mostTries = 3;
const mostFindings = 8;

/**
 * Where all items of campaigns stand. Worked out once and kept for as long as nothing it rests on changes (products,
 * links, evidence, decisions, template, rules, lists, the day), so that it is exact and yet free to ask again.
 */
export class CampaignChecks {
  readonly #deps: Dependencies;
  readonly #known = new Map<string, Known>();
  readonly #products = new Map<number, { revision: string; products: string }>();

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  /** The rules as they are now, for several questions in a row. */
  look(): Look {
    const { store, preparer, asOf: day } = this.#deps;
    const asOf = day();
    const known = new Map<SurfaceId, ReturnType<Look['rules']>>();
    const read = (surface: SurfaceId): ReturnType<Look['rules']> => {
      const rules = { lintKey: preparer.lintKey(surface, asOf), verdicts: store.verdicts(surface) };
      known.set(surface, rules);
      return rules;
    };
    return { asOf, rules: (surface) => known.get(surface) ?? read(surface) };
  }

  of(record: CampaignRecord, surface: SurfaceId, look: Look = this.look()): Promise<SurfaceCheck> {
    const { key } = this.#basis(record, surface, look);
    const place = `${record.id} ${surface}`;
    const known = this.#known.get(place);
    if (known?.key === key) return known.check;
    const check = this.#find(record, surface, key, known === undefined);
    this.#known.set(place, { key, check });
    check.catch(() => this.#known.delete(place));
    return check;
  }

  async #find(record: CampaignRecord, surface: SurfaceId, wanted: string, isFirst: boolean): Promise<SurfaceCheck> {
    const { store, preparer } = this.#deps;
    const stored = store.result(record.id, surface, wanted);
    if (stored !== null) return JSON.parse(stored) as SurfaceCheck;
    const lints = isFirst ? store.lints(record.id, surface) : null;
    if (lints) preparer.restoreLints(lints.lintKey, lints.lintsJson);
    for (let tries = 1; ; tries++) {
      const { key, asOf, lintKey } = this.#basis(record, surface, this.look());
      const { check, texts } = await this.#work(record, surface, asOf);
      const isCurrent = this.#basis(record, surface, this.look()).key === key;
      if (isCurrent) {
        const lintsJson = preparer.keepLints(lintKey, texts);
        store.keep(record.id, surface, { key, resultsJson: JSON.stringify(check), lintKey, lintsJson });
      }
      if (isCurrent || tries === mostTries) return check;
    }
  }

  async #work(
    record: CampaignRecord,
    surface: SurfaceId,
    asOf: string,
  ): Promise<{ check: SurfaceCheck; texts: string[] }> {
    const { campaigns, preparer, breathe } = this.#deps;
    const items: ItemCheck[] = [];
    const texts: string[] = [];
    const records = campaigns.items(record.id, { surface, which: 'in' }, 0, Math.max(1, record.items));
    for (let from = 0; from < records.length; from += itemsPerBreath) {
      const chunk = records.slice(from, from + itemsPerBreath);
      for (const outcome of preparer.prepare(chunk, record, surface, asOf)) {
        items.push(checkOf(outcome));
        texts.push(outcome.shown.text);
      }
      await breathe();
    }
    const leftOut = campaigns.countItems(record.id, { surface, which: 'left-out' });
    return { check: { items, counts: countStates(items), leftOut }, texts };
  }

  /** Everything a result rests on, as one key. */
  #basis(
    record: CampaignRecord,
    surface: SurfaceId,
    { asOf, rules }: Look,
  ): { key: string; asOf: string; lintKey: string } {
    const { store, preparer } = this.#deps;
    const { lintKey, verdicts } = rules(surface);
    const parts = [
      format,
      asOf,
      record.scheduledOn,
      lintKey,
      verdicts,
      preparer.settingsKey(record, surface),
      store.campaignRevision(record.id),
      this.#productsOf(record.id),
    ];
    return { key: textHash(JSON.stringify(parts)).toString(36), asOf, lintKey };
  }

  #productsOf(campaignId: number): string {
    const { store } = this.#deps;
    const revision = `${store.catalogRevision()} ${store.campaignRevision(campaignId)}`;
    const known = this.#products.get(campaignId);
    if (known?.revision === revision) return known.products;
    const products = store.products(campaignId);
    this.#products.set(campaignId, { revision, products });
    return products;
  }
}

function checkOf({ shown }: ItemOutcome): ItemCheck {
  const findings: ItemCheck['findings'] = [];
  for (const { category, severity, text } of shown.findings) {
    const isKnown = findings.some((known) => known.category === category && known.text === text);
    if (!isKnown && findings.length < mostFindings) findings.push({ category, severity, text });
  }
  return { itemId: shown.itemId, state: shown.state, blockers: shown.blockers, findings };
}

function countStates(items: readonly ItemCheck[]): StateCounts {
  const counts = Object.fromEntries(itemStates.map((state) => [state, 0])) as StateCounts;
  for (const { state } of items) counts[state] += 1;
  return counts;
}
