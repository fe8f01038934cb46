import { describe, expect, it } from 'vitest';
import { classifyCell, classifyText } from './classify.ts';
import { lifecycleFacts } from './lifecycle.ts';
import { validity, type ValidityContext } from './validity.ts';

const nothing: ValidityContext = { issuedOn: null, couponEndsOn: null, fromField: null };

function valid(text: string, changes: Partial<ValidityContext>) {
  const context = { ...nothing, ...changes };
  const part = (context.fromField === null ? classifyText(text) : classifyCell(text, context.fromField))[0];
  if (!part) throw new Error(`no link in ${text}`);
  return validity(part, context);
}

const short = 'https://s.click.taobao.com/CvHjOPu';
const token = '￥SIH6XbwRfyt￥';
const edetail = 'https://uland.taobao.com/coupon/edetail?e=AbC';

describe('validity', () => {
  it('counts 300 days for short links and 30 for 口令, from a day the link does not tell', () => {
    expect(valid(short, { issuedOn: '2026-01-01' })).toMatchObject({
      expiresOn: '2026-10-28',
      deadFrom: '2026-10-28',
      inclusive: false,
      basis: 'short-link-days',
    });
    expect(valid(token, { issuedOn: '2026-11-23' })).toMatchObject({
      expiresOn: '2026-12-23',
      basis: 'token-days',
      days: 30,
    });
  });

  it('counts 60 days for the short links of JD and none for its long ones', () => {
    expect(valid('https://u.jd.com/XaEB1jq', { issuedOn: '2026-11-01' })).toMatchObject({
      expiresOn: '2026-12-31',
      basis: 'short-link-days',
      days: 60,
    });
    expect(valid('https://union-click.jd.com/jdc?d=505Twi', { issuedOn: '2026-11-01' }).expiresOn).toBeNull();
  });

  it('says so when the day of issue is unknown or no day', () => {
    for (const issuedOn of [null, '', '2026-02-30', 'yesterday']) {
      expect(valid(token, { issuedOn })).toMatchObject({
        expiresOn: null,
        deadFrom: null,
        basis: 'issue-day-unknown',
        days: 30,
      });
    }
  });

  it('goes by the column label whatever stands in it', () => {
    expect(valid('https://m.tb.cn/h.UQ4ceEC', { fromField: 'affiliateShortUrl', issuedOn: '2026-01-01' }).days).toBe(
      300,
    );
    expect(valid('文字口令', { fromField: 'token', issuedOn: '2026-01-01' }).expiresOn).toBe('2026-01-31');
  });

  it('ends coupon links with the coupon, its last day included', () => {
    expect(valid(edetail, { couponEndsOn: '2026-11-30' })).toMatchObject({
      expiresOn: '2026-11-30',
      inclusive: true,
      deadFrom: '2026-12-01',
      basis: 'coupon-end',
    });
    expect(valid(token, { fromField: 'couponToken', issuedOn: '2026-11-01', couponEndsOn: '2026-11-10' }).basis).toBe(
      'coupon-end',
    );
    expect(valid(token, { fromField: 'couponToken', issuedOn: '2026-11-01', couponEndsOn: '2027-11-10' }).basis).toBe(
      'token-days',
    );
  });

  it('does not end a plain link with the coupon', () => {
    expect(valid('https://item.taobao.com/item.htm?id=557662696505', { couponEndsOn: '2026-11-01' })).toMatchObject({
      expiresOn: null,
      basis: 'while-listed',
    });
    expect(valid(token, { issuedOn: '2026-11-23', couponEndsOn: '2026-11-25' }).expiresOn).toBe('2026-12-23');
  });

  it('knows the share domains of 2016–2018 as dead, and the kinds without a stated end', () => {
    expect(valid('http://v.wzd0.com/h.DRVIuL', {})).toMatchObject({ basis: 'dead-domain', deadFrom: '2019-01-01' });
    expect(valid('https://mo.m.taobao.com/union2/page_1', {}).basis).toBe('event-period');
    expect(valid('https://wxaurl.cn/jJh2iE8xOjt', {}).basis).toBe('set-by-issuer');
    expect(valid('https://m.tb.cn/h.UQ4ceEC', {}).basis).toBe('not-stated');
  });
});

describe('lifecycleFacts', () => {
  const part = (text: string) => classifyText(text)[0]!;
  const context = { ...nothing, couponLeft: 0, couponSeenOn: '2026-11-20' };

  it('ends coupon links when the stock is empty, others not', () => {
    expect(lifecycleFacts(part(edetail), context)).toEqual([
      { code: 'coupon-used-up', deadFrom: '2026-11-20', knownOn: '2026-11-20' },
    ]);
    expect(lifecycleFacts(part(token), context)).toEqual([]);
    expect(lifecycleFacts(part(edetail), { ...context, couponLeft: 5 })).toEqual([]);
  });

  it('names what ends the link', () => {
    expect(lifecycleFacts(part(edetail), { ...context, couponLeft: null, couponEndsOn: '2026-11-30' })).toMatchObject([
      { code: 'coupon-over', deadFrom: '2026-12-01' },
    ]);
    expect(lifecycleFacts(part(short), { ...context, issuedOn: '2026-01-01' })).toMatchObject([{ code: 'expired' }]);
    expect(lifecycleFacts(part('http://v.wzd0.com/h.DRVIuL'), context)).toMatchObject([{ code: 'dead-domain' }]);
  });
});
