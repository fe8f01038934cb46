import { describeTopReason } from '#contract/messages/top-messages';
import { capabilityNames } from '#contract/messages/top-names';
import { signMethods, type TopTestStep } from '#contract/top';
import type { Command, CommandContext, OptionSpecs, OptionValues } from '../command.ts';
import { proxyOption, requiredOption, textOption } from '../options.ts';
import { UsageError } from '../usage-error.ts';

/** `--param k=v`, each name once. */
function paramsOption(options: OptionValues): Record<string, string> {
  const given = options['param'];
  const params = new Map<string, string>();
  for (const entry of Array.isArray(given) ? given.map(String) : []) {
    const at = entry.indexOf('=');
    if (at < 1) throw new UsageError(`--param 应写成 名称=值，而不是“${entry}”`);
    const name = entry.slice(0, at);
    if (params.has(name)) throw new UsageError(`--param ${name} 给了两次`);
    params.set(name, entry.slice(at + 1));
  }
  return Object.fromEntries(params);
}

/** A secret on the command line stays in the shell's history; a variable or stdin does not. */
async function secretOption({ options, readStdin }: CommandContext): Promise<string> {
  const variable = textOption(options, 'secret-env');
  const direct = textOption(options, 'secret');
  if ((variable === undefined) === (direct === undefined)) {
    throw new UsageError('用 --secret 或 --secret-env 给出 App Secret（二者选一；--secret - 从标准输入读取）');
  }
  const secret = variable !== undefined ? process.env[variable] : direct === '-' ? (await readStdin()).trim() : direct;
  if (!secret) throw new UsageError(variable === undefined ? 'App Secret 是空的' : `环境变量 ${variable} 没有设置`);
  return secret;
}

function signMethodOption(options: OptionValues): (typeof signMethods)[number] {
  const given = textOption(options, 'sign-method') ?? 'md5';
  const method = signMethods.find((each) => each === (given === 'hmac-md5' ? 'hmac' : given));
  if (!method) throw new UsageError(`--sign-method 应为 md5、hmac 或 hmac-sha256，而不是“${given}”`);
  return method;
}

export const topSign: Command = {
  summary: '淘宝开放平台：算出待签名串和签名（不联网）',
  usage:
    'top sign --method 接口 --app-key KEY (--secret 密钥 | --secret - | --secret-env 变量名) [--param 名称=值]… [--sign-method md5|hmac|hmac-sha256] [--timestamp "yyyy-MM-dd HH:mm:ss"]',
  options: {
    method: { type: 'string' },
    'app-key': { type: 'string' },
    secret: { type: 'string' },
    'secret-env': { type: 'string' },
    'sign-method': { type: 'string' },
    timestamp: { type: 'string' },
    param: { type: 'string', multiple: true },
  },
  needs: 'nothing',
  async run(context) {
    const { engine, options, positionals } = context;
    if (positionals.length > 0) throw new UsageError(`用法：${this.usage}`);
    const params = paramsOption(options);
    const signed = await engine.call('top.sign', {
      method: requiredOption(options, 'method'),
      appKey: params['app_key'] ?? requiredOption(options, 'app-key'),
      secret: await secretOption(context),
      signMethod: signMethodOption(options),
      timestamp: textOption(options, 'timestamp') ?? null,
      params,
    });
    const lines = [`待签名串（${signed.signMethod}，密钥未写入）：`, signed.stringToSign, `签名：${signed.sign}`];
    return { json: signed, text: lines.join('\n') };
  },
};

export const keyUsage =
  '[--passphrase-env 变量名] 或 --app-key KEY (--secret - | --secret-env 变量名) --pid mm_…_…_… [--proxy 地址|none]';
const keyOptions = ['app-key', 'secret', 'secret-env', 'pid'] as const;

/** Keys given on the command line; null = the stored ones. */
async function keysOption(context: CommandContext) {
  const { options } = context;
  if (keyOptions.every((name) => options[name] === undefined)) return null;
  return {
    appKey: requiredOption(options, 'app-key'),
    secret: await secretOption(context),
    pid: requiredOption(options, 'pid'),
    relationId: textOption(options, 'relation-id') ?? null,
    signMethod: signMethodOption(options),
  };
}

/** Opens stored keys that a passphrase protects. */
async function unlock({ engine, options }: CommandContext): Promise<void> {
  const variable = textOption(options, 'passphrase-env');
  if (variable === undefined) return;
  const passphrase = process.env[variable];
  if (!passphrase) throw new UsageError(`环境变量 ${variable} 没有设置`);
  await engine.call('top.unlock', { passphrase });
}

/** Options of the commands that call the platform. */
export const callOptions = {
  'app-key': { type: 'string' },
  secret: { type: 'string' },
  'secret-env': { type: 'string' },
  pid: { type: 'string' },
  'relation-id': { type: 'string' },
  'sign-method': { type: 'string' },
  'passphrase-env': { type: 'string' },
  proxy: { type: 'string' },
} as const satisfies OptionSpecs;

/** With which keys a command calls, and through which proxy. */
export async function callWith(context: CommandContext) {
  const keys = await keysOption(context);
  if (keys === null) await unlock(context);
  return { keys, proxy: proxyOption(context.options) };
}

const stateNames = { works: '可用', refused: '被拒绝', 'not-tested': '未测试' } as const;

function stepLines({ capability, state, refusal }: TopTestStep): string[] {
  const line = `${stateNames[state].padEnd(4, '　')}${capabilityNames[capability].zh}`;
  return refusal ? [line, `    ${describeTopReason(refusal.reason, refusal.params, 'zh-CN')}`] : [line];
}

export const topTest: Command = {
  summary: '淘宝开放平台：用保存的（或给出的）密钥试每个接口，说明哪些可用',
  usage:
    'top test [--passphrase-env 变量名] [--proxy 地址|none]，或 top test --app-key KEY (--secret - | --secret-env 变量名) --pid mm_…_…_… [--relation-id ID] [--sign-method md5|hmac|hmac-sha256] [--proxy 地址|none]',
  options: callOptions,
  needs: 'catalog',
  async run(context) {
    const { engine, positionals } = context;
    if (positionals.length > 0) throw new UsageError(`用法：${this.usage}`);
    const steps = await engine.call('top.test', await callWith(context));
    const json = steps.map(({ capability, state, refusal }) => ({
      capability,
      state,
      reason: refusal?.reason ?? null,
      message: refusal && describeTopReason(refusal.reason, refusal.params, 'zh-CN'),
      code: refusal?.code ?? null,
      subCode: refusal?.subCode ?? null,
    }));
    const isUsable = steps.some(({ state }) => state === 'works');
    return {
      json: { works: isUsable, steps: json },
      text: steps.flatMap(stepLines).join('\n'),
      exitCode: isUsable ? 0 : 1,
    };
  },
};
