import type { DeviceRecord, LinkGroup } from '#domain/checking/device-records';
import type { LinkKind } from '#domain/links/link-kinds';

/** What people saw on phones. */
export interface DeviceStore {
  /** Newest first. */
  all(): DeviceRecord[];
  add(record: Omit<DeviceRecord, 'id'>): Promise<DeviceRecord>;
  /** @throws AppError `NOT_FOUND` */
  setReach(id: number, reach: DeviceRecord['reach']): Promise<DeviceRecord>;
  remove(id: number): Promise<void>;
}

/** The catalog's links by what records go by. Dead links do not count. */
export interface LinkGroupReader {
  groups(asOf: string): LinkGroup[];
  countLinks(of: { linkHash?: number; kind?: LinkKind; host?: string | null }, asOf: string): number;
  linkIdOf(linkHash: number): number | null;
}
