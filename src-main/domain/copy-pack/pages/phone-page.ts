import type { PackMessages } from '#contract/messages/pack-messages';
import { both, html, SafeHtml } from './html.ts';
import { pageStyle } from './page-style.ts';
import { phoneScript } from './phone-script.ts';

/** What only the phone page needs. */
export const phoneStyle = `${pageStyle}
.state{display:none}
html:not([data-state]) .opening,html[data-state=scan-again] .scan-again,html[data-state=ended] .ended{display:block}
html:not([data-state=open]) .when-open{display:none}
html[data-state=ended] .when-open{display:block}
.pics:empty{display:none}
.pics img.gone{width:160px;height:160px;object-fit:none}
.pics img{height:auto;max-height:46vh;max-width:74vw}
`;

/**
 * The page a phone opens: an empty frame that holds nothing of any pack. Everything it shows is fetched with a token.
 * `policy` is its Content-Security-Policy, to be sent as a header.
 */
export function renderPhonePage({ page, phone }: PackMessages): string {
  return html`<!doctype html>
<html lang="zh-CN" data-lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<title>淘客台</title>
<style>${new SafeHtml(phoneStyle)}</style>
</head>
<body>
<header><div class="bar"><h1 id="name">淘客台</h1>
<span class="count when-open">${both(page.progress)} <span id="done"></span></span>
<button type="button" class="small when-open" data-do="show" aria-pressed="false"><span class="off">${both(page.showOpen)}</span><span class="on">${both(page.showAll)}</span></button>
<div class="meter" aria-hidden="true"><span id="meter"></span></div></div></header>
<main>
<p class="note noscript">${both(page.noScript)}</p>
<p class="state opening">${both(phone.opening)}</p>
<p class="state note scan-again" role="alert">${both(phone.scanAgain)}</p>
<p class="state note ended" role="alert">${both(phone.ended)}</p>
<div class="when-open">
<p class="how"><span class="how-moments">${both(page.howMoments)}</span><span class="how-other">${both(phone.howImageFirst)}</span> ${both(phone.syncNote)}</p>
<div id="items"></div>
<p class="alldone">${both(page.allDone)}</p>
</div>
</main>
<template id="card"><article class="card"><div class="head"><span class="no"></span><h2></h2></div>
<div class="pics"></div><p class="hold">${both(page.holdToSave)}</p><p class="none sub">${both(page.noImages)}</p>
<pre class="text"></pre><span class="link" hidden></span>
<div class="acts"><button type="button" class="main" data-do="copy">${both(page.copy)}</button><button type="button" data-do="copy-link">${both(page.copyLink)}</button>
<button type="button" class="mark" data-do="mark" aria-pressed="false"><span class="off">${both(phone.markPosted)}</span><span class="on">✓ ${both(phone.posted)}</span></button></div></article></template>
<div hidden><span id="say-copied">${both(page.copied)}</span><span id="say-failed">${both(page.copyFailed)}</span><span id="say-not-saved">${both(phone.notSaved)}</span><span id="say-ended">${both(phone.ended)}</span></div>
<div id="say" role="status" aria-live="polite"></div>
<script>${new SafeHtml(phoneScript)}</script>
</body>
</html>
`.markup;
}
