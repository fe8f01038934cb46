import type { ImportedProduct } from '#domain/catalog/imported-row';
import { unsaidProduct } from '#domain/catalog/unsaid-product';

/** A row that says nothing but which product it is; tests fill in what matters to them. */
export function importedProduct(itemKey: string, said: Partial<ImportedProduct> = {}): ImportedProduct {
  return { market: 'taobao', itemId: itemKey, itemKey, ...unsaidProduct, ...said };
}
