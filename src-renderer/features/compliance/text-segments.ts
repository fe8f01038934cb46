import type { Finding, Severity } from '#domain/compliance/finding';

/** A run of text under the same findings; none for plain text. */
export interface TextSegment {
  start: number;
  text: string;
  findings: readonly Finding[];
}

const rank: Record<Severity, number> = { block: 0, warn: 1, info: 2 };

/** The most severe of some findings. */
export function worstOf(findings: readonly Finding[]): Finding | undefined {
  return [...findings].sort((left, right) => rank[left.severity] - rank[right.severity])[0];
}

/** Cuts a text where findings begin and end. The pieces joined are the text; spans outside of it are ignored. */
export function textSegments(text: string, findings: readonly Finding[]): TextSegment[] {
  const inside = findings.filter(({ start, end }) => start >= 0 && start < end && end <= text.length);
  const cuts = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])].sort(
    (left, right) => left - right,
  );
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    return {
      start,
      text: text.slice(start, end),
      findings: inside.filter((finding) => finding.start <= start && end <= finding.end),
    };
  });
}
