import { copyUnits, createView, push, type View } from './view.ts';

const lineBreak = 10;

/** The stretches of a view within `reach` units of a unit that went through one of `folds`. */
export function stretchesAround(
  { length, folds: went }: View,
  folds: number,
  reach: number,
): { from: number; to: number }[] {
  const near: { from: number; to: number }[] = [];
  for (let at = 0; at < length; at += 1) {
    if (((went[at] ?? 0) & folds) === 0) continue;
    const last = near.at(-1);
    const from = Math.max(0, at - reach);
    const to = Math.min(length, at + reach + 1);
    if (last !== undefined && from <= last.to) last.to = to;
    else near.push({ from, to });
  }
  return near;
}

/**
 * The parts of a view within `reach` units of a unit that went through one of `folds`, joined by line breaks.
 * The view itself when everything is near, null when nothing is.
 */
export function windowsAround(view: View, folds: number, reach: number): View | null {
  const near = stretchesAround(view, folds, reach);
  const [first] = near;
  if (first === undefined) return null;
  if (near.length === 1 && first.from === 0 && first.to === view.length) return view;
  const out = createView(view.length, view.memory);
  for (const { from, to } of near) {
    copyUnits(view, from, to, out);
    const end = view.end[to - 1] ?? 0;
    push(out, lineBreak, end - 1, end, 0);
  }
  return out;
}
