import type { Locale, MessageText } from '#contract/messages/format-message';
import type { Outcome } from '#contract/surfaces';
import type { Finding } from '../../compliance/finding.ts';
import type { VerdictBasis } from '../../openability/verdict.ts';
import type { RefusedItem } from '../pack-input.ts';
import type { PackWords } from '../pack-words.ts';
import { packFileNames, type PlannedItem } from '../plan-pack.ts';
import { shanghaiTime } from '../shanghai-time.ts';
import { both, fileAddress, html, type SafeHtml } from './html.ts';
import { outcomeTone, type PackView } from './index-page.ts';
import { renderPage } from './page-shell.ts';

/** Everything the pack rests on: verdicts with their basis, findings, overrides with reasons, and what was left out. */
export function renderReportPage(view: PackView): string {
  const { plan, words } = view;
  const { report, page } = words.pack;
  return renderPage({
    title: `${plan.input.campaign.name} · ${report.title.zh}`,
    packKey: 'report',
    header: html`<h1>${both(report.title)}</h1>
<a class="button small" href="${fileAddress(packFileNames.index)}">${both(page.title)}</a>
<button type="button" class="small" data-do="language">${both(page.language)}</button>`,
    body: html`<main>
<p class="how">${both(report.disclaimer)}</p>
${renderFacts(view)}
<h2>${both(report.summary)}</h2>
${renderSummary(view)}
<h2>${both(report.items)}</h2>
${plan.items.map((item) => renderItem(item, words))}
<h2>${both(report.refused)}</h2>
${plan.refused.length > 0 ? plan.refused.map((item) => renderRefused(item, words)) : html`<p>${both(report.nobodyRefused)}</p>`}
</main>`,
  });
}

const row = (head: MessageText, value: SafeHtml): SafeHtml =>
  html`<tr><th scope="row">${both(head)}</th><td>${value}</td></tr>
`;

function renderFacts({ plan, words }: PackView): SafeHtml {
  const { report, surfaces } = words.pack;
  const { campaign, surface, exportedAt, asOf, rulePacks, appVersion, templateId } = plan.input;
  return html`<table>
${row(report.campaign, html`${campaign.name}`)}
${row(report.surface, both(surfaces[surface]))}
${row(report.asOf, html`${asOf}`)}
${row(report.exportedAt, html`${shanghaiTime(exportedAt)}`)}
${row(report.rulePacks, html`${rulePacks.map(({ id, version }) => `${id} ${version}`).join('；') || '—'}`)}
${row(report.template, html`${templateId ?? '—'}`)}
${row(report.appVersion, html`${appVersion}`)}
</table>`;
}

function renderSummary({ plan, words }: PackView): SafeHtml {
  const { report } = words.pack;
  const counts = new Map<Outcome, number>();
  for (const { outcome } of plan.items) counts.set(outcome ?? 'unknown', (counts.get(outcome ?? 'unknown') ?? 0) + 1);
  return html`<table>
${row(report.exported, html`${plan.items.length}`)}
${row(report.overridden, html`${plan.items.filter(({ override }) => override !== null).length}`)}
${row(report.refused, html`${plan.refused.length}`)}
${[...counts].map(([outcome, count]) => row(words.outcomes[outcome], html`${count}`))}
</table>`;
}

const part = (head: MessageText): SafeHtml => html`<p class="part">${both(head)}</p>`;

const list = (lines: readonly SafeHtml[]): SafeHtml =>
  html`<ul class="list">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;

function renderItem(item: PlannedItem, words: PackWords): SafeHtml {
  const { report, hints } = words.pack;
  const { source, override } = item;
  const { findings } = source;
  return html`<article class="card">
<div class="head"><span class="no">${item.number}</span><h3>${source.facts.title}</h3></div>
<span class="small-print">${source.productId}</span>
${override === null ? null : renderOverride(item, override, words)}
${part(report.verdict)}
${renderVerdict(item, words)}
${part(report.findings)}
${findings.length === 0 ? html`<p>${both(report.noFindings)}</p>` : list(findings.map((each) => renderFinding(each, words)))}
${
  item.hints.length === 0
    ? null
    : html`${part(report.hints)}${list(item.hints.map(({ code, params }) => both(hints[code], params)))}`
}
</article>
`;
}

function renderOverride({ overridden }: PlannedItem, reason: string, { pack }: PackWords): SafeHtml {
  return html`<div class="override">${part(pack.report.override)}<p>${reason}</p>
${part(pack.report.against)}
${list(overridden.map(({ code, params }) => both(pack.refusals[code], params)))}</div>`;
}

function renderVerdict({ source, outcome }: PlannedItem, words: PackWords): SafeHtml {
  const { verdict, link } = source;
  const { report } = words.pack;
  if (outcome === null || !verdict) return html`<p>${both(report.noVerdict)}</p>`;
  const caveats = verdict.caveats.map((caveat) => inBoth((locale) => words.describeCaveat(caveat, locale)));
  return html`<p><span class="chip ${outcomeTone[outcome]}">${both(words.outcomes[outcome])}</span></p>
${link ? html`<span class="small-print">${link.value}</span>` : null}
${part(report.basis)}
${verdict.basis.length === 0 ? html`<p>${both(report.noBasis)}</p>` : list(verdict.basis.map((each) => renderBasis(each, words)))}
${caveats.map((caveat) => html`<span class="small-print">${caveat}</span>`)}`;
}

const inBoth = (say: (locale: Locale) => string): SafeHtml => both({ zh: say('zh-CN'), en: say('en') });

function renderBasis(basis: VerdictBasis, words: PackWords): SafeHtml {
  const { type, id, on, confidence, source, setAside, outcome } = basis;
  const { report } = words.pack;
  return html`${both(words.basisTypes[type])}${outcome === null ? null : html` · ${both(words.outcomes[outcome])}`} · ${
    setAside === null ? both(report.decisive) : both(words.setAside[setAside])
  }
<small>${inBoth((locale) => words.describeBasis(basis, locale))}</small>
<small>${on === null ? id : `${id} · ${on}`} · ${both(words.confidences[confidence])}</small>
${sources(source, words)}`;
}

function renderFinding(finding: Finding, words: PackWords): SafeHtml {
  const { severity, text, explanation, basis, clearedBy } = finding;
  const { report, severities } = words.pack;
  const tone = severity === 'block' ? 'stop' : severity === 'warn' ? 'warn' : '';
  const clause = [basis.title, basis.clause].filter(Boolean).join(' ');
  return html`<span class="chip ${tone}">${both(severities[severity])}</span> “${text}” ${explanation}
<small>${clause} · ${basis.pack} · ${both(report.inForce, { day: basis.effectiveFrom })} · ${both(words.confidences[basis.confidence])}</small>
${sources(basis.source, words)}
${clearedBy === null ? null : html`<small>${both(report.clearedBy, { proof: clearedBy })}</small>`}`;
}

const sources = (from: readonly string[], { pack }: PackWords): SafeHtml | null =>
  from.length === 0 ? null : html`<small>${both(pack.report.source, { sources: from.join('；') })}</small>`;

function renderRefused({ productId, title, reasons }: RefusedItem, { pack }: PackWords): SafeHtml {
  return html`<article class="card"><div class="head"><h3>${title}</h3></div><span class="small-print">${productId}</span>
${list(reasons.map(({ code, params }) => both(pack.refusals[code], params)))}</article>
`;
}
