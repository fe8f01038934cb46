import type { PolicyPackStore, StoredPolicyPack } from '#app/ports/policy-pack-store';
import { AppError } from '#contract/errors';
import type { PackReport, PolicyPackInfo } from '#contract/policy';
import { diffPacks, type PackChange } from '#domain/openability/diff-packs';
import type { OpenabilityPack } from '#domain/openability/pack-shape';
import { type PackReading, parsePack, readPack } from '#domain/openability/read-pack';
import { checkedPack, type OpenabilityRules, refusalOf } from '../rules/openability-rules.ts';

/** The policy packs of one data folder: the built-in one and those the user loaded, one of them in use. */
export class PolicyShelf {
  readonly #rules: OpenabilityRules;
  readonly #store: PolicyPackStore;

  constructor(rules: OpenabilityRules, store: PolicyPackStore) {
    this.#rules = rules;
    this.#store = store;
    this.sync();
  }

  /** Puts in force what the folder says; the built-in pack when the chosen one cannot be read any more. */
  sync(): void {
    const chosen = this.#store.list().find(({ active }) => active);
    if (chosen?.id === this.#rules.pack.id) return;
    const reading = chosen && readPack(chosen.value);
    this.#rules.use(reading?.ok ? reading.pack : this.#rules.builtIn);
  }

  list(): PolicyPackInfo[] {
    const stored = this.#store.list();
    const builtIn = infoOf(this.#rules.builtIn, { origin: 'built-in', loadedAt: null });
    const loaded = stored.map((pack) => this.#infoOfStored(pack));
    const inUse = this.#rules.pack.id;
    return [builtIn, ...loaded].map((info) => ({ ...info, active: info.id === inUse }));
  }

  /** What a pack file holds and what it would change. Nothing is stored. */
  check(json: string): PackReport {
    const reading = parsePack(json);
    if (!reading.ok) return reading;
    const { pack, warnings } = reading;
    const info = infoOf(pack, { origin: 'file', loadedAt: null });
    return {
      ok: true,
      pack: info,
      warnings,
      standing: this.#standing(pack),
      changes: diffPacks(this.#rules.pack, pack),
    };
  }

  /**
   * Stores a pack beside the others; loading the same one twice changes nothing.
   * @throws AppError `PACK_INVALID`, `CONFLICT` when another pack has its id
   */
  async load(json: string): Promise<PolicyPackInfo> {
    const pack = packOf(parsePack(json));
    const standing = this.#standing(pack);
    if (standing === 'id-taken') {
      const detail = `另一个规则包已经用了编号“${pack.id}”，请把文件里的 id 改成新的（例如加上日期）`;
      throw new AppError('CONFLICT', `pack id ${pack.id} is taken`, { params: { detail } });
    }
    if (standing === 'new') await this.#store.add(pack.id, pack);
    return this.#info(pack.id);
  }

  /** @throws AppError `NOT_FOUND`, `PACK_INVALID` */
  async use(id: string): Promise<PolicyPackInfo[]> {
    this.byId(id);
    await this.#store.activate(id === this.#rules.builtIn.id ? null : id);
    this.sync();
    return this.list();
  }

  /** @throws AppError `NOT_FOUND`, `CONFLICT` for the pack in use */
  async remove(id: string): Promise<PolicyPackInfo[]> {
    if (id === this.#rules.pack.id) {
      const detail = '正在使用的规则包不能删除，请先换用另一个';
      throw new AppError('CONFLICT', `pack ${id} is in use`, { params: { detail } });
    }
    if (!(await this.#store.remove(id))) throw noPack(id);
    return this.list();
  }

  diff(
    before: OpenabilityPack,
    after: OpenabilityPack,
  ): { before: PolicyPackInfo; after: PolicyPackInfo; changes: PackChange[] } {
    const info = (pack: OpenabilityPack): PolicyPackInfo =>
      this.list().find(({ id }) => id === pack.id) ?? infoOf(pack, { origin: 'file', loadedAt: null });
    return { before: info(before), after: info(after), changes: diffPacks(before, after) };
  }

  /** @throws AppError `NOT_FOUND`, `PACK_INVALID` */
  byId(id: string): OpenabilityPack {
    if (id === this.#rules.pack.id) return this.#rules.pack;
    if (id === this.#rules.builtIn.id) return this.#rules.builtIn;
    const stored = this.#store.list().find((pack) => pack.id === id);
    if (!stored) throw noPack(id);
    return checkedPack(stored.value);
  }

  /** @throws AppError `PACK_INVALID` */
  parse(json: string): OpenabilityPack {
    return packOf(parsePack(json));
  }

  #standing(pack: OpenabilityPack): 'new' | 'loaded' | 'id-taken' {
    const same = [this.#rules.builtIn, ...this.#store.list().map(({ value }) => value as OpenabilityPack)].find(
      ({ id }) => id === pack.id,
    );
    if (!same) return 'new';
    return JSON.stringify(same) === JSON.stringify(pack) ? 'loaded' : 'id-taken';
  }

  #info(id: string): PolicyPackInfo {
    const info = this.list().find((pack) => pack.id === id);
    if (!info) throw noPack(id);
    return info;
  }

  #infoOfStored({ id, value, loadedAt }: StoredPolicyPack): PolicyPackInfo {
    const reading = readPack(value);
    if (reading.ok) return infoOf(reading.pack, { origin: 'file', loadedAt });
    const nothing = { zh: '', en: '' };
    const title = { zh: id, en: id };
    return {
      id,
      title,
      description: nothing,
      asOf: '',
      rows: 0,
      origin: 'file',
      active: false,
      usable: false,
      loadedAt,
    };
  }
}

function packOf(reading: PackReading): OpenabilityPack {
  if (reading.ok) return reading.pack;
  throw refusalOf(reading.problems);
}

const noPack = (id: string): AppError =>
  new AppError('NOT_FOUND', `no pack ${id}`, { params: { detail: `规则包“${id}”` } });

function infoOf(pack: OpenabilityPack, said: Pick<PolicyPackInfo, 'origin' | 'loadedAt'>): PolicyPackInfo {
  const { id, title, description, asOf, rows } = pack;
  return { id, title, description, asOf, rows: rows.length, active: false, usable: true, ...said };
}
