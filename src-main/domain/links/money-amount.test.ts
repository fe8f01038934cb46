import { describe, expect, it } from 'vitest';
import { amountFen, foldMoneyText, moneyAmount } from './money-amount.ts';

describe('moneyAmount', () => {
  it.each([
    ['39.9', 3990],
    ['1,299.00', 129_900],
    ['1,234,567', 123_456_700],
    ['9块9', 990],
    ['9元9包邮', 990],
    ['19块9毛', 1990],
    ['19块9毛5', 1995],
    ['1.2万元', 1_200_000],
    ['2️⃣9️⃣.9️⃣', 2990],
    ['9块2包', 900],
    ['99元500ml', 9900],
    ['59. 2件', 5900],
  ])('reads %j', (text, fen) => {
    const match = new RegExp(`^${moneyAmount}`, 'u').exec(text);
    expect(amountFen(match?.[1])).toBe(fen);
  });

  it.each(['39.999', '29 . 9', '29 .9', '1.2.3', '3万人', '12345678'])('does not read the beginning of %j', (text) => {
    expect(new RegExp(`^${moneyAmount}`, 'u').test(text)).toBe(false);
  });
});

it('folds what people type for prices without moving anything', () => {
  const text = '原價：４９．９元 卷后￥１９ 24卷';
  expect(foldMoneyText(text)).toBe('原价：49.9元 券后¥19 24卷');
  expect(foldMoneyText(text)).toHaveLength(text.length);
});
