import { AppError } from '#contract/errors';
import type { JobSnapshot } from '#contract/jobs';
import type { Transport } from '#rpc/transport';
import type { CommandContext } from './command.ts';

const phaseNames: Readonly<Record<string, string>> = {
  starting: '准备',
  hashing: '检查文件',
  reading: '读取',
  merging: '合并到目录',
  undoing: '撤销',
  'preparing-pack': '准备文案',
  'making-pack': '生成图片与文案',
  'checking-pack': '核对文件',
  'finishing-pack': '写入文件',
  planning: '整理要检测的链接',
  checking: '检测链接',
  comparing: '比较判断',
  scanning: '检查文案',
};

function describe(job: JobSnapshot): string {
  const total = job.total === null ? '' : `/${job.total}`;
  return `${phaseNames[job.phase] ?? job.phase} ${job.done}${total}`;
}

function hasEnded(job: JobSnapshot): boolean {
  return job.finishedAt !== null;
}

/** Waits for a job, saying on stderr how far it is, about once a second. @throws AppError when it failed or was cancelled */
export async function waitForJob(
  engine: Transport,
  started: JobSnapshot,
  say: CommandContext['say'],
): Promise<JobSnapshot> {
  let lastSaidAt = Date.now();
  const ended = await new Promise<JobSnapshot>((resolve, reject) => {
    engine.onFatal(reject);
    engine.listen('job.changed', (job) => {
      if (job.id !== started.id) return;
      if (hasEnded(job)) return resolve(job);
      if (Date.now() - lastSaidAt < 1000) return undefined;
      lastSaidAt = Date.now();
      return say(describe(job));
    });
    // It may have ended before we listened.
    engine.call('jobs.get', { jobId: started.id }).then((job) => {
      if (hasEnded(job)) resolve(job);
    }, reject);
  });
  if (ended.state === 'done') return ended;
  throw ended.error ? AppError.fromData(ended.error) : new AppError('INTERNAL', `job ${ended.state}`);
}
