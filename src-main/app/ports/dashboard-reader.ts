import type { Dashboard } from '#contract/dashboard';

/** Counts over the whole catalog, each by one query. */
export interface DashboardReader {
  totals(): { products: number; links: number };
  /** Links by kind and whether they are dead on a day. */
  linksByKind(asOf: string): { kind: string; dead: boolean; links: number }[];
  /** Links whose own evidence says something else than policy, by what policy goes by. */
  overrides(asOf: string): { surface: string; kind: string; outcome: string; links: number }[];
  earning(): Dashboard['earning'];
  findings(): Omit<Dashboard['findings'], 'unscanned'>;
  ending(today: string): Dashboard['ending'];
  calendar(today: string): Dashboard['calendar'];
  commission(surface: string, asOf: string): Dashboard['commission'];
  lastImport(): Dashboard['lastImport'];
}
