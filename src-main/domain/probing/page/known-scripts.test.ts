import { expect, test } from 'vitest';
import { createScriptReader } from './known-scripts.ts';
import { scriptJumps } from './script-jumps.ts';

function counting(): { read: ReturnType<typeof createScriptReader>; times: () => number } {
  let times = 0;
  const read = createScriptReader((script) => {
    times += 1;
    return scriptJumps(script);
  });
  return { read, times: () => times };
}

test('a script that comes again is not read again, another one is', () => {
  const { read, times } = counting();
  const first = read("location.href = 'taobao://a'");
  expect(read("location.href = 'taobao://a'")).toEqual(first);
  expect(read("location.href = 'taobao://b'")).toEqual(scriptJumps("location.href = 'taobao://b'"));
  expect(times()).toBe(2);
});

test('memory stays bounded: long scripts are not kept, and of short ones only some', () => {
  const { read, times } = counting();
  const long = `${' '.repeat(70_000)}location.href = 'taobao://a'`;
  read(long);
  read(long);
  expect(times()).toBe(2);
  for (let index = 0; index < 200; index += 1) read(`var n = ${index}`);
  read('var n = 0');
  expect(times()).toBe(2 + 200 + 1);
});
