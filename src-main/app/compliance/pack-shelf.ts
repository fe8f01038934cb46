import type { ComplianceStore } from '#app/ports/compliance-store';
import type { CompliancePackRow, PackLoadResult } from '#contract/compliance-packs';
import { AppError } from '#contract/errors';
import { checkUserPacks } from '#domain/compliance/packs/check-user-packs';
import type { CompliancePack } from '#domain/compliance/packs/pack-types';
import { readBundleText } from '#domain/compliance/packs/read-bundle';
import { checkPackSet, readPack } from '#domain/compliance/packs/read-pack';
import type { ComplianceBook } from './compliance-book.ts';

type UserPack = Extract<CompliancePack, { kind: 'words' | 'grammar' | 'rules' }>;

const isUserKind = (pack: CompliancePack): pack is UserPack =>
  pack.kind === 'words' || pack.kind === 'grammar' || pack.kind === 'rules';

function entriesOf(pack: UserPack): number {
  if (pack.kind === 'words') return pack.classes.length;
  return pack.kind === 'grammar' ? pack.detectors.length : pack.rules.length;
}

function rowOf(pack: UserPack, said: Pick<CompliancePackRow, 'origin' | 'loadedAt' | 'issues'>): CompliancePackRow {
  const days = pack.kind === 'rules' ? pack.rules.map(({ from }) => from).sort() : [];
  return {
    id: pack.id,
    kind: pack.kind,
    title: pack.kind === 'rules' ? pack.title : null,
    entries: entriesOf(pack),
    from: days[0] ?? null,
    ...said,
  };
}

/** Compliance packs: those of the program and those the user loaded. */
export class PackShelf {
  readonly #book: ComplianceBook;
  readonly #store: ComplianceStore;

  constructor(book: ComplianceBook, store: ComplianceStore) {
    this.#book = book;
    this.#store = store;
  }

  list(): CompliancePackRow[] {
    const builtIn = this.#book.builtIn
      .filter(isUserKind)
      .map((pack) => rowOf(pack, { origin: 'built-in', loadedAt: null, issues: [] }));
    const loaded = this.#store.packs().map(({ id, value, loadedAt }): CompliancePackRow => {
      const issues = this.#book.unused.find((unused) => unused.id === id)?.issues ?? [];
      const reading = readPack(value);
      if (reading.ok && isUserKind(reading.pack)) return rowOf(reading.pack, { origin: 'user', loadedAt, issues });
      return { id, kind: 'rules', title: null, entries: 0, from: null, origin: 'user', loadedAt, issues };
    });
    return [...builtIn, ...loaded];
  }

  /**
   * Reads the text of a pack file and checks it beside everything else in use; packs of the same id are replaced. A
   * refused file changes nothing.
   */
  async load(file: string, source: string, dryRun: boolean): Promise<PackLoadResult> {
    const reading = readBundleText(source);
    const refused = (issues: PackLoadResult['issues']): PackLoadResult => ({
      file,
      packs: [],
      replaces: [],
      issues,
      loaded: false,
    });
    if (!reading.ok) return refused(reading.issues);
    const { packs } = reading;
    const ids = new Set(packs.map(({ id }) => id));
    const others = this.#inUse().filter(({ id }) => !ids.has(id));
    const issues = checkUserPacks(packs, [...this.#book.builtIn, ...others]);
    if (issues.length > 0) return refused(issues);
    if (!dryRun) await this.#store.savePacks(packs.map((value) => ({ id: value.id, value })));
    const known = new Set(this.#store.packs().map(({ id }) => id));
    return {
      file,
      packs: packs.filter(isUserKind).map((pack) => rowOf(pack, { origin: 'user', loadedAt: null, issues: [] })),
      replaces: dryRun ? [...ids].filter((id) => known.has(id)) : [],
      issues: [],
      loaded: !dryRun,
    };
  }

  /** @throws AppError `NOT_FOUND`, `CONFLICT` when other packs build on it */
  async remove(id: string): Promise<void> {
    const rest = this.#inUse().filter((pack) => pack.id !== id);
    const [issue] = checkPackSet([...this.#book.builtIn, ...rest]);
    if (issue !== undefined) {
      throw new AppError('CONFLICT', `pack ${id} is in use`, {
        params: { detail: `还有规则包要用到它：“${issue.where || issue.detail}”，请先移除` },
      });
    }
    if (!(await this.#store.removePack(id)))
      throw new AppError('NOT_FOUND', `no pack ${id}`, { params: { detail: `规则包“${id}”` } });
  }

  /** The user's packs that are in use. */
  #inUse(): CompliancePack[] {
    const unused = new Set(this.#book.unused.map(({ id }) => id));
    return this.#store.packs().flatMap(({ id, value }) => {
      const reading = readPack(value);
      return reading.ok && !unused.has(id) ? [reading.pack] : [];
    });
  }
}
