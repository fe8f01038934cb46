/** Headers of the Alimama daily list, the widest layout that real files use. */
export const dailyHeaders: readonly string[] =
  '商品id,商品名称,商品主图,商品详情页链接地址,商品一级类目,淘宝客链接,商品价格(单位：元),商品月销量,收入比率(%),佣金,卖家旺旺,卖家id,店铺名称,平台类型,优惠券id,优惠券总量,优惠券剩余量,优惠券面额,优惠券开始时间,优惠券结束时间,优惠券链接,商品优惠券推广链接'.split(
    ',',
  );

const letters = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const titles = [
  '加厚纯棉四件套床上用品',
  '超薄便携充电宝大容量',
  '柳州螺蛳粉整箱装',
  '婴儿爬行垫双面加厚',
  '短袖男士夏季薄款',
];
const shops = ['暖居家纺旗舰店', '味多多食品专营店', '小象母婴店', '匠心数码旗舰店'];
const categories = ['居家日用', '零食/坚果/特产', '母婴用品', '3C数码配件', '女装/女士精品'];

/** The same sequence for the same seed (mulberry32). */
export function seededNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

function code(next: () => number, length: number, base = letters.length): string {
  let text = '';
  for (let at = 0; at < length; at += 1) text += letters[next() % base] ?? '';
  return text;
}

function pick(next: () => number, list: readonly string[]): string {
  return list[next() % list.length] ?? '';
}

/** A row of the daily list that a careful person would accept, different for every index. */
export function dailyRow(index: number, next: () => number): string[] {
  // Scattered as those of Taobao are: in ids that follow one another most digits are the same.
  const id = String(500_000_000_007 + ((index * 387_420_489) % 400_000_000_000));
  const priceFen = 3000 + (next() % 40_000);
  const rateBp = 100 + (next() % 4900);
  const coupon = next() % 5 > 0;
  const activity = code(next, 32, 16);
  return [
    id,
    `${pick(next, titles)} ${index}`,
    `https://img.alicdn.com/bao/uploaded/i1/${next()}/TB1${code(next, 26)}_!!0-item_pic.jpg`,
    `http://item.taobao.com/item.htm?id=${id}`,
    pick(next, categories),
    `https://s.click.taobao.com/t?e=m%3D2%26s%3D${code(next, 44)}%3D&pvid=12_1.1.1.1_${next() % 9999}`,
    (priceFen / 100).toFixed(2),
    String(next() % 99_999),
    (rateBp / 100).toFixed(2),
    (Math.floor((priceFen * rateBp) / 10_000) / 100).toFixed(2),
    pick(next, shops),
    String(1_000_000_000 + (next() % 1_000_000_000)),
    pick(next, shops),
    next() % 2 ? '淘宝' : '天猫',
    ...(coupon
      ? [
          activity,
          '88182',
          String(next() % 999),
          `满${Math.floor(priceFen / 100)}元减10元`,
          '2026-11-01',
          '2026-12-31',
          `https://uland.taobao.com/quan/detail?sellerId=${next()}&activityId=${activity}`,
          `https://uland.taobao.com/coupon/edetail?e=${code(next, 60)}&pid=mm_1000001_2000002_3000003&af=1`,
        ]
      : ['', '0', '0', '无', '', '', '', '']),
  ];
}
