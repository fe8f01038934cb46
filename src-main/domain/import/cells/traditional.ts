const pairs =
  '稱称價价鏈链結结開开時时間间優优額额數数銷销傭佣標标題题圖图連连類类總总餘余貨货編编號号達达購购賣卖貓猫寶宝無无暫暂滿满減减條条門门檻槛張张單单萬万團团長长備备註注說说訂订狀状態态創创點点擊击報报動动獎奖費费東东隊队員员樓楼網网詳详頁页鋪铺';

const simplified = new Map<string, string>();
for (let at = 0; at + 1 < pairs.length; at += 2) simplified.set(pairs.charAt(at), pairs.charAt(at + 1));

const anyTraditional = new RegExp(`[${[...simplified.keys()].join('')}]`, 'g');

/**
 * Traditional characters of the words this importer knows as simplified ones, so that files from Taiwan and Hong Kong
 * are understood. Used for comparing only, never for text that is kept.
 */
export function foldTraditional(text: string): string {
  return text.replace(anyTraditional, (character) => simplified.get(character) ?? character);
}
