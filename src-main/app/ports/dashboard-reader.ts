import type { Dashboard } from '#contract/dashboard';
import type { Outcome } from '#contract/surfaces';

/** Links that are alike in what the overview counts by. */
export interface LinkGroup {
  kind: string;
  earns: 'yes' | 'no' | 'unknown';
  owner: 'own' | 'other' | 'unknown';
  links: number;
  /** Of those, how many are dead on the day asked for. */
  dead: number;
}

/** Counts over the whole catalog, each by one query. */
export interface DashboardReader {
  products(): number;
  linkGroups(asOf: string): LinkGroup[];
  /** Links by surface and outcome on a day; takes what `linkGroups` counted for the same day. */
  outcomes(asOf: string, groups: readonly LinkGroup[]): { surface: string; outcome: Outcome; links: number }[];
  findings(): Omit<Dashboard['findings'], 'unscanned'>;
  ending(today: string): Dashboard['ending'];
  /** What ended on days of a window, both inclusive. */
  ended(window: { from: string; to: string }): { links: number; coupons: number };
  calendar(today: string): Dashboard['calendar'];
  /** What the products pay, and what those without a usable link would; takes what `linkGroups` counted for the same day. */
  commission(surface: string, asOf: string, groups: readonly LinkGroup[]): Dashboard['commission'];
  lastImport(): Dashboard['lastImport'];
}

/** The numbers of one day that the next one is held against. */
export type DayNumbers = NonNullable<Dashboard['since']>['before'];

/** The numbers of the overview as they last were on each day it was looked at. */
export interface OverviewDays {
  /** The last day before one. */
  lastBefore(day: string): { day: string; numbers: DayNumbers } | null;
  put(day: string, numbers: DayNumbers): void;
}

/** Keeps what was counted, so that an unchanged catalog is not counted again, not even after a start. */
export interface SummaryStore {
  /** Moves with every change of products, links, checks and findings. */
  revision(): number;
  /** What was kept under exactly this key; null when something else was. */
  get(key: string): unknown;
  put(key: string, value: unknown): void;
}
