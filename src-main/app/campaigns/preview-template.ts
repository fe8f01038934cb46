import type { CatalogReader, LinkReader } from '#app/ports/catalog-reader';
import type { Settings } from '#contract/settings';
import type { SurfaceId } from '#contract/surfaces';
import type { Finding } from '#domain/compliance/finding';
import type { Linter } from '#domain/compliance/linter';
import { pickLink } from '#domain/campaigns/pick-link';
import { copyFacts, type ItemSource } from '#domain/campaigns/prepare-item';
import { compileTemplate, renderTemplate } from '#domain/campaigns/templates/template-engine';
import { templateProduct } from '#domain/campaigns/templates/template-product';

interface Dependencies {
  catalog: CatalogReader;
  links: LinkReader;
  settings: { get(): Settings };
  verdicts: { prepare(): string };
  compliance: { linterFor(asOf: string): Linter };
}

const undecided: ItemSource['decision'] = {
  text: null,
  linkHash: null,
  overrideReason: null,
  exportedAt: null,
  postedAt: null,
};

/** How a template reads for one product: the one named, else the first of the catalog; '' when there is none. */
export function previewTemplate(
  { catalog, links, settings, verdicts, compliance }: Dependencies,
  body: string,
  surface: SurfaceId,
  productId: string | null,
): { text: string; findings: Finding[] } {
  const asOf = verdicts.prepare();
  const [rowId] = productId === null ? catalog.firstRowIds(1) : catalog.selectedRowIds({ ids: [productId] }, asOf);
  const product = rowId === undefined ? undefined : catalog.byRowIds([rowId], asOf).get(rowId);
  const compiled = compileTemplate(body);
  if (rowId === undefined || !product || !compiled.ok) return { text: '', findings: [] };
  const own = links.ofProducts([rowId], surface, asOf).get(rowId) ?? [];
  const recommendText = catalog.recommendTexts([rowId]).get(rowId) ?? null;
  const source: ItemSource = { product, recommendText, links: own, scanned: [], postedOn: null, decision: undecided };
  const facts = copyFacts(source, pickLink(source, surface), surface);
  const rendered = renderTemplate(compiled.template, templateProduct(facts, { adMark: settings.get().adMark }));
  const text = rendered.ok ? rendered.text : '';
  return { text, findings: compliance.linterFor(asOf).lint(text, { surface, suggest: false }).findings };
}
