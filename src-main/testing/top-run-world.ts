import { createLinkDeriver } from '#app/catalog/derive-links';
import type { JobContext } from '#app/jobs/job-specs';
import type { TopCaller } from '#app/ports/top-caller';
import type { NewTopTask } from '#app/ports/top-store';
import { runTop, type TopRunDependencies } from '#app/top/run-top';
import { actionWorks } from '#app/top/top-actions';
import { AppError, type ErrorData } from '#contract/errors';
import type { StoredTopRun, TopAction } from '#contract/top-runs';
import { shanghaiDay } from '#domain/shared/shanghai-day';
import { readTopAnswer, type TopCall, type TopResult } from '#domain/top/top-call';
import { ImportRepository } from '#infra/sqlite/repositories/import-repository';
import { TopRunRepository } from '#infra/sqlite/repositories/top-run-repository';
import { TopSubjectRepository } from '#infra/sqlite/repositories/top-subject-repository';
import { calmContext, type CampaignWorld, openCampaignWorld } from './campaign-world.ts';

export const topPid = 'mm_12345_678_90123';

type Params = Readonly<Record<string, string>>;
/** The content of an answer, or an `error_response`. May throw, as a cancelled call does. */
export type PlayedPlatform = (params: Params, method: string) => object | Promise<object>;

/** A business error of a method, by its number. */
export const businessError = (number: string): object => ({ error_response: { code: 15, sub_code: number } });

/** A catalog, and the platform played by a function instead of over the network. */
export interface TopRunWorld extends CampaignWorld {
  store: TopRunRepository;
  /** Parameters of every call made so far. */
  calls: Params[];
  answerWith(platform: PlayedPlatform): void;
  begin(action: TopAction): Promise<number>;
  /** @returns `done`, or the reason or code it ended with */
  work(runId: number, instead?: Partial<TopRunDependencies>, context?: Partial<JobContext>): Promise<string>;
  run(runId: number): StoredTopRun;
  coupon(key: string): { left: number | null; endsOn: string | null; activityId: string | null; dataDate: string };
  /** First day on which a link counts as dead, by its address. */
  deadFrom(value: string): string | null;
}

export function openTopRunWorld(startsAt: string): TopRunWorld {
  const catalog = openCampaignWorld(startsAt);
  const store = new TopRunRepository(catalog.db);
  const subjects = new TopSubjectRepository(catalog.db, catalog.core.catalog);
  const today = (): string => shanghaiDay(catalog.now());
  const played = playCaller();
  const derive = createLinkDeriver({ ownPids: [topPid], ownRelationIds: [], ownFiles: false });
  return {
    ...catalog,
    ...played,
    store,
    begin: (action) => store.create(action, plannedTasks(action, subjects, today()), catalog.now().toISOString()),
    work: (runId, instead = {}, context = {}) => {
      const imports = new ImportRepository(catalog.db, catalog.now);
      const account = { adzoneId: '90123', relationId: null };
      const { caller } = played;
      const { now } = catalog;
      const deps = { store, subjects, caller, imports, derive, now, toErrorData, batchName: 'run', ...account };
      return outcome(runTop({ ...deps, ...instead }, { runId }, { ...calmContext, ...context }));
    },
    run: (runId) => store.run(runId),
    coupon: (key) =>
      catalog.db
        .prepare(
          `SELECT coupon_left AS left, coupon_ends_on AS endsOn, coupon_activity_id AS activityId, data_date AS dataDate
           FROM product WHERE item_key = ?`,
        )
        .get(key) as ReturnType<TopRunWorld['coupon']>,
    deadFrom: (value) =>
      catalog.db.prepare('SELECT dead_from FROM share_link WHERE value = ?').pluck().get(value) as string | null,
  };
}

const toErrorData = (error: unknown): ErrorData => ({ code: 'INTERNAL', message: String(error) });

function playCaller(): Pick<TopRunWorld, 'calls' | 'answerWith'> & { caller: TopCaller } {
  const calls: Params[] = [];
  let platform: PlayedPlatform = () => businessError('10000');

  async function call<Answer>(asked: TopCall<Answer>): Promise<TopResult<Answer>> {
    calls.push(asked.params);
    const content = await platform(asked.params, asked.method);
    const name = `${asked.method.replace('taobao.', '').replaceAll('.', '_')}_response`;
    return readTopAnswer(asked, JSON.stringify('error_response' in content ? content : { [name]: content }));
  }

  return {
    caller: { call },
    calls,
    answerWith: (next) => {
      platform = next;
    },
  };
}

/** Every product of the catalog as a run begins with it. */
export function plannedTasks(action: TopAction, subjects: TopSubjectRepository, today: string): NewTopTask[] {
  const ids = subjects.selected({ filter: {} }, today);
  const known = subjects.subjects(ids);
  return ids.map((productId) => {
    const subject = known.get(productId);
    const reason = subject ? actionWorks[action].skip(subject, today) : 'product-gone';
    return { productId, skipped: reason && { reason, params: {}, code: null, subCode: null } };
  });
}

async function outcome(run: Promise<unknown>): Promise<string> {
  try {
    await run;
    return 'done';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return String(error.params?.['reason'] ?? error.code);
  }
}
