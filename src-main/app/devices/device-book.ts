import type { LinkReader } from '#app/ports/catalog-reader';
import type { DeviceStore, LinkGroupReader } from '#app/ports/device-store';
import type { DeviceEffect, DeviceOutputs, DeviceRecordRow } from '#contract/devices';
import type { Page } from '#contract/common';
import type { LinkRow } from '#contract/links';
import type { SurfaceId } from '#contract/surfaces';
import { deviceEvidenceFor, type DeviceRecord, planTour } from '#domain/checking/device-records';
import { isLinkKind, type LinkKind } from '#domain/links/link-kinds';
import type { Judge } from '#domain/openability/judge';
import { AppError } from '#contract/errors';

interface Dependencies {
  store: DeviceStore;
  groups: LinkGroupReader;
  links: LinkReader;
  /** Judge of the day verdicts are for; verdict tables are prepared. */
  judge(): Judge;
  now(): Date;
}

export interface NewDeviceRecord {
  linkId: number;
  surface: SurfaceId;
  outcome: DeviceRecord['outcome'];
  reach: DeviceRecord['reach'];
  device: string;
  wechatVersion: string;
  note: string;
}

/** What people saw on phones, and what it means for the rest of the catalog. */
export class DeviceBook {
  readonly #deps: Dependencies;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  page(offset: number, limit: number): Page<DeviceRecordRow> {
    const records = this.#deps.store.all();
    return { total: records.length, items: records.slice(offset, offset + limit).map((record) => this.#row(record)) };
  }

  /** @throws AppError `NOT_FOUND`, `VALIDATION` for a link of a kind this version does not know */
  async add(input: NewDeviceRecord): Promise<DeviceEffect> {
    const { linkId, ...seen } = input;
    const link = this.#link(linkId, input.surface);
    const record = await this.#deps.store.add({
      ...seen,
      linkHash: link.hash,
      kind: link.kind,
      host: link.host,
      value: link.value,
      recordedAt: this.#deps.now().toISOString(),
    });
    return this.#effect(record);
  }

  async setReach(id: number, reach: DeviceRecord['reach']): Promise<DeviceEffect> {
    return this.#effect(await this.#deps.store.setReach(id, reach));
  }

  remove(id: number): Promise<void> {
    return this.#deps.store.remove(id);
  }

  tour(surfaces: readonly SurfaceId[]): DeviceOutputs['devices.tour'] {
    const judge = this.#deps.judge();
    const groups = this.#deps.groups.groups(judge.asOf);
    const { tries, links, fresh } = planTour(groups, surfaces, this.#deps.store.all(), judge);
    const covered = fresh + tries.reduce((sum, one) => sum + one.links, 0);
    return { surfaces: [...surfaces], tries, links, covered, fresh };
  }

  #link(linkId: number, surface: SurfaceId): LinkRow & { kind: LinkKind } {
    const link = this.#deps.links.byId(linkId, surface, this.#deps.judge().asOf);
    const { kind } = link;
    if (!isLinkKind(kind))
      throw new AppError('VALIDATION', `unknown kind ${kind}`, { params: { detail: '不认识这种链接' } });
    return { ...link, kind };
  }

  #effect(record: DeviceRecord): DeviceEffect {
    const { groups } = this.#deps;
    const judge = this.#deps.judge();
    const row = this.#row(record);
    const { kind, host, linkHash } = record;
    return {
      record: row,
      contradicts:
        row.policy !== 'unknown' && row.outcome !== 'unknown' && row.outcome !== 'dead' && row.policy !== row.outcome,
      links: {
        link: groups.countLinks({ linkHash }, judge.asOf),
        host: groups.countLinks({ kind, host }, judge.asOf),
        kind: groups.countLinks({ kind }, judge.asOf),
      },
    };
  }

  #row(record: DeviceRecord): DeviceRecordRow {
    const judge = this.#deps.judge();
    const { kind, host, surface, linkHash } = record;
    const link = { kind, host, linkHash };
    const alone = { lifecycle: [], probes: [], devices: deviceEvidenceFor(link, [record]) };
    const [first] = judge.judge(link, surface, alone).basis;
    return {
      ...record,
      linkId: this.#deps.groups.linkIdOf(linkHash),
      fresh: first?.type === 'device' && first.setAside === null,
      policy: judge.judge(link, surface).outcome,
    };
  }
}
