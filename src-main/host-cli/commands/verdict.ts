import { describeBasis, describeCaveat, outcomeNames } from '#contract/messages/openability-messages';
import type { ClassifiedPart } from '#contract/links';
import { basisJson } from '../basis-json.ts';
import type { Command } from '../command.ts';
import { inputTexts } from '../input-texts.ts';
import { dayOption, surfaceOption } from '../options.ts';

/** A text without any link is judged too: nobody can tap it, and nothing is claimed about it. */
function toResult(input: string, surface: string, asOf: string | null, part: ClassifiedPart | undefined): object {
  if (!part) return { input, kind: null, value: null, surface, asOf, outcome: 'unknown', basis: [], caveats: [] };
  return {
    input,
    kind: part.kind,
    value: part.value,
    surface,
    asOf: part.verdict.asOf,
    outcome: part.verdict.outcome,
    basis: part.verdict.basis.map(basisJson),
    caveats: part.verdict.caveats.map(({ code, params }) => ({ code, params })),
  };
}

export const verdict: Command = {
  summary: '判断链接在某个微信场景能否打开',
  usage: 'verdict 文本… --surface 场景 [--as-of YYYY-MM-DD]',
  options: { surface: { type: 'string' }, 'as-of': { type: 'string' } },
  needs: 'rules',
  async run({ engine, options, positionals, readStdin }) {
    const surface = surfaceOption(options);
    const asOf = dayOption(options, 'as-of');
    const json: object[] = [];
    const lines: string[] = [];
    for (const input of await inputTexts(positionals, readStdin, this.usage)) {
      const parts = await engine.call('links.classify', { text: input, surface, asOf });
      for (const part of parts.length === 0 ? [undefined] : parts) {
        json.push(toResult(input, surface, asOf, part));
        lines.push(part ? `${outcomeNames[part.verdict.outcome].zh}  ${part.value}` : `（没有链接）  ${input}`);
        if (!part) continue;
        const { basis, caveats } = part.verdict;
        lines.push(...basis.map((each) => `    ${describeBasis(each, 'zh-CN')}`));
        lines.push(...caveats.map((each) => `    ${describeCaveat(each, 'zh-CN')}`));
      }
    }
    return { json, text: lines.join('\n') };
  },
};
