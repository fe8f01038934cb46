import type { CheckResult, CheckRun, CheckScope, ProbedText, ProbeRecord } from '#contract/checks';
import { limits } from '#contract/limits';
import { fillMessage } from '#contract/messages/format-message';
import { skipMessage } from '#contract/messages/check-messages';
import { describeBasis, outcomeNames } from '#contract/messages/openability-messages';
import { describeProbe, describeProbeSignal } from '#contract/messages/probe-messages';
import { defaultSettings } from '#contract/default-settings';
import { outcomes } from '#contract/surfaces';
import { basisJson } from '../basis-json.ts';
import type { Command, CommandContext } from '../command.ts';
import { inputTexts } from '../input-texts.ts';
import { asSurface, integerOption, proxyOption, textOption } from '../options.ts';
import { waitForJob } from '../run-job.ts';
import { UsageError } from '../usage-error.ts';

/** Links one run of `check` takes when it is not told which. */
const dueAtOnce = 2_000;

function scopeOf({ options }: CommandContext): CheckScope {
  const asked = ['campaign', 'link', 'all'].filter((name) => options[name] !== undefined);
  if (asked.length > 1) throw new UsageError(`--${asked.join(' 和 --')} 只能用一个`);
  const surface = textOption(options, 'surface');
  if (options['campaign'] !== undefined) {
    return {
      type: 'campaign',
      id: integerOption(options, 'campaign', 0),
      surface: surface === undefined ? null : asSurface(surface),
    };
  }
  if (options['link'] !== undefined) return { type: 'links', linkIds: [integerOption(options, 'link', 0)] };
  return options['all'] === true ? { type: 'all' } : { type: 'due', limit: dueAtOnce };
}

/** A run about nothing that exists would end well. @throws AppError `NOT_FOUND` */
async function requireThere(engine: CommandContext['engine'], scope: CheckScope): Promise<void> {
  if (scope.type === 'campaign') await engine.call('campaigns.get', { id: scope.id });
  if (scope.type === 'links') for (const linkId of scope.linkIds) await engine.call('links.verdicts', { linkId });
}

async function runCheck(context: CommandContext): Promise<CheckRun> {
  const { engine, options, say } = context;
  const earlier = integerOption(options, 'run', 0);
  if (earlier > 0) {
    const resumed = await engine.call('checks.resume', { runId: earlier });
    if (resumed.state !== 'done')
      await waitForJob(engine, await engine.call('jobs.get', { jobId: resumed.jobId }), say);
    return engine.call('checks.get', { runId: earlier });
  }
  const surface = textOption(options, 'surface');
  const scope = scopeOf(context);
  await requireThere(engine, scope);
  const { run, job } = await engine.call('checks.start', {
    scope,
    surface: surface === undefined ? null : asSurface(surface),
    proxy: proxyOption(options),
  });
  await waitForJob(engine, job, say);
  return engine.call('checks.get', { runId: run.id });
}

async function allResults({ engine }: CommandContext, runId: number): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (;;) {
    const { items, total } = await engine.call('checks.results', {
      runId,
      offset: results.length,
      limit: limits.pageRows,
    });
    results.push(...items);
    if (items.length === 0 || results.length >= (total ?? 0)) return results;
  }
}

/** One link's result with what it rests on. Skipped is an outcome of its own: never dead, never fine. */
async function toJson({ engine }: CommandContext, run: CheckRun, result: CheckResult): Promise<object> {
  const { linkId, kind, value, state, skipReason } = result;
  const shown = {
    linkId,
    value,
    kind,
    surface: run.surface,
    state,
    outcome: state === 'skipped' ? 'skipped' : result.outcome,
  };
  if (linkId === null) return { ...shown, reason: skipReason, basis: [], hops: [] };
  const { verdicts } = await engine.call('links.verdicts', { linkId });
  const { newest } = await engine.call('checks.evidence', { linkId });
  const basis = verdicts.find(({ surface }) => surface === run.surface)?.basis ?? [];
  return { ...shown, reason: skipReason, basis: basis.map(basisJson), hops: newest.flatMap(hopsOf) };
}

const hopsOf = ({ probe, hops }: Pick<ProbeRecord, 'probe' | 'hops'>): object[] =>
  hops.map((hop) => ({ probe, ...hop }));

function resultLine({ state, outcome, skipReason, was, value }: CheckResult): string {
  if (state === 'skipped') {
    return `未检测  ${value}\n    ${fillMessage(skipMessage(skipReason ?? 'cancelled'), {}, 'zh-CN')}`;
  }
  const turned = outcome !== null && outcome !== was ? `（之前：${outcomeNames[was].zh}）` : '';
  return `${outcome === null ? '等待中' : outcomeNames[outcome].zh}${turned}  ${value}`;
}

export const check: Command = {
  summary: '联网检测链接：微信文章跳转、逐跳访问、短链解析',
  usage:
    'check [--campaign ID | --link ID | --all] [--surface 场景] [--proxy 地址] [--run ID]（不写范围：检测该复查的链接；--run 继续一次中断的检测）',
  optionsOnly: true,
  options: {
    campaign: { type: 'string' },
    link: { type: 'string' },
    all: { type: 'boolean' },
    surface: { type: 'string' },
    proxy: { type: 'string' },
    run: { type: 'string' },
  },
  needs: 'catalog',
  async run(context) {
    const run = await runCheck(context);
    const results = await allResults(context, run.id);
    const json: object[] = [];
    // What a result rests on is only printed as JSON, and is two questions for each.
    if (context.options['json'] === true) for (const result of results) json.push(await toJson(context, run, result));
    const { id, checked, skipped, byOutcome } = run;
    const counts = outcomes
      .filter((outcome) => byOutcome[outcome] > 0)
      .map((outcome) => `${outcomeNames[outcome].zh} ${byOutcome[outcome]}`);
    return {
      json: { run: id, checked, skipped, byOutcome, results: json },
      text: [
        results.length === 0
          ? `检测 ${id}：没有要检测的链接`
          : `检测 ${id}：已检测 ${checked}，未检测 ${skipped}${counts.length > 0 ? `；${counts.join('，')}` : ''}`,
        ...results.map(resultLine),
      ].join('\n'),
    };
  },
};

function probedJson(
  { input, kind, url, answers, skipReason, verdicts, findings }: ProbedText,
  surface: string,
): object {
  const verdict = verdicts.find((each) => each.surface === surface);
  return {
    input,
    kind,
    url,
    surface,
    outcome: skipReason === null ? (verdict?.outcome ?? 'unknown') : 'skipped',
    reason: skipReason,
    basis: (verdict?.basis ?? []).map(basisJson),
    hops: answers.flatMap(hopsOf),
    probes: answers.map((answer) => ({ ...answer, message: describeProbe(answer.reason, answer.params, 'zh-CN') })),
    findings,
  };
}

function probedText({ input, kind, answers, skipReason, verdicts }: ProbedText, surface: string): string {
  if (kind === null) return `${input}\n  没有认出链接或口令，没有可探测的网址`;
  const verdict = verdicts.find((each) => each.surface === surface);
  return [
    input,
    ...answers.flatMap(({ probe: id, reason, params, hops, signals }) => [
      `  [${id}] ${describeProbe(reason, params, 'zh-CN')}`,
      ...hops.map(({ via, status, url, ms }) => `      ${via}  ${status ?? '—'}  ${url}  ${ms} ms`),
      ...signals.map(
        (signal) =>
          `      ! ${describeProbeSignal(signal, 'zh-CN')}${signal.clause === null ? '' : `（规范 ${signal.clause}）`}`,
      ),
    ]),
    ...(skipReason === null ? [] : ['  未检测']),
    ...(verdict && skipReason === null
      ? [
          `  ${outcomeNames[verdict.outcome].zh}`,
          ...verdict.basis.map((basis) => `    ${describeBasis(basis, 'zh-CN')}`),
        ]
      : []),
  ].join('\n');
}

export const probe: Command = {
  summary: '联网探测几个网址，不需要目录',
  usage: 'probe 网址… [--surface 场景] [--proxy 地址]',
  options: { surface: { type: 'string' }, proxy: { type: 'string' } },
  needs: 'nothing',
  async run({ engine, options, positionals, readStdin }) {
    const texts = await inputTexts(positionals, readStdin, this.usage);
    const surface = asSurface(textOption(options, 'surface') ?? defaultSettings.surface);
    const probed: ProbedText[] = [];
    for (const text of texts) {
      probed.push(...(await engine.call('checks.probe', { texts: [text], proxy: proxyOption(options) })));
    }
    return {
      json: probed.map((one) => probedJson(one, surface)),
      text: probed.map((one) => probedText(one, surface)).join('\n'),
    };
  },
};
