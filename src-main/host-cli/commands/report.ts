import { outcomeNames } from '#contract/messages/openability-messages';
import { surfaceNames } from '#contract/messages/surface-names';
import { outcomes } from '#contract/surfaces';
import type { Command } from '../command.ts';
import { waitForJob } from '../run-job.ts';

export const report: Command = {
  summary: '总览数字：链接能否打开、收益、到期、问题',
  usage: 'report',
  optionsOnly: true,
  options: {},
  needs: 'catalog',
  async run({ engine, say }) {
    await waitForJob(engine, await engine.call('compliance.scan', {}), say);
    const dashboard = await engine.call('dashboard.get', {});
    const lines = dashboard.openability.map(({ surface, counts }) => {
      const parts = outcomes
        .filter((outcome) => counts[outcome] > 0)
        .map((outcome) => `${outcomeNames[outcome].zh} ${counts[outcome]}`);
      return `  ${surfaceNames[surface].zh}：${parts.join('，') || '—'}`;
    });
    const { commission, ending } = dashboard;
    const yuan = (fen: number): string => (fen / 100).toFixed(2);
    return {
      json: dashboard,
      text: [
        `${dashboard.products} 件商品，${dashboard.links} 条链接（按 ${dashboard.asOf} 的规则，${dashboard.policyPack}）`,
        ...lines,
        `7 天内到期：链接 ${ending.linksIn7}，券 ${ending.couponsIn7}；已失效链接 ${ending.linksDead}`,
        `单件佣金合计 ¥${yuan(commission.totalFen)}，其中 ¥${yuan(commission.atStakeFen)}（${commission.atStakeProducts} 件）没有可用的推广链接`,
      ].join('\n'),
    };
  },
};
