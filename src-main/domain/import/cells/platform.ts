import { otherShopNamed } from './other-shops.ts';
import { foldTraditional } from './traditional.ts';
import type { Market, Platform } from '../../catalog/imported-row.ts';

export type PlatformReading = { platform: Platform } | { otherShop: string };

/** What nearly every cell says, and the codes: these stand alone. */
const wholeCells: ReadonlyMap<string, PlatformReading> = new Map([
  ['淘宝', { platform: 'taobao' }],
  ['0', { platform: 'taobao' }],
  ['c', { platform: 'taobao' }],
  ['天猫', { platform: 'tmall' }],
  ['1', { platform: 'tmall' }],
  ['b', { platform: 'tmall' }],
]);

const names: readonly (readonly [string, Platform])[] = [
  ['淘宝', 'taobao'],
  ['集市', 'taobao'],
  ['c店', 'taobao'],
  ['taobao', 'taobao'],
  ['天猫', 'tmall'],
  ['tmall', 'tmall'],
  ['京东', 'jd'],
  ['京喜', 'jd'],
  ['jd', 'jd'],
  ['拼多多', 'pdd'],
  ['多多进宝', 'pdd'],
  ['pdd', 'pdd'],
  ['抖音', 'douyin'],
  ['抖店', 'douyin'],
  ['douyin', 'douyin'],
];

/** `京东自营`, `天猫国际`, `淘宝网`: more may follow a name, but for what joins it to another one. */
const longestName = 20;
const joined = /[/|,、;+&]|和|及|或/;

/**
 * The platform a cell names. `1`/`0` and `B`/`C` are how 大淘客, TOP and 好单库 write Tmall and Taobao.
 * @returns null for unknown words and for several platforms at once
 */
export function parsePlatform(text: string): PlatformReading | null {
  const usual = wholeCells.get(text);
  if (usual) return usual;
  if (text.length > longestName) return null;
  const plain = foldTraditional(text.normalize('NFKC').replace(/\s/g, '').toLowerCase());
  const coded = wholeCells.get(plain);
  if (coded || joined.test(plain)) return coded ?? null;
  const named = names.find(([name]) => plain.startsWith(name));
  if (named) return { platform: named[1] };
  const otherShop = otherShopNamed(plain);
  return otherShop === null ? null : { otherShop };
}

export function marketOf(platform: Platform): Market {
  return platform === 'tmall' ? 'taobao' : platform;
}
