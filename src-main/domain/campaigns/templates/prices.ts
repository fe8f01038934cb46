/** The prices a copy may state, in 分. */
export interface StatedPrices {
  price: number | null;
  /** What the buyer pays. */
  paid: number | null;
  /** How much less that is; null when it is not less. */
  saved: number | null;
}

/** Prices that never contradict each other: a price after the coupon above the price itself is not believed. */
export function statedPrices(facts: { priceFen: number | null; finalPriceFen: number | null }): StatedPrices {
  const price = positive(facts.priceFen) ?? positive(facts.finalPriceFen);
  const final = positive(facts.finalPriceFen);
  const paid = final !== null && price !== null && final <= price ? final : price;
  return { price, paid, saved: price !== null && paid !== null && paid < price ? price - paid : null };
}

const positive = (fen: number | null): number | null => (fen !== null && fen > 0 ? fen : null);
