import { describe, expect, it } from 'vitest';
import { assignRenewals, type OfferedLinks } from './assign-renewals.ts';

const waiting = [
  { productId: 'taobao:1', title: '小树苗儿童牙膏防蛀' },
  { productId: 'taobao:2', title: '保温杯304不锈钢大容量' },
  { productId: 'taobao:3', title: '登山绳户外安全绳' },
];
const offer = (changes: Partial<OfferedLinks>): OfferedLinks => ({
  productId: null,
  title: null,
  usable: true,
  ...changes,
});
const assigned = (...offers: OfferedLinks[]) =>
  assignRenewals(waiting, offers).map(({ productId, offer: index, by }) => [productId.slice(-1), index, by]);

describe('assignRenewals', () => {
  it('goes by what the links are known to be, whatever their order', () => {
    expect(assigned(offer({ productId: 'taobao:3' }), offer({ productId: 'taobao:1' }))).toEqual([
      ['1', 1, 'same'],
      ['3', 0, 'same'],
    ]);
  });

  it('takes a part of the name where only one product has it', () => {
    expect(assigned(offer({ title: '【保温杯 304不锈钢】' }), offer({ title: '安全绳' }))).toEqual([['2', 0, 'title']]);
  });

  it('takes the order when as many came back as were given out', () => {
    expect(assigned(offer({}), offer({ productId: 'taobao:2' }), offer({}))).toEqual([
      ['1', 0, 'order'],
      ['2', 1, 'same'],
      ['3', 2, 'order'],
    ]);
    expect(assigned(offer({}), offer({}))).toEqual([]);
  });

  it('leaves alone what belongs to another product or is of no use', () => {
    expect(
      assigned(offer({ productId: 'taobao:9' }), offer({}), offer({ productId: 'taobao:2', usable: false })),
    ).toEqual([]);
  });
});
