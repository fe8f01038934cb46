import { describe, expect, it } from 'vitest';
import { classifyText } from './classify.ts';
import { doubted, earning, type EarningContext } from './earning.ts';

const own = 'mm_29563340_122900348_29874650260';
const context: EarningContext = { ownPids: [own], ownRelationIds: ['1234567'], source: 'other' };

function earn(text: string, changes: Partial<EarningContext> = {}) {
  const part = classifyText(text)[0];
  if (!part) throw new Error(`no link in ${text}`);
  return earning(part, { ...context, ...changes });
}

describe('earning', () => {
  const edetail = (query: string) => `https://uland.taobao.com/coupon/edetail?${query}`;
  const cases: [string, ReturnType<typeof earning>][] = [
    ['https://item.taobao.com/item.htm?id=557662696505', { earns: 'no', owner: 'unknown', reason: 'item-page' }],
    [
      'https://uland.taobao.com/quan/detail?sellerId=1&activityId=2',
      { earns: 'no', owner: 'unknown', reason: 'coupon-page' },
    ],
    [
      'http://shop.m.taobao.com/shop/coupon.htm?seller_id=1&activity_id=2',
      { earns: 'no', owner: 'unknown', reason: 'coupon-page' },
    ],
    ['https://s.click.taobao.com/CvHjOPu', { earns: 'yes', owner: 'unknown', reason: 'affiliate-link' }],
    [edetail('e=AbC'), { earns: 'yes', owner: 'unknown', reason: 'affiliate-link' }],
    [edetail(`e=AbC&pid=${own}`), { earns: 'yes', owner: 'own', reason: 'own-pid' }],
    [edetail('e=AbC&pid=mm_29563340_1_2'), { earns: 'yes', owner: 'own', reason: 'own-account' }],
    [edetail('e=AbC&pid=mm_2956334_122900348_29874650260'), { earns: 'yes', owner: 'other', reason: 'other-pid' }],
    [edetail('e=AbC&relationId=1234567'), { earns: 'yes', owner: 'own', reason: 'own-relation' }],
    [edetail('e=AbC&relationId=7654321'), { earns: 'yes', owner: 'unknown', reason: 'affiliate-link' }],
    [edetail(`itemId=557662696505&pid=${own}`), { earns: 'yes', owner: 'own', reason: 'own-pid' }],
    [edetail('itemId=557662696505'), { earns: 'unknown', owner: 'unknown', reason: 'no-promoter' }],
    ['https://s.click.taobao.com/t?e=', { earns: 'unknown', owner: 'unknown', reason: 'no-promoter' }],
    ['https://m.tb.cn/h.UQ4ceEC', { earns: 'unknown', owner: 'unknown', reason: 'short-link' }],
    ['￥SIH6XbwRfyt￥', { earns: 'unknown', owner: 'unknown', reason: 'token' }],
    ['http://v.wzd0.com/h.DRVIuL', { earns: 'no', owner: 'unknown', reason: 'dead-link' }],
    ['https://www.example.com/', { earns: 'unknown', owner: 'unknown', reason: 'plain-page' }],
  ];
  it.each(cases)('%s', (text, expected) => expect(earn(text)).toEqual(expected));

  it('says nothing of a link that is cut, wherever it stood', () => {
    for (const source of ['affiliate-column', 'pasted-own', 'own-keys', 'own-file', 'other'] as const)
      expect(earn(`${edetail(`relationId=1234567&pid=${own}&e=AbC`)}…`, { source })).toEqual({
        earns: 'unknown',
        owner: 'unknown',
        reason: 'cut-off',
      });
  });

  it('believes the affiliate column where the text is silent, not where it speaks', () => {
    const source = 'affiliate-column';
    expect(earn('￥SIH6XbwRfyt￥', { source })).toEqual({
      earns: 'yes',
      owner: 'unknown',
      reason: 'affiliate-column',
    });
    expect(earn('https://m.tb.cn/h.UQ4ceEC', { source }).earns).toBe('yes');
    expect(earn('https://item.taobao.com/item.htm?id=557662696505', { source }).earns).toBe('no');
    expect(earn(edetail('e=A&pid=mm_1_2_3'), { source }).owner).toBe('other');
  });

  it('takes the user at their word for pasted links, unless the text says otherwise or no tool makes such links', () => {
    const source = 'pasted-own';
    const mine = { earns: 'yes', owner: 'own', reason: 'said-own' };
    expect(earn('https://s.click.taobao.com/CvHjOPu', { source })).toEqual(mine);
    expect(earn('￥SIH6XbwRfyt￥', { source })).toEqual(mine);
    expect(earn(edetail('e=A&pid=mm_1_2_3'), { source }).owner).toBe('other');
    expect(earn('https://item.taobao.com/item.htm?id=557662696505', { source }).earns).toBe('no');
    expect(earn('https://www.example.com/', { source }).reason).toBe('plain-page');
  });

  it("takes the user's own files at their word, except for texts no affiliate tool makes", () => {
    const source = 'own-file';
    expect(earn('https://m.tb.cn/h.UQ4ceEC', { source })).toEqual({ earns: 'yes', owner: 'own', reason: 'own-file' });
    expect(earn('https://s.click.taobao.com/t?e=', { source }).reason).toBe('no-promoter');
    expect(earn('https://www.example.com/', { source }).reason).toBe('plain-page');
    expect(earn(edetail('e=A&pid=mm_1_2_3'), { source }).owner).toBe('other');
  });

  it('does not count on what somebody else may have pasted', () => {
    const doubt = (text: string) => doubted(earn(text, { source: 'pasted' }), 'pasted');
    expect(doubt('https://s.click.taobao.com/CvHjOPu')).toMatchObject({ earns: 'unknown', reason: 'pasted-affiliate' });
    expect(doubt(edetail(`e=A&pid=${own}`))).toMatchObject({ earns: 'yes', owner: 'own' });
    expect(doubt(edetail('e=A&pid=mm_1_2_3')).owner).toBe('other');
  });

  it('does not call a pid foreign while the user has named none', () => {
    expect(earn(edetail('e=A&pid=mm_1_2_3'), { ownPids: [] })).toEqual({
      earns: 'yes',
      owner: 'unknown',
      reason: 'pid-visible',
    });
  });

  it('looks through a deep link and through one level of encoding', () => {
    const deep = `tbopen://m.taobao.com/tbopen/index.html?h5Url=${encodeURIComponent(edetail(`e=A&pid=${own}`))}`;
    expect(earn(deep)).toMatchObject({ owner: 'own', reason: 'own-pid' });
    expect(earn(`https://s.click.taobao.com/t_js?tu=${encodeURIComponent(`http://x/?pid=${own}`)}`).owner).toBe('own');
  });
});
