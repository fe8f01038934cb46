import type { LinkGroupReader } from '#app/ports/device-store';
import type { LinkGroup } from '#domain/checking/device-records';
import { isLinkKind, type LinkKind } from '#domain/links/link-kinds';
import type { Connection } from '../open-database.ts';
import { linkIsDead } from '../verdict-sql.ts';

interface GroupRow extends Omit<LinkGroup, 'kind'> {
  kind: string;
}

/** {@link LinkGroupReader} over one connection. */
export class LinkGroupRepository implements LinkGroupReader {
  readonly #db: Connection;

  constructor(db: Connection) {
    this.#db = db;
  }

  groups(asOf: string): LinkGroup[] {
    return this.#db
      .prepare<unknown[], GroupRow>(
        `SELECT l.kind, l.host, count(*) AS links, max(l.id) AS linkId, l.value FROM share_link l
         WHERE NOT ${linkIsDead} GROUP BY 1, 2`,
      )
      .all({ asOf })
      .flatMap(({ kind, ...group }) => (isLinkKind(kind) ? [{ kind, ...group }] : []));
  }

  countLinks(of: { linkHash?: number; kind?: LinkKind; host?: string | null }, asOf: string): number {
    const conditions = [
      `NOT ${linkIsDead}`,
      ...(of.linkHash === undefined ? [] : ['l.link_hash = @linkHash']),
      ...(of.kind === undefined ? [] : ['l.kind = @kind']),
      ...(of.host === undefined ? [] : ['l.host IS @host']),
    ];
    return Number(
      this.#db
        .prepare(`SELECT count(*) FROM share_link l WHERE ${conditions.join(' AND ')}`)
        .pluck()
        .get({ ...of, asOf }),
    );
  }

  linkIdOf(linkHash: number): number | null {
    const id = this.#db
      .prepare<[number], number>('SELECT max(id) FROM share_link WHERE link_hash = ?')
      .pluck()
      .get(linkHash);
    return id ?? null;
  }
}
