import type { Migration } from '../migrate.ts';
import { catalog } from './0001-catalog.ts';
import { campaignsAndChecks } from './0002-campaigns-and-checks.ts';
import { packItemsOnTheirOwn } from './0003-pack-items.ts';
import { ownWordsAndHistory } from './0004-own-words.ts';
import { packCodes } from './0005-pack-codes.ts';
import { linkCounts } from './0006-link-counts.ts';
import { campaignWorkMigration } from './0007-campaign-work.ts';
import { summary } from './0008-summary.ts';
import { evidenceByLink } from './0009-evidence.ts';
import { overviewDays } from './0010-overview-days.ts';
import { issueLines } from './0011-issue-lines.ts';
import { linkPids } from './0012-link-pids.ts';
import { topRuns } from './0013-top-runs.ts';
import { watchedFolder } from './0014-watched-folder.ts';
import { topDays } from './0015-top-days.ts';
import { searchThrees } from './0016-search-threes.ts';

/** All migrations in order. A shipped one is never edited; a change of schema is a new file. */
export const migrations: readonly Migration[] = [
  catalog,
  campaignsAndChecks,
  packItemsOnTheirOwn,
  ownWordsAndHistory,
  packCodes,
  linkCounts,
  campaignWorkMigration,
  summary,
  evidenceByLink,
  overviewDays,
  issueLines,
  linkPids,
  topRuns,
  watchedFolder,
  topDays,
  searchThrees,
];
