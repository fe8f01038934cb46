import { defaultSettings } from '#contract/default-settings';
import { linkKindNames } from '#contract/messages/link-messages';
import type { Command } from '../command.ts';
import { inputTexts } from '../input-texts.ts';

export const classify: Command = {
  summary: '识别文本中的链接和口令',
  usage: 'classify 文本… | classify -（从标准输入逐行读取）',
  options: {},
  needs: 'rules',
  async run({ engine, positionals, readStdin }) {
    const texts = await inputTexts(positionals, readStdin, this.usage);
    const results = [];
    for (const input of texts) {
      const parts = await engine.call('links.classify', { text: input, surface: defaultSettings.surface, asOf: null });
      results.push({
        input,
        parts: parts.map(({ kind, value, start, end, itemId, pid, earns, validDays, certainty }) => ({
          kind,
          value,
          start,
          end,
          itemId,
          pid,
          earns,
          validDays,
          certainty,
        })),
      });
    }
    const lines = results.flatMap(({ input, parts }) => [
      input,
      ...(parts.length === 0 ? ['  （没有链接或口令）'] : []),
      ...parts.map(({ kind, value, itemId, earns }) => {
        const item = itemId === null ? '' : `  商品 ${itemId}`;
        return `  ${linkKindNames[kind as keyof typeof linkKindNames].zh}（${kind}）  佣金 ${earns}${item}  ${value}`;
      }),
    ]);
    return { json: results, text: lines.join('\n') };
  },
};
