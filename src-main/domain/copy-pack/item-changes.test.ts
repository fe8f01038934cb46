import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomes } from '../openability/outcomes.ts';
import { type ItemNow, itemChanges, type ItemThen } from './item-changes.ts';

const then: ItemThen = {
  outcome: 'opens',
  priceFen: 6990,
  finalPriceFen: 3990,
  couponEndsOn: '2026-11-30',
  hasQrCode: true,
};
const product = { priceFen: 6990, finalPriceFen: 3990, couponState: 'active' as const };
const now: ItemNow = { product, outcome: 'opens', qrOutcome: 'opens', today: '2026-11-25' };
const codes = (change: Partial<ItemNow>, before: Partial<ItemThen> = {}): string[] =>
  itemChanges({ ...then, ...before }, { ...now, ...change }).map(({ code, severity }) => `${severity} ${code}`);

describe('what changed since a pack was written', () => {
  it('is nothing while nothing changed', () => expect(codes({})).toEqual([]));

  it.each<[Partial<ItemNow>, string[]]>([
    [{ outcome: 'dead' }, ['stop link-dead']],
    [{ outcome: 'blocked' }, ['stop link-blocked']],
    [{ outcome: 'copy-to-browser' }, ['note outcome-changed']],
    [{ outcome: null }, ['note link-not-in-catalog']],
    [{ qrOutcome: 'dead' }, ['stop qr-dead']],
    [{ qrOutcome: null }, []],
    [{ today: '2026-11-30' }, []],
    [{ today: '2026-12-01' }, ['stop coupon-ended']],
    [{ product: { ...product, couponState: 'used-up', finalPriceFen: 6990 } }, ['stop coupon-ended', 'stop price-up']],
    [{ product: { ...product, finalPriceFen: 2990 } }, ['note price-down']],
    [{ product: null }, ['note not-in-catalog']],
    [{ product: null, today: '2026-12-01' }, ['stop coupon-ended', 'note not-in-catalog']],
    [{ outcome: 'copy-to-browser', qrOutcome: 'blocked' }, ['stop qr-dead', 'note outcome-changed']],
  ])('%j is %j', (change, expected) => expect(codes(change)).toEqual(expected));

  it('does not speak of a coupon or code there never was', () => {
    const plain = { couponEndsOn: null, finalPriceFen: 6990, hasQrCode: false };
    const after = {
      product: { ...product, finalPriceFen: 6990, couponState: 'expired' as const },
      qrOutcome: 'dead' as const,
    };
    expect(codes(after, plain)).toEqual([]);
  });

  it('is silent about a link that was let out as it is', () => {
    for (const outcome of outcomes) expect(codes({ outcome }, { outcome })).toEqual([]);
  });

  it('puts what must not be posted first, for anything', () => {
    const fen = fc.option(fc.integer({ min: 1, max: 99_999 }), { nil: null });
    const anything = fc.record({
      outcome: fc.option(fc.constantFrom(...outcomes), { nil: null }),
      qrOutcome: fc.option(fc.constantFrom(...outcomes), { nil: null }),
      today: fc.constantFrom('2026-11-01', '2026-12-31'),
      product: fc.option(
        fc.record({
          priceFen: fen,
          finalPriceFen: fen,
          couponState: fc.constantFrom('active', 'expired', 'none' as const),
        }),
        { nil: null },
      ),
    });
    fc.assert(
      fc.property(anything, (after) => {
        const severities = itemChanges(then, after as ItemNow).map(({ severity }) => severity);
        expect(severities).toEqual(severities.toSorted().toReversed());
      }),
    );
  });
});
