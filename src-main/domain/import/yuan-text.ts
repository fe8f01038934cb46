/** 分 as 元 for a sentence: 12300 is `123.00`. */
export function yuanText(fen: number): string {
  return (fen / 100).toFixed(2);
}
