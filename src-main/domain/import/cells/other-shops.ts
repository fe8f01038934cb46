/** A place to buy whose goods this catalog does not hold: their ids would pass for Taobao's. */
interface OtherShop {
  /** As its own users write it, with the address where the name alone says little in English. */
  name: string;
  /** What a platform column calls it, alone or followed by more (`苏宁易购`, `1688严选`). */
  words: readonly string[];
  domains: readonly string[];
}

const otherShops: readonly OtherShop[] = [
  { name: '1688', words: ['1688', '阿里巴巴'], domains: ['1688.com', 'alibaba.com'] },
  { name: '唯品会 (vip.com)', words: ['唯品', 'vip.com', 'vipshop'], domains: ['vip.com', 'vipshop.com'] },
  { name: '苏宁 (suning.com)', words: ['苏宁', 'suning'], domains: ['suning.com'] },
  { name: '考拉 (kaola.com)', words: ['考拉', '网易考拉', 'kaola'], domains: ['kaola.com', 'kaola.com.hk'] },
  { name: '网易严选 (you.163.com)', words: ['网易严选'], domains: ['you.163.com'] },
  { name: '当当 (dangdang.com)', words: ['当当', 'dangdang'], domains: ['dangdang.com'] },
  { name: '亚马逊 (Amazon)', words: ['亚马逊', 'amazon'], domains: ['amazon.cn', 'amazon.com'] },
  {
    name: '小红书 (xiaohongshu.com)',
    words: ['小红书', 'xiaohongshu', 'xhs'],
    domains: ['xiaohongshu.com', 'xhslink.com'],
  },
  {
    name: '快手 (kuaishou.com)',
    words: ['快手', 'kuaishou'],
    domains: ['kuaishou.com', 'kwaixiaodian.com', 'chenzhongtech.com'],
  },
  { name: '微信小店', words: ['微信小店', '视频号'], domains: ['store.weixin.qq.com', 'channels.weixin.qq.com'] },
  { name: '微店 (weidian.com)', words: ['微店', 'weidian'], domains: ['weidian.com'] },
  { name: '有赞 (youzan.com)', words: ['有赞', 'youzan'], domains: ['youzan.com', 'koudaitong.com'] },
  { name: '国美 (gome.com.cn)', words: ['国美', 'gome'], domains: ['gome.com.cn'] },
  { name: '蘑菇街 (mogu.com)', words: ['蘑菇街'], domains: ['mogu.com', 'mogujie.com'] },
  { name: '得物 (dewu.com)', words: ['得物', 'dewu'], domains: ['dewu.com', 'poizon.com'] },
  { name: '美团 (meituan.com)', words: ['美团', 'meituan'], domains: ['meituan.com', 'dpurl.cn'] },
  { name: '饿了么 (ele.me)', words: ['饿了么'], domains: ['ele.me'] },
  { name: '闲鱼 (goofish.com)', words: ['闲鱼'], domains: ['goofish.com'] },
  { name: '小米有品 (xiaomiyoupin.com)', words: ['小米有品', '有品'], domains: ['xiaomiyoupin.com'] },
  { name: '速卖通 (AliExpress)', words: ['速卖通', 'aliexpress'], domains: ['aliexpress.com'] },
  { name: 'Temu', words: ['temu'], domains: ['temu.com'] },
];

const names = otherShops.flatMap(({ name, words }) => words.map((word) => ({ word, name })));
const nameOfDomain: ReadonlyMap<string, string> = new Map(
  otherShops.flatMap(({ name, domains }) => domains.map((domain) => [domain, name])),
);

/** The other shop that a platform, in comparable form, names; null when it names none of them. */
export function otherShopNamed(text: string): string | null {
  return names.find(({ word }) => text.startsWith(word))?.name ?? null;
}

/** The other shop that an address leads to; null for every other host. */
export function otherShopAt(address: string): string | null {
  if (!URL.canParse(address)) return null;
  let domain = new URL(address).hostname.toLowerCase();
  for (;;) {
    const name = nameOfDomain.get(domain);
    if (name !== undefined) return name;
    const dot = domain.indexOf('.');
    if (dot < 0) return null;
    domain = domain.slice(dot + 1);
  }
}
