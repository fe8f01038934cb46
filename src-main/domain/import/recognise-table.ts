import { headerAliases } from './header-aliases.ts';
import { normalizeHeader, withoutHints } from './header-name.ts';
import { type KnownLayout, knownLayouts } from './known-layouts.ts';
import { type OtherTable, otherTables } from './other-tables.ts';

/** Below this share of a layout's headers the file is not called by the layout's name. */
const nearShare = 0.8;

export interface RecognisedLayout {
  id: string;
  name: KnownLayout['name'];
  /** Every header of the layout is there. */
  complete: boolean;
}

/** So many unmistakable headers tell a layout whose files hold only some of its columns. */
const enoughUnmistakable = 4;

const layouts = knownLayouts.map((layout) => ({
  layout,
  names: new Set(layout.headers.map(normalizeHeader)),
  unmistakable: (layout.unmistakable ?? []).map(normalizeHeader),
}));

const knownNames: ReadonlySet<string> = new Set(
  [
    ...Object.values(headerAliases).flat(),
    ...knownLayouts.flatMap((layout) => layout.headers),
    ...otherTables.flatMap((table) => [...table.anyOf, ...table.among]),
  ].map(normalizeHeader),
);

/** How many cells of a row are header names this program knows. */
export function countKnownHeaders(cells: readonly string[]): number {
  const found = new Set<string>();
  for (const cell of cells) {
    // A header is short; this also keeps long data cells from being normalised for nothing.
    if (cell.length === 0 || cell.length > 60) continue;
    const name = withoutHints(normalizeHeader(cell));
    if (knownNames.has(name)) found.add(name);
  }
  return found.size;
}

/** The known layout these headers are, in whatever order; the largest one when several fit. Null when none is near. */
export function recogniseLayout(headers: readonly string[]): RecognisedLayout | null {
  const present = new Set(headers.map(normalizeHeader));
  let best: { layout: KnownLayout; shared: number; share: number } | null = null;
  for (const { layout, names, unmistakable } of layouts) {
    let shared = 0;
    for (const name of names) if (present.has(name)) shared += 1;
    const share = shared / names.size;
    const told = unmistakable.filter((name) => present.has(name)).length >= enoughUnmistakable;
    if (share < nearShare && !told) continue;
    const better = best === null || shared > best.shared || (shared === best.shared && share > best.share);
    if (better) best = { layout, shared, share };
  }
  return best && { id: best.layout.id, name: best.layout.name, complete: best.share === 1 };
}

/** The kind of report these headers are, when they are one that holds no products. */
export function recogniseOtherTable(headers: readonly string[]): OtherTable | null {
  const present = new Set(headers.map(normalizeHeader));
  const has = (name: string) => present.has(normalizeHeader(name));
  return (
    otherTables.find(
      (table) => table.anyOf.some(has) && table.among.filter(has).length >= table.atLeast && !table.noneOf.some(has),
    ) ?? null
  );
}
