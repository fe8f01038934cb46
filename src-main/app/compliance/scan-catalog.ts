import type { JobContext } from '#app/jobs/job-specs';
import type { ScannedProduct, ScanStore, UnscannedProduct } from '#app/ports/scan-store';
import type { Linter } from '#domain/compliance/linter';

const productsPerChunk = 500;

export interface ScanResult {
  scanned: number;
}

/**
 * Judges titles and 推荐语 of every product that changed, or that was judged by other rules, since the last scan.
 * Interrupted at any point it simply goes on with the rest the next time.
 * @param rules fingerprint of the rules in force, so that a change of rules or of the as-of date means scanning again
 */
export async function scanCatalog(
  store: ScanStore,
  linter: Linter,
  rules: string,
  context: JobContext,
): Promise<ScanResult> {
  const total = store.countUnscanned(rules);
  let scanned = 0;
  for (;;) {
    const products = store.unscanned(rules, productsPerChunk);
    if (products.length === 0) return { scanned };
    await store.save(
      products.map((product) => scanProduct(product, linter)),
      rules,
    );
    scanned += products.length;
    context.progress(scanned, Math.max(total, scanned), 'scanning');
    await context.breathe();
  }
}

function scanProduct({ rowId, batchId, title, recommendText }: UnscannedProduct, linter: Linter): ScannedProduct {
  const findings: ScannedProduct['findings'] = [];
  const scan = (field: 'title' | 'recommend', text: string | null, surface: string): void => {
    if (text === null) return;
    for (const finding of linter.lint(text, { surface, suggest: false }).findings) {
      if (finding.severity !== 'info') findings.push({ field, finding });
    }
  };
  scan('title', title, 'product-title');
  scan('recommend', recommendText, 'text');
  return { rowId, batchId, findings };
}
