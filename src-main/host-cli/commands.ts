import type { Command } from './command.ts';
import { campaignCreate, campaignList, campaignShow } from './commands/campaign.ts';
import { check, probe } from './commands/check.ts';
import { classify } from './commands/classify.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { links } from './commands/links.ts';
import { lint } from './commands/lint.ts';
import { paste } from './commands/paste.ts';
import {
  policyDiff,
  policyImpact,
  policyList,
  policyLoad,
  policyRemove,
  policyShow,
  policyUse,
} from './commands/policy.ts';
import { products } from './commands/products.ts';
import { report } from './commands/report.ts';
import { run } from './commands/run.ts';
import { topOrders, topSearch } from './commands/top-read.ts';
import { topSign, topTest } from './commands/top.ts';
import { verdict } from './commands/verdict.ts';
import { wordingLoad, wordingPacks, wordingRemove } from './commands/wording.ts';
import { wordsAdd, wordsAllow, wordsExport, wordsImport, wordsList, wordsRemove } from './commands/words.ts';

/** Every command by its name; two-word names first belong to one subject. */
export const commands: Readonly<Record<string, Command>> = {
  run,
  import: importCommand,
  products,
  links,
  paste,
  classify,
  verdict,
  lint,
  check,
  probe,
  'policy show': policyShow,
  'policy list': policyList,
  'policy diff': policyDiff,
  'policy load': policyLoad,
  'policy use': policyUse,
  'policy remove': policyRemove,
  'policy impact': policyImpact,
  'words list': wordsList,
  'words add': wordsAdd,
  'words allow': wordsAllow,
  'words remove': wordsRemove,
  'words import': wordsImport,
  'words export': wordsExport,
  'wording packs': wordingPacks,
  'wording load': wordingLoad,
  'wording remove': wordingRemove,
  'campaign create': campaignCreate,
  'campaign list': campaignList,
  'campaign show': campaignShow,
  export: exportCommand,
  report,
  'top sign': topSign,
  'top test': topTest,
  'top search': topSearch,
  'top orders': topOrders,
};

function listed(names: readonly string[], line: (command: Command) => string): string[] {
  const width = Math.max(...names.map((name) => name.length));
  return names.flatMap((name) => {
    const command = commands[name];
    return command ? [`  ${name.padEnd(width)}  ${line(command)}`] : [];
  });
}

/** The commands of one subject (`policy`, `words` …) with how each is used; null when there is no such subject. */
export function subjectHelp(subject: string): string | null {
  const names = Object.keys(commands).filter((name) => name.startsWith(`${subject} `));
  return names.length === 0
    ? null
    : listed(names, ({ summary, usage }) => `${summary}\n      用法：${usage}`).join('\n');
}

export function overview(): string {
  return [
    '淘客台命令行：与桌面程序同一个核心。',
    '用法：npm run --silent cli -- <命令> [参数] [--data-dir 目录] [--json]',
    '',
    ...listed(Object.keys(commands), ({ summary }) => summary),
    '',
    '--json 时标准输出只有一个 JSON 文档，进度写到标准错误；退出码 0 成功，1 执行失败，2 用法错误。',
  ].join('\n');
}
