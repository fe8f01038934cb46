import { parseDay } from './cells/day.ts';
import { readMoney, readRate } from './read-values.ts';
import type { RowContext } from './row-context.ts';

export interface Commission {
  commissionRateBp: number | null;
  commissionFen: number | null;
}

const notRunning = /未|无|结束|失效|过期|暂停|否|关闭|下线/;

/**
 * Files of the high-commission library state two rates: 通用 (always paid) and 活动 (paid while an activity runs). The
 * activity rate is taken only when the row proves that the activity runs today: both of its dates include today and its
 * state does not say otherwise. A rate that is too high would promise money that never comes, so in doubt 通用 stays;
 * the activity columns remain visible as raw data.
 */
function activityRuns(context: RowContext): boolean {
  if (context.value('activityCommissionRate') === '' || notRunning.test(context.text('activityState'))) return false;
  const start = parseDay(context.text('activityStart'));
  const end = parseDay(context.text('activityEnd'));
  if (start === null || start === 'none' || end === null || end === 'none') return false;
  return start.day <= context.plan.today && context.plan.today <= end.day;
}

/** Commission rate and amount of a row; see {@link activityRuns} for files that state two of each. */
export function readCommission(context: RowContext): Commission {
  if (context.plan.columnOf.activityCommissionRate >= 0 && activityRuns(context)) {
    const commissionRateBp = readRate(context, 'activityCommissionRate');
    if (commissionRateBp !== null) return { commissionRateBp, commissionFen: readMoney(context, 'activityCommission') };
  }
  return { commissionRateBp: readRate(context, 'commissionRate'), commissionFen: readMoney(context, 'commission') };
}
