import { describe, expect, it } from 'vitest';
import { entryNumber, readEntryNumber } from './entry-number.ts';

const mark = new RegExp(`^${entryNumber}`, 'u');
const read = (line: string): number | null => {
  const [found] = mark.exec(line) ?? [];
  return found === undefined ? null : readEntryNumber(found);
};

describe('entryNumber', () => {
  it.each([
    ['1、牛奶', 1],
    ['2.牛奶', 2],
    ['13）牛奶', 13],
    ['4：牛奶', 4],
    ['(5)牛奶', 5],
    ['（16）牛奶', 16],
    ['①牛奶', 1],
    ['⑳牛奶', 20],
    ['⑶牛奶', 3],
    ['⒋牛奶', 4],
    ['❺牛奶', 5],
    ['➓牛奶', 10],
    ['7️⃣ 牛奶', 7],
    ['1️⃣2️⃣ 牛奶', 12],
    ['🔟牛奶', 10],
    ['八、牛奶', 8],
    ['十二、牛奶', 12],
    ['二十、牛奶', 20],
  ])('reads %s', (line, number) => {
    expect(read(line)).toBe(number);
  });

  it.each(['3M口罩', '24包抽纸', '1.5升可乐', '12:30 开抢', '(大号)收纳箱', '(100)抽', '一次性手套'])(
    'takes nothing of %s for one',
    (line) => {
      expect(read(line)).toBeNull();
    },
  );
});
