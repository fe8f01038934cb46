import { nothing } from './common.ts';
import type { CampaignSummary } from './campaigns.ts';
import type { Outcome, SurfaceId } from './surfaces.ts';

/** Everything the overview shows. Each number comes with the filter that leads to exactly its rows. */
export interface Dashboard {
  /** Day the verdicts are for, YYYY-MM-DD. */
  asOf: string;
  /** Today in Asia/Shanghai, which campaigns and ends are counted from. */
  today: string;
  policyPack: string;
  products: number;
  links: number;
  openability: { surface: SurfaceId; counts: Record<Outcome, number> }[];
  earning: Record<'own' | 'other' | 'unknown' | 'none', number>;
  findings: {
    /** Products whose wording the rules in force have not seen yet; the other numbers do not speak of them. */
    unscanned: number;
    block: number;
    warn: number;
    byCategory: { category: string; severity: 'block' | 'warn'; products: number }[];
  };
  /** Links and coupons that end within 7 and 30 days, and those that ended already. */
  ending: {
    /** The days that `…In7` covers, both inclusive. */
    within7: { from: string; to: string };
    linksIn7: number;
    linksIn30: number;
    linksDead: number;
    couponsIn7: number;
    couponsEnded: number;
  };
  /** Links ending on each of the next 30 days. */
  calendar: { day: string; links: number; coupons: number }[];
  commission: {
    /** Sum over products of one sale's commission, 分. */
    totalFen: number;
    /** Of that: products with no earning link that can be used on the chosen surface. */
    atStakeFen: number;
    atStakeProducts: number;
  };
  campaigns: CampaignSummary[];
  lastImport: { batchId: number; fileName: string; at: string; created: number; updated: number } | null;
  /** What is different from the last day the overview was looked at; null when there is no such day. */
  since: {
    day: string;
    /** Then: all products and links, products with banned wording, links by surface with which nobody gets through. */
    before: { products: number; links: number; banned: number; closed: Partial<Record<SurfaceId, number>> };
    /** The days between then and today, both inclusive, and what ended on them. */
    window: { from: string; to: string };
    endedLinks: number;
    endedCoupons: number;
  } | null;
  /** The latest changes of the rules about kinds of links the catalog holds, newest first. */
  ruleChanges: { on: string; surface: SurfaceId; kind: string; from: Outcome; to: Outcome; links: number }[];
}

export const dashboardInputs = { 'dashboard.get': nothing };

export interface DashboardOutputs {
  'dashboard.get': Dashboard;
}
