import { readFileSync } from 'node:fs';
import { classifyText } from '#domain/links/classify';
import { lifecycleFacts } from '#domain/links/lifecycle';
import type { LinkEvidence } from '#domain/openability/evidence';
import { impact, type ImpactLink } from '#domain/openability/impact';
import { compileJudge, type Judge } from '#domain/openability/judge';
import { parsePack } from '#domain/openability/read-pack';
import type { Figure } from './figure.ts';

const linkCount = 200_000;
const surfaces = ['chat_1v1', 'group', 'moments', 'oa_article', 'oa_article_readmore', 'oa_menu'];
const packFile = new URL('../../resources/rulepacks/openability/wechat-openability@2026-11-23.json', import.meta.url);

/** The links a catalog holds, in the mix of the usual exports: item page, affiliate link, 口令, coupon page. */
function texts(): string[] {
  const pad = (index: number, length: number): string => index.toString(36).padStart(length, '0');
  const forms = [
    (index: number) => `https://item.taobao.com/item.htm?id=${557_662_696_505 + index}`,
    (index: number) => `https://s.click.taobao.com/t?e=m%3D2%26s%3D${pad(index, 30)}&pvid=12_1.1.1.1_${index}`,
    (index: number) => `￥aB${pad(index, 9)}￥`,
    (index: number) =>
      `https://uland.taobao.com/coupon/edetail?e=${pad(index, 40)}&pid=mm_29563340_122900348_${index}&af=1`,
    (index: number) => `71￥ CZ3457 cD${pad(index, 9)}￥ https://m.tb.cn/h.${pad(index, 7)}  商品${index}`,
  ];
  return Array.from({ length: linkCount }, (_, index) => forms[index % forms.length]?.(index) ?? '');
}

/** Every link with its validity; a tenth have expired, a hundredth were probed. */
function asImpactLink(text: string, index: number): ImpactLink {
  const [part] = classifyText(text);
  if (!part) throw new Error(`not recognised: ${text}`);
  const lifecycle = lifecycleFacts(part, {
    issuedOn: index % 10 === 0 ? '2025-01-01' : '2026-11-01',
    couponEndsOn: index % 10 === 5 ? '2026-11-20' : '2026-12-31',
    fromField: null,
    couponLeft: 10,
    couponSeenOn: '2026-11-23',
  });
  const probe = { id: `p${index}`, probe: 'wapredirect', result: 'wechat-blocked', outcome: 'blocked' as const };
  const evidence: LinkEvidence = {
    lifecycle,
    probes:
      index % 100 === 0 ? [{ ...probe, scope: 'every-surface', checkedAt: '2026-11-22T02:00:00Z', params: {} }] : [],
    devices: [],
  };
  return { id: String(index), link: { kind: part.kind, host: part.host }, evidence };
}

function judgeAll(judge: Judge, links: readonly ImpactLink[]): number {
  let known = 0;
  for (const { link, evidence } of links) {
    for (const surface of surfaces) if (judge.judge(link, surface, evidence).outcome !== 'unknown') known += 1;
  }
  return known;
}

function timed<T>(work: () => T): { seconds: number; result: T } {
  const from = performance.now();
  const result = work();
  return { seconds: (performance.now() - from) / 1000, result };
}

/** Verdicts from policy and lifecycle for 200,000 links × 6 surfaces, impact of another day, and recognition speed. */
export async function bench(): Promise<Figure[]> {
  const reading = parsePack(readFileSync(packFile, 'utf8'));
  if (!reading.ok) throw new Error('the built-in pack cannot be read');
  const samples = texts();
  const recognition = timed(() => samples.map(asImpactLink));
  const links = recognition.result;
  const hostile = 'https://m.tb.cn/h.UQ4ceEC看￥SIH6XbwRfyt￥'.repeat(30_000).slice(0, 1_000_000);
  const scan = timed(() => classifyText(hostile));
  const verdicts = timed(() => judgeAll(compileJudge(reading.pack, '2026-11-23'), links));
  const change = timed(() => {
    const before = compileJudge(reading.pack, '2021-09-20');
    return impact(before, compileJudge(reading.pack, '2026-11-23'), { links, surfaces, listLimit: 1000 });
  });
  const count = linkCount * surfaces.length;
  return [
    { name: `${count} verdicts from policy, lifecycle and probes`, value: verdicts.seconds, unit: 's', limit: 3 },
    { name: 'verdicts per second', value: count / verdicts.seconds, unit: 'verdicts/s', limit: 400_000 },
    { name: `impact of another day on ${count} verdicts`, value: change.seconds, unit: 's', limit: 5 },
    { name: 'links recognised', value: linkCount / recognition.seconds, unit: 'links/s' },
    { name: 'one pasted megabyte searched for links', value: 1 / scan.seconds, unit: 'MB/s' },
  ];
}
