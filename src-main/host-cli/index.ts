import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { AppError } from '#contract/errors';
import { describeError } from '#contract/messages/describe-error';
import { appVersion } from '#infra/app-version';
import { startEngine } from '#infra/engine-thread';
import { asWriteFailure } from '#infra/files/write-failure';
import { dataPaths, defaultDataDir } from '#infra/paths';
import { createClient } from '#rpc/client';
import type { Command, OptionValues } from './command.ts';
import { commands, overview, subjectHelp } from './commands.ts';
import { textOption } from './options.ts';
import { decodeText } from './read-text-file.ts';
import { UsageError } from './usage-error.ts';

const globalOptions = {
  'data-dir': { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

interface Invocation {
  command: Command;
  options: OptionValues;
  positionals: string[];
}

const asksForHelp = (word: string | undefined): boolean => word === 'help' || word === '--help' || word === '-h';

/** What to run, or the help text that was asked for. */
function parseCommandLine(args: string[]): Invocation | string {
  const [first, second] = args;
  if (first === undefined || asksForHelp(first)) return overview();
  const ofSubject = subjectHelp(first);
  if (ofSubject !== null && (second === undefined || asksForHelp(second))) return ofSubject;
  const twoWords = `${first} ${second ?? ''}`;
  const name = Object.hasOwn(commands, twoWords) ? twoWords : first;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new UsageError(`未知的命令“${ofSubject === null ? first : twoWords}”`);
  try {
    const rest = args.slice(name.split(' ').length);
    // A lone “-” means stdin, not an option.
    const { values, positionals } = parseArgs({
      args: rest,
      options: { ...globalOptions, ...command.options },
      allowPositionals: true,
    });
    if (command.optionsOnly && positionals.length > 0 && values['help'] !== true)
      throw new UsageError(`不需要“${positionals.join(' ')}”\n用法：${command.usage}`);
    return { command, options: values, positionals };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${wrongOption(error)}\n用法：${command.usage}`);
  }
}

/** What Node says of an option, in the words of the other messages. */
function wrongOption(error: unknown): string {
  const { message } = error instanceof Error ? error : { message: String(error) };
  const code = error instanceof Error && 'code' in error ? error.code : '';
  const option = /'(?:-\w, )?(--?[\w-]+)/.exec(message)?.[1];
  if (option === undefined) return message;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `未知的选项 ${option}`;
  if (message.includes('ambiguous')) return `选项 ${option} 缺少值；值若以 - 开头，请写成 ${option}=值`;
  return message.includes('does not take') ? `选项 ${option} 不带值` : `选项 ${option} 缺少值`;
}

let stdin: Promise<string> | undefined;

/** Read once: a command may run a second time, on another folder. */
const readStdin = (): Promise<string> => (stdin ??= readAllOfStdin());

async function readAllOfStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk);
  return decodeText(Buffer.concat(chunks));
}

/** The folder a command works on; null for an empty temporary one. */
function folderFor({ command, options }: Invocation): string | null {
  const given = textOption(options, 'data-dir');
  // An empty one, as from a variable that is not set, would be the folder the user stands in.
  if (given?.trim() === '') throw new UsageError('--data-dir 后面缺少目录');
  if (given !== undefined) return dataPaths(given).root;
  const { root, database } = dataPaths(defaultDataDir());
  if (command.needs === 'rules') return existsSync(database) ? root : null;
  return command.needs === 'catalog' ? root : null;
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** The user's folder cannot be worked on: the app has it open, it is damaged, of a later version, or cannot be written to. */
const closedFolder: ReadonlySet<string> = new Set([
  'APP_LOCKED',
  'DB_CORRUPT',
  'DB_FROM_FUTURE',
  'DB_READONLY',
  'DISK_FULL',
  'MIGRATION_FAILED',
]);

/** Runs one command and returns the exit code. */
async function execute(invocation: Invocation): Promise<number> {
  const { command, options } = invocation;
  try {
    return await executeIn(folderFor(invocation), invocation);
  } catch (error) {
    const isClosed = error instanceof AppError && closedFolder.has(error.code);
    if (!isClosed || command.needs !== 'rules' || textOption(options, 'data-dir') !== undefined) throw error;
    say(describeError(error, 'zh-CN'));
    say('这次只按程序自带的规则判断；自己的词、规则包和 pid 没有用上。');
    return await executeIn(null, invocation);
  }
}

/** Runs one command on an engine of its own. */
async function executeIn(folder: string | null, { command, options, positionals }: Invocation): Promise<number> {
  const dataDir = folder ?? mkdtempSync(join(tmpdir(), 'taoke-cli-'));
  const engine = startEngine(new URL('./engine-worker.js', import.meta.url), {
    dataDir,
    resourcesDir: fileURLToPath(new URL('../../resources/', import.meta.url)),
    appVersion,
    host: 'cli',
  });
  try {
    const client = createClient(engine.channel);
    client.listen('catalog.upgrading', () => say('商品库来自较早的版本，正在备份并升级…'));
    const result = await command.run({ engine: client, options, positionals, say, readStdin });
    process.stdout.write(options['json'] ? `${JSON.stringify(result.json)}\n` : `${result.text}\n`);
    return result.exitCode ?? 0;
  } finally {
    await engine.stop();
    if (folder === null) rmSync(dataDir, { recursive: true, force: true });
  }
}

const pathOf = (error: unknown): string => {
  const { dest, path } = error as { dest?: unknown; path?: unknown };
  return [dest, path].find((each) => typeof each === 'string') ?? '';
};

function reportFailure(error: unknown, json: boolean): number {
  if (error instanceof UsageError) {
    if (json) process.stdout.write(`${JSON.stringify({ error: { code: 'USAGE', message: error.message } })}\n`);
    process.stderr.write(`${error.message}\n运行 npm run cli -- help 查看所有命令。\n`);
    return 2;
  }
  // The commands' own files; those of the engine arrive as `AppError`.
  const shown = asWriteFailure(error, pathOf(error));
  const known = shown instanceof AppError ? shown : new AppError('INTERNAL', String(error), { params: { logId: '-' } });
  const message = describeError(known, 'zh-CN');
  if (json) process.stdout.write(`${JSON.stringify({ error: { code: known.code, message } })}\n`);
  process.stderr.write(`${message}\n`);
  return 1;
}

// Whoever reads the output may have had enough, as `head` has: that is no failure, and what was asked for is done.
for (const output of [process.stdout, process.stderr]) {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const args = process.argv.slice(2);
try {
  const invocation = parseCommandLine(args);
  if (typeof invocation === 'string') process.stdout.write(`${invocation}\n`);
  else if (invocation.options['help'])
    process.stdout.write(`${invocation.command.summary}\n用法：${invocation.command.usage}\n`);
  else process.exitCode = await execute(invocation);
} catch (error) {
  process.exitCode = reportFailure(error, args.includes('--json'));
}
