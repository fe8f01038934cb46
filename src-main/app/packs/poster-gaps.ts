import type { PosterGaps } from '#contract/packs';
import type { PackPlan } from '#domain/copy-pack/plan-pack';
import type { PackSources } from './campaign-pack.ts';

const shownCharacters = 12;

/** What posters would show less of than the product is called; the copy itself holds it all. */
export function posterGaps({ items }: PackPlan, sources: Pick<PackSources, 'lostOnPoster'>): PosterGaps {
  const lacking = items
    .flatMap(({ images }) => images.flatMap((job) => (job.kind === 'poster' ? [job.spec] : [])))
    .map(({ title, shop }) => sources.lostOnPoster(`${title}${shop ?? ''}`))
    .filter((lost) => lost.length > 0);
  return { items: lacking.length, characters: [...new Set(lacking.flat())].slice(0, shownCharacters) };
}
