import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeTopReason, topReasons, type TopReason } from '#contract/messages/top-messages';
import { mostTries, waitBeforeRetry } from './back-off.ts';
import { commissionBp } from './commission-scale.ts';
import { pidCheck } from './pid-check.ts';
import { readTopAnswer } from './top-call.ts';
import { readErrorResponse } from './top-refusal.ts';

const reasonOf = (method: string, error: object): TopReason => readErrorResponse(method, error).reason;
const any = 'taobao.tbk.item.info.upgrade.get';

describe('refusals', () => {
  it('knows every code of the platform', () => {
    const codes = [
      3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 40, 41, 42, 43,
    ];
    for (const code of codes) expect(reasonOf(any, { code, msg: 'x' })).not.toBe('unknown');
    expect(reasonOf(any, { code: 11, sub_code: 'isv.permission-ip-whitelist-limit' })).toBe('ip-whitelist');
    expect(reasonOf(any, { code: 50, sub_code: 'isv.invalid-parameter:adzone_id', sub_msg: '非法参数' })).toBe(
      'invalid-parameter',
    );
    expect(reasonOf(any, { code: 15, sub_code: 'isp.remote-service-timeout' })).toBe('unavailable');
  });

  it('reads the numbers of each method as that method means them', () => {
    expect(reasonOf('taobao.tbk.tpwd.create', { code: 15, sub_code: '20000' })).toBe('token-link');
    expect(reasonOf('taobao.tbk.tpwd.create', { code: 15, sub_code: '25' })).toBe('token-failed');
    expect(reasonOf('taobao.tbk.coupon.get', { code: 15, sub_code: '11' })).toBe('coupon-used-up');
    expect(reasonOf('taobao.tbk.coupon.get', { code: 15, sub_code: '1912' })).toBe('numeric-id');
    expect(reasonOf('taobao.tbk.dg.material.optional.upgrade', { code: 15, sub_code: '30002' })).toBe('search-empty');
    expect(reasonOf('taobao.tbk.spread.get', { code: 15, sub_code: '11' })).toBe('unknown');
  });

  it('tells refused numeric ids by the words', () => {
    const sub_msg = '根据联盟政策要求，不允许数字id转链，请使用新商品id';
    expect(reasonOf('taobao.tbk.dg.general.link.convert', { code: 15, sub_code: '99', sub_msg })).toBe('numeric-id');
  });

  it('takes no code for a property that every object has', () => {
    for (const name of ['constructor', 'toString', '__proto__']) {
      expect(reasonOf('taobao.tbk.coupon.get', { code: name, sub_code: name })).toBe('unknown');
    }
  });

  it('keeps what the platform said of an error nobody knows', () => {
    const refused = readErrorResponse(any, { code: 999, sub_msg: '新错误', request_id: 'r1' });
    expect(refused).toMatchObject({ reason: 'unknown', params: { detail: '999 新错误', requestId: 'r1' } });
    expect(describeTopReason(refused.reason, refused.params, 'zh-CN')).toContain('999 新错误');
  });

  it('takes a page in the place of an answer for what it is', () => {
    const result = readTopAnswer(pidCheck('mm_1_1_1'), '<html><title>登录上网</title></html>');
    expect(result).toMatchObject({ ok: false, refusal: { reason: 'unreadable', params: { detail: '登录上网' } } });
    expect(readTopAnswer(pidCheck('mm_1_1_1'), '{"other_response":{}}')).toMatchObject({ ok: false });
  });

  it('says in both languages what to do, and leaves no place unfilled', () => {
    for (const reason of Object.keys(topReasons) as TopReason[]) {
      for (const locale of ['zh-CN', 'en'] as const) {
        expect(describeTopReason(reason, {}, locale)).not.toMatch(/\{\w+\}|安全|\bsafe\b/i);
      }
    }
  });
});

describe('trying again', () => {
  const limited = (sub_msg: string) => readErrorResponse(any, { code: 7, msg: 'App Call Limited', sub_msg });

  it('waits out a ban, and not one that is too long', () => {
    const short = limited('This ban will last for 2 more seconds');
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (random) => {
        const wait = waitBeforeRetry(short, 1, random);
        expect(wait).toBeGreaterThanOrEqual(2_000);
        expect(wait).toBeLessThanOrEqual(3_000);
      }),
    );
    expect(waitBeforeRetry(limited('This ban will last for 30000 more seconds'), 1, 0)).toBeNull();
  });

  it('waits longer each time, and gives up', () => {
    const busy = readErrorResponse(any, { code: 15, sub_code: 'isp.sys-error' });
    expect([1, 2, 3].map((tried) => waitBeforeRetry(busy, tried, 0.5))).toEqual([375, 750, 1500]);
    expect(waitBeforeRetry(busy, mostTries, 0.5)).toBeNull();
  });

  it('does not repeat what is wrong by itself', () => {
    for (const error of [{ code: 25 }, { code: 11 }, { code: 31 }, { code: 50, sub_code: 'isv.invalid-parameter' }]) {
      expect(waitBeforeRetry(readErrorResponse(any, error), 1, 0)).toBeNull();
    }
  });
});

it('never reads a rate on another scale', () => {
  expect(commissionBp('1550', 'hundredths')).toBe(1550);
  expect(commissionBp('15.5', 'percent')).toBe(1550);
  expect(commissionBp('2.50 %', 'percent-sign')).toBe(250);
  for (const [text, scale] of [
    ['15.5', 'hundredths'],
    ['1550', 'percent'],
    ['15.5 %', 'percent'],
    ['15.5', 'percent-sign'],
    ['1550表示15.5%', 'hundredths'],
    ['120', 'percent'],
  ] as const) {
    expect(commissionBp(text, scale)).toBeNull();
  }
});
