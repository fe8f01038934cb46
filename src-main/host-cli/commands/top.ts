import { signMethods } from '#contract/top';
import type { Command, CommandContext, OptionValues } from '../command.ts';
import { requiredOption, textOption } from '../options.ts';
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
  needs: 'rules',
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
