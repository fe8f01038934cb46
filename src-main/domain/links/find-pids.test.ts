import { expect, it } from 'vitest';
import { findPids } from './find-pids.ts';

it.each([
  ['mm_1_2_3', ['mm_1_2_3']],
  ['PID：mm_123456_7890_1234567（默认推广位）', ['mm_123456_7890_1234567']],
  ['https://uland.taobao.com/coupon/edetail?pid=mm_1_2_3&e=x', ['mm_1_2_3']],
  ['mm_1_2_3, mm_1_2_4\nmm_1_2_3', ['mm_1_2_3', 'mm_1_2_4']],
  ['mm_1_2', []],
  ['mm_1_2_123456789012345', []],
])('finds the pids in %s', (text, found) => {
  expect(findPids(text)).toEqual(found);
});
