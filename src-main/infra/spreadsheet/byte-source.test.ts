import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type ByteSource, guardedSource, openFileSource, sourceChunks } from './byte-source.ts';

const folder = await mkdtemp(join(tmpdir(), 'taoke-source-'));
afterAll(() => rm(folder, { recursive: true }));

function failure(reason: string) {
  return expect.objectContaining({ params: expect.objectContaining({ reason }) });
}

const stalled: ByteSource = { size: 10, read: () => new Promise(() => {}), close: async () => {} };

test('a read that never answers ends as stalled', async () => {
  await expect(guardedSource(stalled, undefined, 5).read(0, 1)).rejects.toEqual(failure('read-stalled'));
});

test('an abort ends a stalled read at once', async () => {
  const controller = new AbortController();
  const reading = guardedSource(stalled, controller.signal).read(0, 1);
  controller.abort();
  await expect(reading).rejects.toMatchObject({ code: 'CANCELLED' });
  await expect(guardedSource(stalled, controller.signal).read(0, 1)).rejects.toMatchObject({ code: 'CANCELLED' });
});

test('a file is read in order and can tell that it was changed, or is gone', async () => {
  const path = join(folder, 'a.bin');
  const content = Buffer.from(Array.from({ length: 300_000 }, (_, at) => at % 251));
  await writeFile(path, content);
  const source = await openFileSource(path);
  const chunks: Uint8Array[] = [];
  for await (const chunk of sourceChunks(source)) chunks.push(chunk);
  expect(Buffer.concat(chunks).equals(content)).toBe(true);
  await source.assertUnchanged();
  await appendFile(path, 'x');
  await expect(source.assertUnchanged()).rejects.toEqual(failure('file-changed'));
  await rm(path);
  await expect(source.assertUnchanged()).rejects.toEqual(failure('file-gone'));
  await source.close();
});

test('a file cut off while being read is changed, not short', async () => {
  const path = join(folder, 'b.bin');
  await writeFile(path, 'x'.repeat(100));
  const source = await openFileSource(path);
  await writeFile(path, 'x');
  await expect(source.read(0, 100)).rejects.toEqual(failure('file-changed'));
  await source.close();
});

test('folders and missing files have a reason', async () => {
  await expect(openFileSource(folder)).rejects.toEqual(failure('not-a-file'));
  await expect(openFileSource(join(folder, 'none'))).rejects.toEqual(failure('file-gone'));
});
