import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '#domain/shared/shanghai-day';

const demoName = '示例商品.csv';

/**
 * Writes the demo products as a file whose dates lie around today: in the source `D+12` stands for the day in twelve
 * days, so that the demo has running, ending and ended coupons whenever it is loaded.
 * @returns the file's path and the name to show for it
 */
export function writeDemoFile(resourcesDir: string, folder: string, today: string): { path: string; name: string } {
  const source = readFileSync(join(resourcesDir, 'demo', demoName), 'utf8');
  const dated = source.replace(/(?<=[,\n])D([+-]\d{1,3})(?=,)/g, (_, days: string) => addDays(today, Number(days)));
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `demo-${today}.csv`);
  writeFileSync(path, dated);
  return { path, name: demoName };
}
