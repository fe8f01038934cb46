import type { JobContext } from '#app/jobs/job-specs';
import type { ScannedProduct, ScanStore, UnscannedProduct } from '#app/ports/scan-store';
import type { ProductTextField } from '#contract/compliance';
import type { Linter } from '#domain/compliance/linter';
import { productTextSurfaces } from './product-findings.ts';

const productsPerChunk = 500;
/** Judged without a break: some milliseconds of work. */
const productsPerBreath = 50;

export interface ScanResult {
  scanned: number;
}

/** What products are judged by, and the fingerprint that stands for it. */
export interface ScanRules {
  linter: Linter;
  fingerprint: string;
}

/**
 * Judges titles and 推荐语 of every product that changed, or that was judged by other rules, since the last scan.
 * Interrupted at any point it simply goes on with the rest the next time. Rules, lists and the as-of date are asked for
 * before each chunk: a change in the middle of a scan counts from there on, and what was judged before is judged again.
 */
export async function scanCatalog(store: ScanStore, rules: () => ScanRules, context: JobContext): Promise<ScanResult> {
  let scanned = 0;
  let total = 0;
  let after = 0;
  let judgedBy = '';
  for (;;) {
    const { linter, fingerprint } = rules();
    if (fingerprint !== judgedBy) {
      judgedBy = fingerprint;
      after = 0;
      total = scanned + store.countUnscanned(fingerprint);
    }
    const products = store.unscanned(fingerprint, after, productsPerChunk);
    // At the end once more from the start: an import may have changed products that were passed already.
    if (products.length === 0 && after === 0) return { scanned };
    after = products.at(-1)?.rowId ?? 0;
    if (products.length === 0) continue;
    const judged: ScannedProduct[] = [];
    for (const [at, product] of products.entries()) {
      if (at % productsPerBreath === 0) await context.breathe();
      judged.push(scanProduct(product, linter));
    }
    await store.save(judged, fingerprint);
    scanned += products.length;
    context.progress(scanned, Math.max(total, scanned), 'scanning');
  }
}

function scanProduct({ rowId, batchId, title, recommendText }: UnscannedProduct, linter: Linter): ScannedProduct {
  const product: ScannedProduct = { rowId, batchId, findings: [], allowed: [] };
  const scan = (field: ProductTextField, text: string | null): void => {
    if (text === null) return;
    const report = linter.lint(text, { surface: productTextSurfaces[field], suggest: false });
    for (const finding of report.findings) if (finding.severity !== 'info') product.findings.push({ field, finding });
    for (const { finding } of report.allowed) product.allowed.push({ field, finding });
  };
  scan('title', title);
  scan('recommend', recommendText);
  return product;
}
