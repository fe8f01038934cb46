import { readFileSync } from 'node:fs';
import { probeTexts } from '#app/checks/probe-texts';
import type { ProbedText } from '#contract/checks';
import { describeProbe, describeProbeSignal } from '#contract/messages/probe-messages';
import { outcomeNames } from '#contract/messages/openability-messages';
import { compileJudge } from '#domain/openability/judge';
import { parsePack } from '#domain/openability/read-pack';
import { openProbes } from './open-probes.ts';
import { situations } from './situations.ts';
import { startSimulator } from './start-simulator.ts';

/** Places that differ in what the sources say of them, the article jump among them. */
export const shownSurfaces = ['chat_1v1', 'group', 'moments', 'oa_article_readmore'] as const;

export interface JudgedSituation {
  group: string;
  probed: ProbedText;
}

const packFile = new URL('../../resources/rulepacks/openability/wechat-openability@2026-11-23.json', import.meta.url);

/** Probes every situation as a check does and judges what came back, with time limits made for a simulated world. */
export async function judgeSituations(): Promise<JudgedSituation[]> {
  const reading = parsePack(readFileSync(packFile, 'utf8'));
  if (!reading.ok) throw new Error('the built-in pack cannot be read');
  const world = await startSimulator();
  const { client, probes, pack } = await openProbes(world, {
    limits: { connectMs: 4_000, firstByteMs: 4_000, totalMs: 5_000 },
  });
  const judge = compileJudge(reading.pack, '2026-11-23');
  try {
    const deps = { probes, pack, judge, records: [], lintLanding: () => [] };
    const groups = Object.entries(situations).map(async ([group, texts]) => {
      const found = await probeTexts(deps, texts, new AbortController().signal);
      return found.map((probed) => ({ group, probed }));
    });
    return (await Promise.all(groups)).flat();
  } finally {
    await client.close();
    await world.close();
  }
}

/** What a probed text does in one place, in words. */
export function verdictText({ skipReason, verdicts }: ProbedText, surface: string): string {
  if (skipReason !== null) return '未检测';
  const verdict = verdicts.find((each) => each.surface === surface);
  return verdict ? outcomeNames[verdict.outcome].zh : '不是链接';
}

function seen({ answers }: ProbedText): string {
  return answers
    .flatMap(({ probe, reason, params, signals }) => [
      `${probe}：${describeProbe(reason, params, 'zh-CN')}`,
      ...signals.map((signal) => describeProbeSignal(signal, 'zh-CN')),
    ])
    .join(' ');
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const heading = `# Situations and verdicts

Every situation of the simulated world, what the app says of the link in four places, and what the probes saw. Made by
\`npm run --silent situations > docs/situations.md\`; e2e/simulator/verdict-table.test.ts holds the verdicts to it.`;

/** The table as Markdown: every situation, the verdict in four places, and what was seen. */
async function print(): Promise<void> {
  const judged = await judgeSituations();
  console.log(heading);
  for (const [group, rows] of Map.groupBy(judged, (row) => row.group)) {
    console.log(
      `\n### ${group}\n\n| 链接 | 私聊 | 微信群 | 朋友圈 | 阅读原文 | 看到了什么 |\n| --- | --- | --- | --- | --- | --- |`,
    );
    for (const { probed } of rows) {
      const verdicts = shownSurfaces.map((surface) => verdictText(probed, surface));
      console.log(`| ${[probed.input, ...verdicts, seen(probed) || '没有网址可探测'].map(cell).join(' | ')} |`);
    }
  }
}

if (import.meta.main) await print();
