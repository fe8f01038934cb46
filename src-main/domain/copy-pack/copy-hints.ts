import type { SurfaceId } from '#contract/surfaces';
import { linkForm } from '../links/link-kinds.ts';
import type { PackLink } from './pack-input.ts';
import { surfaceShape } from './pack-limits.ts';

/** Something worth knowing about a copy before posting; never a reason to refuse. The sentence is packMessages.hints. */
export interface CopyHint {
  code: 'folds' | 'too-long' | 'link-not-in-text' | 'token-not-alone' | 'no-link' | 'images-left-out' | 'qr-left-out';
  /** How sure the fact behind the hint is; null for what was simply counted. */
  confidence: 'high' | 'low' | null;
  params: Readonly<Record<string, string | number>>;
}

/** Characters of one line on a phone in Moments, 全角 = 1; general knowledge, no source found. */
const momentsLineWidth = 20;

/** Length and link hints for a copy on a surface; used by the editor and by the pack. */
export function copyHints(text: string, surface: SurfaceId, link: PackLink | null): CopyHint[] {
  const { characters, foldLines } = surfaceShape(surface);
  const hints: CopyHint[] = [];
  const lines = shownLines(text);
  if (foldLines !== null && lines > foldLines) {
    hints.push({ code: 'folds', confidence: 'low', params: { lines, limit: foldLines } });
  }
  const length = Array.from(text).length;
  if (characters !== null && length > characters) {
    hints.push({ code: 'too-long', confidence: 'high', params: { length, limit: characters } });
  }
  const linkHint = aboutLink(text, surface, link);
  return linkHint ? [...hints, linkHint] : hints;
}

function aboutLink(text: string, surface: SurfaceId, link: PackLink | null): CopyHint | null {
  const hint = (code: CopyHint['code']): CopyHint => ({ code, confidence: null, params: {} });
  if (!link) return hint('no-link');
  const value = link.value.trim();
  // On Moments the way to buy is the picture's QR code as often as the text.
  if (!text.includes(value)) return surface === 'moments' ? null : hint('link-not-in-text');
  return linkForm(link.kind) === 'token' && !standsAlone(text, value) ? hint('token-not-alone') : null;
}

/** Whether nothing shares a line with the 口令; apps read the whole pasted line. */
function standsAlone(text: string, value: string): boolean {
  const start = text.indexOf(value);
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const end = start + value.length;
  const next = text.indexOf('\n', end);
  return before.trim() === '' && text.slice(end, next < 0 ? text.length : next).trim() === '';
}

const wide =
  /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f000}-\u{3ffff}]/u;

/** Lines as a phone shows them: long ones wrap. */
function shownLines(text: string): number {
  const rows = text.split('\n').map((line) => {
    let width = 0;
    for (const character of line) width += wide.test(character) ? 1 : 0.5;
    return Math.max(1, Math.ceil(width / momentsLineWidth));
  });
  return rows.reduce((sum, count) => sum + count, 0);
}
