import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signRequest, stringToSign } from '#domain/top/sign-request';
import { readTopTimestamp, systemParams, topTimestamp } from '#domain/top/system-params';
import { nodeHash } from './node-hash.ts';

/** The worked example of https://open.taobao.com/doc.htm?docId=101617&docType=1 */
const published = {
  method: 'taobao.item.seller.get',
  app_key: '12345678',
  session: 'test',
  timestamp: '2016-01-01 12:00:00',
  format: 'json',
  v: '2.0',
  sign_method: 'md5',
  fields: 'num_iid,title,nick,price,num',
  num_iid: '11223344',
};
const secret = 'helloworld';

describe('signing', () => {
  it('is as in the published example', () => {
    expect(stringToSign(published)).toBe(
      'app_key12345678fieldsnum_iid,title,nick,price,numformatjsonmethodtaobao.item.seller.getnum_iid11223344sessiontestsign_methodmd5timestamp2016-01-01 12:00:00v2.0',
    );
    expect(signRequest(published, 'md5', secret, nodeHash)).toBe('66987CB115214E59E6EC978214934FB8');
  });

  it('keys both HMACs with the secret instead of wrapping the text in it', () => {
    // Not published: computed with another implementation over the example's parameters.
    expect(signRequest({ ...published, sign_method: 'hmac' }, 'hmac', secret, nodeHash)).toBe(
      'D56D7858309C31B6251083A874D48273',
    );
    expect(signRequest({ ...published, sign_method: 'hmac-sha256' }, 'hmac-sha256', secret, nodeHash)).toBe(
      '04DB15AD0774D5CFCE2C837DE43E3FCEA9011ED74F3038FB6AB5F3C4CEA119E8',
    );
  });

  it('leaves out the signature, empty names and empty values', () => {
    expect(stringToSign({ b: '2', sign: 'X', '': 'nameless', empty: '', a: '1' })).toBe('a1b2');
  });

  it('counts Chinese text as UTF-8', () => {
    // printf '1q女装1' | md5sum
    expect(signRequest({ q: '女装' }, 'md5', '1', nodeHash)).toBe('CEEEF216171C86783CDCF9F627246668');
  });

  it('does not depend on the order of the parameters', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z_]{1,12}$/), fc.string()), (params) => {
        const turned = Object.fromEntries(Object.entries(params).reverse());
        expect(stringToSign(turned)).toBe(stringToSign(params));
      }),
    );
  });
});

describe('timestamps', () => {
  it('are Chinese wall clock time, whatever the computer is set to', () => {
    expect(topTimestamp(new Date('2026-11-30T17:05:09.900Z'))).toBe('2026-12-01 01:05:09');
    expect(readTopTimestamp('2026-12-01 01:05:09')?.toISOString()).toBe('2026-11-30T17:05:09.000Z');
  });

  it('are not read from anything else', () => {
    for (const text of ['2026-02-30 10:00:00', '2026-12-01T01:05:09', '2026-12-01', '']) {
      expect(readTopTimestamp(text)).toBeNull();
    }
  });

  it('go with each call', () => {
    const at = { method: 'm', appKey: '1', signMethod: 'hmac', timestamp: '2026-12-01 01:05:09' } as const;
    expect(stringToSign(systemParams(at))).toBe(
      'app_key1formatjsonmethodmsign_methodhmactimestamp2026-12-01 01:05:09v2.0',
    );
  });
});
