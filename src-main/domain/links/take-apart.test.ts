import { describe, expect, it } from 'vitest';
import { takeApart } from './take-apart.ts';

const post = `网红水洗棉四件套ins风宿舍床上用品 【包邮】
【在售价】69.90元
【券后价】39.90元
【优惠券】30元
【下单链接】https://m.tb.cn/h.VELwTd9
-------------
复制这条信息，￥SIH6XbwRfyt￥，打开【手机淘宝】即可查看`;

describe('takeApart', () => {
  it('takes the usual affiliate post apart', () => {
    const { products, links, prices, coupons, words } = takeApart(post);
    expect(products).toEqual([
      {
        start: 0,
        title: '网红水洗棉四件套ins风宿舍床上用品',
        itemId: null,
        links: [0, 1],
        prices: [0, 1],
        coupons: [0],
      },
    ]);
    expect(links.map(({ kind }) => kind)).toEqual(['tb_short_m', 'tkl_symbol_pair']);
    expect(prices).toMatchObject([
      { role: 'sale', fen: 6990 },
      { role: 'final', fen: 3990 },
    ]);
    expect(coupons).toMatchObject([{ faceFen: 3000, thresholdFen: null }]);
    expect(words.map(({ value }) => value)).toEqual(['【包邮】', '复制这条信息，', '，打开【手机淘宝】即可查看']);
  });

  it.each(['🔥'.repeat(60), '➖'.repeat(30), '🈵️💥 '.repeat(25)])('reads a post with a row of emoji: %s', (row) => {
    const [first, second] = takeApart(
      `${row}\n${row}【天猫】纯棉四件套 券后59元 https://m.tb.cn/h.VELwTd9\n\n陶瓷马克杯${row}大容量 券后9元 https://m.tb.cn/h.VELwTd8`,
    ).products;
    expect(first?.title).toBe('纯棉四件套');
    expect(second?.title).toBe(`陶瓷马克杯${row}大容量`.trimEnd());
  });

  it('splits several posts by name, item and price', () => {
    const two = `${post}\n\n【小树苗儿童牙膏】\n原价59 到手19.9\nhttps://item.taobao.com/item.htm?id=557662696505`;
    expect(takeApart(two).products).toMatchObject([
      { title: '网红水洗棉四件套ins风宿舍床上用品' },
      { title: '小树苗儿童牙膏', itemId: '557662696505', prices: [2, 3] },
    ]);
  });

  it('gives a bare price below a blank line to the link that follows it, not to the product above', () => {
    const cup = '保温杯316不锈钢 到手69\nhttps://s.click.taobao.com/AbCdEf1';
    const { products, prices } = takeApart(`${cup}\n\n九块九包邮的垃圾袋\nhttps://s.click.taobao.com/AbCdEf2`);
    expect(products.map(({ prices: own }) => own.map((index) => prices[index]?.fen))).toEqual([[6900], [990]]);
    expect(takeApart(`${cup}\n\n原价 99元`).products).toHaveLength(1);
  });

  it('makes one product of each link of a bare list', () => {
    const list = Array.from(
      { length: 20 },
      (_, index) => `https://item.taobao.com/item.htm?id=${557662696505 + index}`,
    );
    const { products } = takeApart(list.join('\n'));
    expect(products.map(({ itemId }) => itemId)).toEqual(list.map((link) => link.slice(-12)));
    expect(takeApart('https://m.tb.cn/h.VELwTd9 https://m.tb.cn/h.VELwTd8').products).toHaveLength(2);
  });

  it('starts a new product with each message of a chat export and leaves the headers out', () => {
    const chat = '小王 2026-11-20 10:11:12\nhttps://m.tb.cn/h.VELwTd9\n小李 2026-11-20 10:12:12\n￥SIH6XbwRfyt￥';
    const { products, words } = takeApart(chat);
    expect(products.map(({ links }) => links)).toEqual([[0], [1]]);
    expect(words).toEqual([]);
  });

  it.each([
    ['张三  2026/11/20 09:30\n', '2026-11-20'],
    ['2026-11-20 10:11:12 小李(123456789)\n', '2026-11-20'],
    ['[2026-11-20 10:11:12] 小王: ', '2026-11-20'],
    ['王五 2026年11月2日 09:32\n', '2026-11-02'],
    ['小王 10:11\n', null],
  ])('knows %j as the head of a message', (head, sentOn) => {
    const text = `${head}https://m.tb.cn/h.VELwTd9\n${head}https://m.tb.cn/h.VELwTd8`;
    const { products, words, messages } = takeApart(text);
    expect(products).toHaveLength(2);
    expect(words).toEqual([]);
    expect(messages.map((message) => message.sentOn)).toEqual([sentOn, sentOn]);
  });

  it('reads the day above the messages of a chat sent by mail', () => {
    const chat =
      '—————  2026-11-20  —————\n\n小王  08:30\n\n￥SIH6XbwRfyt￥\n\n小李  今天 09:10\n\nhttps://m.tb.cn/h.VELwTd8';
    const { products, words, messages } = takeApart(chat);
    expect(products).toHaveLength(2);
    expect(words).toEqual([]);
    expect(messages.map(({ sentOn }) => sentOn)).toEqual(['2026-11-20', '2026-11-20', null]);
  });

  it('does not take the hour of a sale for the head of a message', () => {
    const { products, messages } = takeApart('【小树苗儿童牙膏】\n今晚 20:00\nhttps://m.tb.cn/h.VELwTd9');
    expect(messages).toEqual([]);
    expect(products).toMatchObject([{ title: '小树苗儿童牙膏', links: [0] }]);
  });

  it('reads names behind emoji, numbers and in brackets, and leaves the decoration out', () => {
    const text =
      '🔥1️⃣【蓝月亮洗衣液3kg*2】🔥\n券后仅39.9元\nhttps://s.click.taobao.com/AbCd123\n\n🔥2️⃣维达抽纸24包🔥\nhttps://m.tb.cn/h.AbCdEf1';
    const { products, words } = takeApart(text);
    expect(products.map(({ title }) => title)).toEqual(['蓝月亮洗衣液3kg*2', '维达抽纸24包']);
    expect(words).toEqual([]);
  });

  it('reads the name out of an app share and a long 口令', () => {
    const share =
      '【淘宝】https://e.tb.cn/h.8IcTrtZuTU19ieN?tk=nyXpT7VA7lt CZ356\n「新中式双人书桌」\n点击链接直接打开 或者 淘宝搜索直接打开';
    expect(takeApart(share)).toMatchObject({ products: [{ title: '新中式双人书桌', links: [0] }], words: [] });
    expect(takeApart('48￥ CZ3457 LOcqdeIlU9y￥ https://m.tb.cn/h.UQ4ceEC  olayks煮茶器').products).toMatchObject([
      { title: 'olayks煮茶器' },
    ]);
  });

  it('tells coupons from prices', () => {
    const { coupons, prices } = takeApart('满199元减20元，领10元券，无门槛5元券，券后价￥99，满3件减5元，原价：¥129.5');
    expect(coupons.map(({ faceFen, thresholdFen }) => [faceFen, thresholdFen])).toEqual([
      [2000, 19900],
      [1000, null],
      [500, 0],
    ]);
    expect(prices.map(({ role, fen }) => [role, fen])).toContainEqual(['final', 9900]);
    expect(prices.map(({ role, fen }) => [role, fen])).toContainEqual(['list', 12950]);
  });

  it.each([
    ['拍下39.9', [['final', 3990]]],
    ['到手2瓶 券后仅59元', [['final', 5900]]],
    ['券后29.9 到手3件', [['final', 2990]]],
    ['到手价：¥19.9块', [['final', 1990]]],
    [
      '原价1,299.00元 券后价￥1,199',
      [
        ['list', 129_900],
        ['final', 119_900],
      ],
    ],
    ['券后9块9包邮', [['final', 990]]],
    ['券后2️⃣9️⃣.9️⃣', [['final', 2990]]],
    ['券后➡️29.9💰', [['final', 2990]]],
    ['券后59，领完恢复', [['final', 5900]]],
    ['券后59.', [['final', 5900]]],
    [
      '原價９９元 卷后59',
      [
        ['list', 9900],
        ['final', 5900],
      ],
    ],
    ['券后39-59元', []],
    ['拍下48小时内发货，秒杀价10点开抢', []],
    ['佣金5.2元 立减20元 红包：¥3 定金50元 满3件减5元 满99元包邮', []],
    ['到手价59秒杀', [['final', 5900]]],
    ['券后【29.9】包邮秒杀', [['final', 2990]]],
    [
      '原价59.9元，券后价【39.9元】',
      [
        ['list', 5990],
        ['final', 3990],
      ],
    ],
    ['券后价为29.9元', [['final', 2990]]],
    ['券后才29.9，到手低至(3件)', [['final', 2990]]],
    ['价格为59美元', []],
    ['【在售】59.9元 淘宝特价版 3', [['sale', 5990]]],
    ['【优惠价】59.9元，特价3件，在售20多款', [['sale', 5990]]],
    ['9.9包邮', [['plain', 990]]],
    ['🔥19 包邮', [['plain', 1900]]],
    ['💰29.9', [['plain', 2990]]],
    ['抽纸24包邮，满 9.9包邮，3件包邮', []],
    ['返利 3.3元，返利三块三', []],
    ['就退了12块钱，赔10元', []],
    ['【预计返】3.3元，【立减】5元', []],
    ['省了10元，便宜五块钱，少花二十块钱，贵了五块五', []],
    ['均价五块五一盒，折合9.9元，相当于十块钱', []],
  ])('reads %j', (text, prices) => {
    expect(takeApart(text).prices.map(({ role, fen }) => [role, fen])).toEqual(prices);
  });

  it.each([
    ['券30元 券后69', [[3000, null]]],
    ['原价99，券:40元', [[4000, null]]],
    ['满199减20元券 179元', [[2000, 19900]]],
    ['券 30', [[3000, null]]],
    ['【淘宝秘券】30元', [[3000, null]]],
    ['内部券30元 券后29.9', [[3000, null]]],
    ['用券30元', []],
    ['满1,000减100', [[10_000, 100_000]]],
  ])('reads the coupon of %j', (text, expected) => {
    expect(takeApart(text).coupons.map(({ faceFen, thresholdFen }) => [faceFen, thresholdFen])).toEqual(expected);
  });

  it('leaves what leads over to a coupon out of the name, and knows a short name below the head of a message', () => {
    const names = (text: string) => takeApart(text).products.map(({ title }) => title);
    expect(names('牛奶 领50元无门槛券 到手99 https://m.tb.cn/h.VELwTd9')).toEqual(['牛奶']);
    expect(names('张三 10:23\n牛奶 券后80元\nhttps://m.tb.cn/h.VELwTd9')).toEqual(['牛奶']);
    expect(names('小助手: (2025-11-11 10:23:11)\n牛奶 券后80元\nhttps://m.tb.cn/h.VELwTd9')).toEqual(['牛奶']);
  });

  const titlesOf = (text: string) => takeApart(text).products.map(({ title }) => title);
  const [one, two] = ['https://m.tb.cn/h.VELwTd9', 'https://m.tb.cn/h.VELwTd8'];

  it.each([
    [`${one} 网红四件套`, ['网红四件套']],
    [`券后39.9 ${one} 蓝月亮洗衣液`, ['蓝月亮洗衣液']],
    [`下单链接：${one} 【蓝月亮洗衣液】`, ['蓝月亮洗衣液']],
    [`${one} | 蓝月亮洗衣液 | 39.9元`, ['蓝月亮洗衣液']],
    [`${one} (蓝月亮洗衣液)`, ['蓝月亮洗衣液']],
    [`1、${one} 网红四件套 券后39\n2、${two} 蓝月亮洗衣液 券后29`, ['网红四件套', '蓝月亮洗衣液']],
    [`${one}\n网红四件套纯棉\n${two}\n蓝月亮洗衣液3kg`, ['网红四件套纯棉', '蓝月亮洗衣液3kg']],
    [`小王 10:11\n${one} 网红四件套\n小李 10:12\n${two} 蓝月亮洗衣液`, ['网红四件套', '蓝月亮洗衣液']],
  ])('reads the name behind the link: %j', (text, names) => expect(titlesOf(text)).toEqual(names));

  it.each([
    `${one} 快来抢啊姐妹们`,
    `${one} 打开淘宝领券`,
    `${one}点开领券看看`,
    `${one}\n顺丰包邮`,
    `${one} 规格选3kg的`,
    `【抖音商城】${one} 长按复制此条消息，打开抖音APP`,
    `${one}\n\n今年流行的款式`,
    '(AbCd1234EfG) 京东APP',
    '6.43 复制打开抖音，看看【小鹿的作品】 https://v.douyin.com/kB9dI20w7vk/ k@j.Po',
    '付致内容￥hxlgccEumBB￥打kaiTao寶',
  ])('takes no talk around a link for a name: %j', (text) => expect(titlesOf(text)).toEqual([null]));

  it('reads the name behind a price that stands first, and the price as that of the name', () => {
    const list = takeApart(`39.9元 蓝月亮洗衣液 ${one}\n9.9包邮 网红四件套 ${two}`);
    expect(list.products).toMatchObject([
      { title: '蓝月亮洗衣液', prices: [0] },
      { title: '网红四件套', prices: [1] },
    ]);
    expect(titlesOf(`只要九块九！蓝月亮洗衣液 ${one}`)).toEqual(['蓝月亮洗衣液']);
    expect(titlesOf(`（九块九）蓝月亮洗衣液 ${one}`)).toEqual(['蓝月亮洗衣液']);
    expect(titlesOf(`券后39.9元 喜欢的姐妹冲 ${one}`)).toEqual([null]);
    expect(titlesOf(`蓝月亮洗衣液\n券后39.9元 送洗衣袋 ${one}`)).toEqual(['蓝月亮洗衣液']);
  });

  it('reads the names of a mail that sets each line apart', () => {
    const post = (name: string, link: string) => `${name}\n\n券后39.9元\n\n${link}\n\n`;
    expect(titlesOf(post('蓝月亮洗衣液', one) + post('网红四件套', two))).toEqual(['蓝月亮洗衣液', '网红四件套']);
    expect(titlesOf(`今天给大家推荐\n\n${one}`)).toEqual([null]);
  });

  it('reads lists of short names, each with its link, with a bare price or without one', () => {
    const [first, second] = ['https://s.click.taobao.com/AbCd111', 'https://s.click.taobao.com/AbCd222'];
    const named = takeApart(`螺蛳粉 ${first}\n抽纸 ${second}`);
    expect(named.titles.map(({ value }) => value)).toEqual(['螺蛳粉', '抽纸']);
    const priced = takeApart(`螺蛳粉 19.9 ${first}\n抽纸 29.90 ${second}`);
    expect(priced.titles.map(({ value }) => value)).toEqual(['螺蛳粉', '抽纸']);
    expect(priced.prices.map(({ fen }) => fen)).toEqual([1990, 2990]);
    expect(priced.products.map(({ links, prices }) => [links, prices])).toEqual([
      [[0], [0]],
      [[1], [1]],
    ]);
    const below = takeApart(`螺蛳粉 19.9\n${first}\n抽纸24包 29.90\r\n${second}`);
    expect(below.titles.map(({ value }) => value)).toEqual(['螺蛳粉', '抽纸24包']);
    expect(below.prices.map(({ fen }) => fen)).toEqual([1990, 2990]);
    const above = takeApart(`云朵枕头 券后29.9\nhttps://uland.taobao.com/coupon/edetail?e=Ab\n\n19.9\n螺蛳粉 ${first}`);
    expect(above.products.map(({ links, prices }) => [links, prices])).toEqual([
      [[0], [0]],
      [[1], [1]],
    ]);
    expect(takeApart(`螺蛳粉 评分 4.8 ${first}`).prices).toEqual([]);
    expect(takeApart(`无线耳机 蓝牙 5.3\n${first}`).prices).toEqual([]);
    expect(takeApart(`螺蛳粉 2.5斤 ${first}`).prices).toEqual([]);
  });

  it('gives each entry of a numbered list its own link, with the words behind the number as its name', () => {
    const list = takeApart(
      `📢今日好价\n1️⃣ 洁柔抽纸 3层*24包 原价69.9 券后39.9\n￥Ab1cD2eF3gH￥ 打开tao宝\n2️⃣ 蒙牛纯牛奶 到手49.9元！！${one}\n——————\n3️⃣ 南极人秋衣套装\n拍2件 共79💰\nhttps://m.tb.cn/h.gABC123`,
    );
    expect(list.products.map(({ title, links }) => [title, links])).toEqual([
      ['洁柔抽纸 3层*24包', [0]],
      ['蒙牛纯牛奶', [1]],
      ['南极人秋衣套装', [2]],
    ]);
    const signs = takeApart(`①牛奶\n拍2件 共79💰\n${one}\n②秋衣\n拍2件 共79💰\nhttps://m.tb.cn/h.gABC123`);
    expect(signs.products.map(({ title, links }) => [title, links])).toEqual([
      ['牛奶', [0]],
      ['秋衣', [1]],
    ]);
  });

  it.each([
    ['(1)', '(2)'],
    ['（1）', '（2）'],
    ['①', '②'],
    ['⑴', '⑵'],
    ['❶', '❷'],
    ['一、', '二、'],
  ])('leaves the number %s of an entry out of its name, and out of the words that are left', (first, second) => {
    const list = takeApart(`今日好价\n${first}牛奶 79元\n${one}\n${second}【秋衣】\nhttps://m.tb.cn/h.gABC123`);
    expect(list.products.map(({ title, links }) => [title, links])).toEqual([
      ['牛奶', [0]],
      ['秋衣', [1]],
    ]);
    expect(list.words.map(({ value }) => value)).toEqual(['今日好价']);
    expect(titlesOf(`${first}牛奶 79元 ${one}`)).toEqual(['牛奶']);
  });

  it.each(['3M口罩', '24包抽纸', '360行车记录仪', '1.5L可乐', '2024新款连衣裙'])(
    'keeps the digits a name begins with: %s',
    (name) => {
      expect(titlesOf(`${name} ${one}`)).toEqual([name]);
      expect(titlesOf(`1、${name}\n${one}`)).toEqual([name]);
    },
  );

  it('takes no numbered steps for products', () => {
    const steps = takeApart(`蒙牛纯牛奶 到手49.9元\n1、先领券 ${one}\n2、再下单 ￥Ab1cD2eF3gH￥`);
    expect(steps.products.map(({ title, links }) => [title, links])).toEqual([['蒙牛纯牛奶', [0, 1]]]);
  });

  it('takes no advice in front of a price for a name', () => {
    expect(titlesOf(`【买1送1】蓝月亮洗衣液\n券后39.9元\n${one}`)).toEqual(['蓝月亮洗衣液']);
    expect(titlesOf(`从29块9降到19块9 ${one}`)).toEqual([null]);
    expect(titlesOf(`便宜五块钱 ${one}`)).toEqual([null]);
    expect(titlesOf(`拍1件！券后9.9元\n蓝月亮洗衣液\n${one}`)).toEqual(['蓝月亮洗衣液']);
    expect(titlesOf(`今晚八点 九块九 ${one}`)).toEqual([null]);
    expect(titlesOf(`蓝月亮洗衣液（九块九包邮）${one}`)).toEqual(['蓝月亮洗衣液']);
  });

  it('keeps to the name in front of the link where there is one', () => {
    expect(titlesOf(`蓝月亮洗衣液 ${one} 网红四件套`)).toEqual(['蓝月亮洗衣液']);
    const list = takeApart(`网红四件套纯棉\n${one}\n蓝月亮洗衣液3kg\n${two}\n下次再买别的款式`);
    expect(list.products.map(({ title }) => title)).toEqual(['网红四件套纯棉', '蓝月亮洗衣液3kg']);
    expect(list.words.map(({ value }) => value)).toEqual(['下次再买别的款式']);
  });

  it('takes the label off a name, and no labelled fact for one', () => {
    expect(titlesOf(`商品名称：蓝月亮洗衣液\n价格：29.9\n${one}`)).toEqual(['蓝月亮洗衣液']);
    expect(titlesOf(`店铺：蓝月亮旗舰店\n到手价：29.9\n预计返利：3.3元\n${one}`)).toEqual([null]);
    expect(titlesOf(`￥VFbk0gTleRU￥\n【券后价】29.9元\n【预计返】3.3元`)).toEqual([null]);
  });

  it('leaves what to do out of the name', () => {
    expect(titlesOf(`蓝月亮洗衣液 领券链接：${one}`)).toEqual(['蓝月亮洗衣液']);
    expect(titlesOf('蓝月亮洗衣液 复制本段 ￥g1IVbaMXxxK￥ 打开淘宝')).toEqual(['蓝月亮洗衣液']);
  });

  it('says nothing about a text without links and prices', () => {
    expect(takeApart('今天天气不错，出去走走')).toMatchObject({
      products: [],
      links: [],
      prices: [],
      words: [{ start: 0 }],
    });
    expect(takeApart('')).toEqual({
      products: [],
      links: [],
      prices: [],
      coupons: [],
      titles: [],
      words: [],
      messages: [],
    });
  });
});
