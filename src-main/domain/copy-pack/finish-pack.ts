import { allTextsFile, type PackTextFile, textFile } from './pack-texts.ts';
import { type ImageOutcome, renderIndexPage } from './pages/index-page.ts';
import { renderReportPage } from './pages/report-page.ts';
import type { PackWords } from './pack-words.ts';
import { packFileNames, type PackPlan, type PlannedItem } from './plan-pack.ts';

/** The item's own text files: the copy and, where it has one, the link alone. */
export function itemTextFiles({ textPath, text, linkPath, source }: PlannedItem): PackTextFile[] {
  const copy = textFile(textPath, text);
  return linkPath === null || !source.link ? [copy] : [copy, textFile(linkPath, source.link.value.trim())];
}

/** The files that can only be written once it is known which pictures were made. The manifest comes after these. */
export function finishPack(
  plan: PackPlan,
  images: ReadonlyMap<string, ImageOutcome>,
  words: PackWords,
): PackTextFile[] {
  const view = { plan, images, words };
  return [
    allTextsFile(plan),
    { path: packFileNames.index, content: renderIndexPage(view) },
    { path: packFileNames.report, content: renderReportPage(view) },
  ];
}
