import { execFileSync } from 'node:child_process';
import { fromBufferPromise } from 'yauzl';
import { describe, expect, it } from 'vitest';
import { ZipWriter } from './zip-writer.ts';

const moment = new Date('2026-11-23T16:30:05Z');

async function archiveOf(files: readonly (readonly [string, Buffer, boolean])[], at = moment): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const zip = new ZipWriter((bytes) => {
    chunks.push(bytes);
    return Promise.resolve();
  }, at);
  for (const [path, bytes, compress] of files) await zip.add(path, bytes, compress);
  await zip.finish();
  return Buffer.concat(chunks);
}

const files = [
  ['01 马克杯/文案.txt', Buffer.from('复制这条信息'.repeat(100)), true],
  ['01 马克杯/海报.jpg', Buffer.from([0xff, 0xd8, 0, 1, 2, 0xff, 0xd9]), false],
  ['empty', Buffer.alloc(0), true],
] as const;

describe('ZipWriter', () => {
  it('writes what an independent reader reads back', async () => {
    const zip = await fromBufferPromise(await archiveOf(files), { lazyEntries: true, validateEntrySizes: true });
    const read: [string, Buffer][] = [];
    for await (const entry of zip.eachEntry()) {
      const chunks: Buffer[] = [];
      for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) chunks.push(chunk);
      read.push([entry.fileName, Buffer.concat(chunks)]);
      // Bit 3 would mean sizes after the data, bit 11 says that names are UTF-8.
      expect(entry.generalPurposeBitFlag).toBe(0x800);
    }
    expect(read).toEqual(files.map(([path, bytes]) => [path, bytes]));
  });

  it('shows the time as in Shanghai, whatever the zone of the computer', async () => {
    const zip = await fromBufferPromise(await archiveOf(files), { lazyEntries: true });
    for await (const entry of zip.eachEntry()) {
      const date = entry.getLastModDate({ forceDosFormat: true, timezone: 'UTC' });
      expect(date.toISOString()).toBe('2026-11-24T00:30:04.000Z');
    }
    const script = `import { ZipWriter } from ${JSON.stringify(new URL('./zip-writer.ts', import.meta.url).href)};
      const zip = new ZipWriter(async (bytes) => void process.stdout.write(bytes), new Date(${moment.getTime()}));
      await zip.add('a', Buffer.from('b'), true); await zip.finish();`;
    const outputs = ['Asia/Shanghai', 'America/New_York'].map((TZ) =>
      execFileSync(process.execPath, ['--input-type=module', '-e', script], { env: { ...process.env, TZ } }).toString(
        'hex',
      ),
    );
    expect(outputs[0]).toBe(outputs[1]);
  });

  it('gives the same bytes for the same files', async () => {
    expect((await archiveOf(files)).equals(await archiveOf(files))).toBe(true);
    expect((await archiveOf(files)).equals(await archiveOf(files, new Date(0)))).toBe(false);
  });
});
