import type { FindingReader } from '#app/ports/finding-reader';
import type { SilencedFinding, SilencedFindings } from '#contract/compliance';
import type { FindingPlace, PhraseTrial } from '#domain/compliance/user/phrase-trial';

const findingsPerChunk = 1000;
const mostShown = 200;

interface Dependencies {
  findings: FindingReader;
  trial: PhraseTrial;
  /** Lets other work of the thread in; throws when the answer is no longer wanted. */
  breathe(): Promise<void>;
}

/** The finding a phrase is made for, in its text. */
export interface NamedFinding extends FindingPlace {
  text: string;
  surface: string | null;
}

/**
 * What allowing a phrase would silence: looked up among all findings of the catalog that it could, so that nobody waves
 * through more than they meant to.
 * @param category the one category the phrase is for; null = all
 */
export async function silencedFindings(
  { findings, trial, breathe }: Dependencies,
  category: string | null,
  named: NamedFinding | null,
): Promise<SilencedFindings> {
  const items: SilencedFinding[] = [];
  const products = new Set<string>();
  let count = 0;
  for (let after = 0; ; ) {
    const chunk = findings.open(category, after, findingsPerChunk);
    for (const { productId, title, field, text, finding } of chunk) {
      if (!trial.silences(text, finding)) continue;
      count += 1;
      products.add(productId);
      if (items.length >= mostShown) continue;
      const { severity, category: found, text: wording } = finding;
      items.push({ productId, title: title ?? productId, field, severity, category: found, text: wording });
    }
    after = chunk.at(-1)?.id ?? after;
    if (chunk.length < findingsPerChunk) break;
    await breathe();
  }
  const silencesFinding = named && trial.silencesPlace(named.text, named, named.surface ?? undefined);
  const wider = named && silencesFinding === false ? trial.wider(named.text, named, named.surface ?? undefined) : null;
  return { silencesFinding, wider, count, products: products.size, items };
}
