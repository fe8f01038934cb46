import { foldTraditional } from './traditional.ts';
import type { Market, Platform } from '../../catalog/imported-row.ts';

const names: ReadonlyMap<string, Platform> = new Map([
  ['淘宝', 'taobao'],
  ['淘宝网', 'taobao'],
  ['集市', 'taobao'],
  ['c店', 'taobao'],
  ['taobao', 'taobao'],
  ['0', 'taobao'],
  ['c', 'taobao'],
  ['天猫', 'tmall'],
  ['天猫国际', 'tmall'],
  ['天猫超市', 'tmall'],
  ['tmall', 'tmall'],
  ['1', 'tmall'],
  ['b', 'tmall'],
  ['京东', 'jd'],
  ['京东自营', 'jd'],
  ['jd', 'jd'],
  ['拼多多', 'pdd'],
  ['pdd', 'pdd'],
  ['抖音', 'douyin'],
  ['抖店', 'douyin'],
  ['douyin', 'douyin'],
]);

/**
 * The platform a cell names. `1`/`0` and `B`/`C` are how 大淘客, TOP and 好单库 write Tmall and Taobao.
 * @returns null for unknown words
 */
export function parsePlatform(text: string): Platform | null {
  return names.get(text) ?? names.get(foldTraditional(text.normalize('NFKC').replace(/\s/g, '').toLowerCase())) ?? null;
}

export function marketOf(platform: Platform): Market {
  return platform === 'tmall' ? 'taobao' : platform;
}
