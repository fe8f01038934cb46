import type { PackMessages } from '#contract/messages/pack-messages';
import type { PackWords } from '../pack-words.ts';
import type { Outcome, SurfaceId } from '#contract/surfaces';
import { packKey } from '../pack-key.ts';
import { packFileNames, type PackPlan, type PlannedItem } from '../plan-pack.ts';
import { postableLink } from '../postable-link.ts';
import { shanghaiTime } from '../shanghai-time.ts';
import { both, fileAddress, html, type SafeHtml } from './html.ts';
import { renderPage } from './page-shell.ts';

/** Which planned pictures were made; a missing one says why (key of packMessages.images, or the fetcher's own word). */
export interface ImageOutcome {
  path: string;
  made: boolean;
  reason: string | null;
}

/** What both pages are drawn from. */
export interface PackView {
  plan: PackPlan;
  images: ReadonlyMap<string, ImageOutcome>;
  words: PackWords;
}

export const outcomeTone: Readonly<Record<Outcome, string>> = {
  opens: 'good',
  confirm: 'good',
  'copy-to-browser': 'warn',
  'copy-to-app': 'warn',
  'not-clickable': 'warn',
  blocked: 'stop',
  dead: 'stop',
  unknown: '',
};

/** The offline page a person posts from: pictures, one-tap copy and a posted mark for each item. */
export function renderIndexPage(view: PackView): string {
  const { plan, words } = view;
  const { page, surfaces } = words.pack;
  const { campaign, surface, exportedAt } = plan.input;
  const subtitle = { surface: surfaces[surface], count: plan.items.length, time: shanghaiTime(exportedAt) };
  return renderPage({
    title: `${campaign.name} · ${page.title.zh}`,
    packKey: packKey(plan),
    header: html`<h1>${campaign.name}</h1>
<span class="count">${both(page.progress)} <span id="done">0 / ${plan.items.length}</span></span>
<button type="button" class="small" data-do="show" aria-pressed="false"><span class="off">${both(page.showOpen)}</span><span class="on">${both(page.showAll)}</span></button>
<div class="meter" aria-hidden="true"><span id="meter"></span></div>`,
    body: html`<main>
<p class="sub">${both(page.subtitle, subtitle)}</p>
<p class="how">${both(howTo(surface, words.pack))}</p>
<p class="tools"><a class="button small" href="${fileAddress(packFileNames.report)}">${both(page.report)}</a>
<button type="button" class="small" data-do="language">${both(page.language)}</button></p>
<p class="note noscript">${both(page.noScript)}</p>
${plan.refused.length > 0 ? html`<p class="note">${both(page.refusedNote, { count: plan.refused.length })}</p>` : null}
${plan.items.map((item) => renderItem(item, view))}
<p class="alldone">${both(page.allDone)}</p>
<section class="marks"><p>${both(page.marksNote)}</p>
<button type="button" class="small" data-do="copy-marks">${both(page.copyMarks)}</button><span id="marks" hidden></span></section>
</main>
<div hidden><span id="say-copied">${both(page.copied)}</span><span id="say-failed">${both(page.copyFailed)}</span><span id="say-marks">${both(page.marksCopied)}</span><span id="say-no-marks">${both(page.noMarks)}</span></div>`,
  });
}

const howTo = (surface: SurfaceId, { page }: PackMessages) =>
  surface === 'moments' ? page.howMoments : page.howImageFirst;

function renderItem(item: PlannedItem, view: PackView): SafeHtml {
  const { page, hints } = view.words.pack;
  const { source, outcome, number } = item;
  return html`<article class="card" data-item="${source.productId}" data-number="${number}">
<div class="head"><span class="no">${number}</span><h2>${source.facts.shortTitle?.trim() || source.facts.title}</h2>${
    outcome === null
      ? null
      : html`<span class="chip ${outcomeTone[outcome]}">${both(outcome === 'unknown' ? page.opensUnknown : view.words.outcomes[outcome])}</span>`
  }</div>
<div class="body">
<div class="media">${renderPictures(item, view)}</div>
<div class="words">
${
  item.hints.length > 0
    ? html`<ul class="hints">${item.hints.map(({ code, params }) => html`<li>${both(hints[code], params)}</li>`)}</ul>`
    : null
}
<pre class="text">
${item.text}</pre>
<div class="acts">
<button type="button" class="main" data-do="copy">${both(page.copy)}</button>
${renderLinkButton(item, view)}
<button type="button" class="mark" data-do="mark" aria-pressed="false"><span class="off">${both(page.markPosted)}</span><span class="on">✓ ${both(page.posted)}</span></button>
</div>
</div>
</div>
</article>
`;
}

/** A link alone is handy for a comment. */
function renderLinkButton({ source }: PlannedItem, { plan, words }: PackView): SafeHtml | null {
  const link = postableLink(source.link, plan.input.surface);
  if (link === null) return null;
  return html`<span class="link" hidden>${link}</span><button type="button" data-do="copy-link">${both(words.pack.page.copyLink)}</button>`;
}

function renderPictures({ images, number }: PlannedItem, { images: outcomes, words }: PackView): SafeHtml {
  const { page } = words.pack;
  const made = images.filter(({ path }) => outcomes.get(path)?.made);
  const missing = images.map(({ path }) => outcomes.get(path)).find((outcome) => outcome?.made === false);
  const trouble = missing
    ? html`<p class="hold">${both(page.imageMissing, { reason: imageReason(missing, words.pack) })}</p>`
    : null;
  if (made.length === 0) return trouble ?? html`<p class="hold">${both(page.noImages)}</p>`;
  return html`<div class="pics">${made.map(
    ({ path }, index) =>
      html`<img src="${fileAddress(path)}" alt="${page.picture.zh.replace('{number}', `${number}-${index + 1}`)}" loading="lazy" decoding="async">`,
  )}</div>
<p class="hold touch">${both(made.length > 1 ? page.holdToSaveInOrder : page.holdToSave, { count: made.length })}</p>
${trouble}`;
}

/** The catalogue's sentence for a reason, or the reason itself when the fetcher has words of its own. */
function imageReason({ reason }: ImageOutcome, { images }: PackMessages): { zh: string; en: string } {
  if (reason !== null && Object.hasOwn(images, reason)) return images[reason as keyof typeof images];
  return reason === null ? images.failed : { zh: reason, en: reason };
}
