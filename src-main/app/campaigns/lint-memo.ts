import type { Finding } from '#domain/compliance/finding';
import { textHash } from '#domain/shared/text-hash';

/** Rules and surfaces remembered at once; the oldest go first. */
const rememberedKeys = 16;
/** Texts remembered for each; some 20 MB when none of them is clean. */
const rememberedTexts = 20_000;

/** Findings by text hash; as it is kept between two starts of the program. */
interface KeptLints {
  clean: number[];
  found: [number, Finding[]][];
}

/**
 * Remembers what the rules said of texts: most copies of a campaign stay the same from one look to the next, and
 * judging a text costs more than everything else about it. A key stands for the rules, the language and the surface.
 */
export class LintMemo {
  readonly #byKey = new Map<string, Map<number, Finding[]>>();

  lint(key: string, text: string, judge: () => Finding[]): Finding[] {
    const texts = this.#texts(key);
    const hash = textHash(text);
    const known = texts.get(hash);
    if (known) return known;
    if (texts.size >= rememberedTexts) texts.delete(texts.keys().next().value ?? 0);
    const findings = judge();
    texts.set(hash, findings);
    return findings;
  }

  /** Takes in what was kept under the same key. */
  restore(key: string, json: string): void {
    const { clean, found } = JSON.parse(json) as KeptLints;
    const texts = this.#texts(key);
    for (const hash of clean) texts.set(hash, []);
    for (const [hash, findings] of found) texts.set(hash, findings);
  }

  /** What is known of these texts, to be kept. */
  keep(key: string, texts: readonly string[]): string {
    const known = this.#texts(key);
    const kept: KeptLints = { clean: [], found: [] };
    for (const hash of new Set(texts.map(textHash))) {
      const findings = known.get(hash);
      if (findings && findings.length > 0) kept.found.push([hash, findings]);
      else if (findings) kept.clean.push(hash);
    }
    return JSON.stringify(kept);
  }

  #texts(key: string): Map<number, Finding[]> {
    const known = this.#byKey.get(key);
    if (known) return known;
    const [oldest] = this.#byKey.keys();
    if (this.#byKey.size >= rememberedKeys && oldest !== undefined) this.#byKey.delete(oldest);
    const fresh = new Map<number, Finding[]>();
    this.#byKey.set(key, fresh);
    return fresh;
  }
}
