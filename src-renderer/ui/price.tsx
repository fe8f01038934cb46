import type { ReactNode } from 'react';
import type { ProductRow } from '#contract/catalog';
import { priceNow } from '#domain/catalog/price-now';
import { Money } from './money.tsx';

interface PriceProps {
  product: Pick<ProductRow, 'priceFen' | 'finalPriceFen' | 'coupon'>;
}

/** What a buyer pays now, with a coupon that can be used. */
export function Price({ product }: PriceProps): ReactNode {
  return <Money as="strong" fen={priceNow(product) ?? product.priceFen} />;
}

/** The price without the coupon, struck out; nothing where that is what a buyer pays. */
export function FormerPrice({ product }: PriceProps): ReactNode {
  const { priceFen } = product;
  const now = priceNow(product) ?? priceFen;
  return priceFen !== null && now !== null && now < priceFen ? <Money as="del" fen={priceFen} /> : null;
}
