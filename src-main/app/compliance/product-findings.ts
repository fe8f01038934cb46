import type { CatalogReader } from '#app/ports/catalog-reader';
import type { FindingReader } from '#app/ports/finding-reader';
import { AppError } from '#contract/errors';
import type { ProductFindings, ProductTextField } from '#contract/compliance';
import type { Linter } from '#domain/compliance/linter';

const mostPast = 100;

/** Titles are judged as titles, 推荐语 as text without a surface: they go to several. The scan job does the same. */
export const productTextSurfaces: Record<ProductTextField, string> = { title: 'product-title', recommend: 'text' };

interface Dependencies {
  catalog: CatalogReader;
  findings: FindingReader;
  linter: Linter;
  asOf: string;
}

/**
 * What the rules say of a product's own texts, judged at this moment with rewrites, and what scans once found.
 * @throws AppError `NOT_FOUND`
 */
export function productFindings({ catalog, findings, linter, asOf }: Dependencies, productId: string): ProductFindings {
  const [rowId] = catalog.selectedRowIds({ ids: [productId] }, asOf);
  const product = rowId === undefined ? undefined : catalog.byRowIds([rowId], asOf).get(rowId);
  if (rowId === undefined || product === undefined)
    throw new AppError('NOT_FOUND', `no product ${productId}`, { params: { detail: '商品' } });
  const texts = { title: product.title, recommend: catalog.recommendTexts([rowId]).get(rowId) ?? null };
  return {
    texts: (['title', 'recommend'] as const).flatMap((field) => {
      const text = texts[field];
      if (text === null || text === '') return [];
      return [{ field, text, report: linter.lint(text, { surface: productTextSurfaces[field] }) }];
    }),
    past: findings.past(rowId, mostPast),
  };
}
