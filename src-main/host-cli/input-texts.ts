import { UsageError } from './usage-error.ts';

/** The texts a command works on: its arguments, or the lines of stdin for a lone `-`. */
export async function inputTexts(
  positionals: readonly string[],
  readStdin: () => Promise<string>,
  usage: string,
): Promise<string[]> {
  if (positionals.length === 0) throw new UsageError(`没有要处理的文本\n用法：${usage}`);
  if (positionals.length > 1 || positionals[0] !== '-') return [...positionals];
  const lines = (await readStdin()).split(/\r?\n/);
  return lines.filter((line) => line.trim() !== '');
}
