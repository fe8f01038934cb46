/** The style of both pages. It is allowed by its hash in the page's Content-Security-Policy, see page-shell. */
export const pageStyle = `
:root{color-scheme:light dark;--paper:#f4f5f7;--card:#fff;--ink:#16181d;--soft:#5b6472;--line:#dfe3e8;--brand:#c8321f;--on-brand:#fff;--done:#12703f;--done-soft:#e3f4ea;--warn:#8a5300;--warn-soft:#fff1d6;--stop:#b3261e;--stop-soft:#fde7e5;--note-soft:#e8eefb;--note:#1f4fa3}
@media (prefers-color-scheme:dark){:root{--paper:#101216;--card:#1a1d23;--ink:#eceef2;--soft:#a3acba;--line:#2d323b;--brand:#ff7a66;--on-brand:#1b0a07;--done:#6ddb9c;--done-soft:#15301f;--warn:#ffc46b;--warn-soft:#35270c;--stop:#ff9a92;--stop-soft:#3b1714;--note-soft:#1a2540;--note:#9dbdff}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.65 -apple-system,BlinkMacSystemFont,"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC","Segoe UI",sans-serif;padding-bottom:env(safe-area-inset-bottom)}
html:not([data-lang=en]) [lang=en],html[data-lang=en] [lang=zh-CN]{display:none}
header{position:sticky;top:0;z-index:2;background:var(--card);border-bottom:1px solid var(--line)}
.bar,main{max-width:1080px;margin:0 auto;padding:10px 20px}
.bar{display:flex;gap:4px 14px;align-items:center;position:relative}
h1{font-size:18px;line-height:1.35;margin:0;flex:1 1 auto;min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
h2{font-size:18px;margin:28px 0 10px}
h3,.card h2{font-size:17px;line-height:1.4;margin:0;overflow-wrap:anywhere}
h1,h2,h3,pre,.small-print{unicode-bidi:isolate}
.count{white-space:nowrap;color:var(--soft);font-size:15px;font-variant-numeric:tabular-nums}
.meter{position:absolute;left:0;right:0;bottom:-2px;height:3px}
.meter span{display:block;width:0;height:3px;border-radius:0 3px 3px 0;background:var(--done);transition:width .2s}
.sub{color:var(--soft);font-size:14px;margin:10px 0 0}
.how{margin:2px 0 10px;font-size:15px}
.tools{display:flex;flex-wrap:wrap;gap:8px;margin:0 0 16px}
.card{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:16px;margin:0 0 16px}
.card[data-number]{content-visibility:auto;contain-intrinsic-size:auto 620px;scroll-margin-top:72px}
.card.done{border-color:var(--done)}
.head{display:flex;gap:10px;align-items:baseline;margin-bottom:10px}
.no{font-variant-numeric:tabular-nums;color:var(--soft);font-weight:600}
.chip{display:inline-block;font-size:13px;line-height:1.5;padding:1px 9px;border-radius:99px;background:var(--note-soft);color:var(--note);white-space:nowrap}
.chip.good{background:var(--done-soft);color:var(--done)}
.chip.warn{background:var(--warn-soft);color:var(--warn)}
.chip.stop{background:var(--stop-soft);color:var(--stop)}
.pics{display:flex;gap:10px;overflow-x:auto;scroll-snap-type:x proximity;padding-bottom:4px}
.pics img{display:block;height:300px;width:auto;max-width:78vw;object-fit:contain;border:1px solid var(--line);border-radius:10px;background:var(--paper);scroll-snap-align:start;-webkit-touch-callout:default}
@media (min-width:820px){.card .body{display:grid;grid-template-columns:minmax(0,400px) minmax(0,1fr);gap:0 24px}}
.hold{color:var(--soft);font-size:14px;margin:6px 0 10px}
@media (hover:hover) and (pointer:fine){.touch{display:none}}
pre{margin:0 0 12px;padding:12px 14px;background:var(--paper);border-radius:10px;white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;-webkit-user-select:text;user-select:text}
.acts{display:flex;flex-wrap:wrap;gap:10px}
button,.button{font:inherit;min-height:48px;padding:10px 18px;border-radius:12px;border:1px solid var(--line);background:var(--card);color:var(--ink);cursor:pointer;text-decoration:none;display:inline-flex;align-items:center;justify-content:center}
button.main{background:var(--brand);border-color:var(--brand);color:var(--on-brand);font-weight:600;flex:2 1 180px}
button.mark{flex:1 1 130px}
button[aria-pressed=true]{background:var(--done-soft);border-color:var(--done);color:var(--done);font-weight:600}
button.small,.button.small{min-height:44px;padding:6px 14px;font-size:15px}
button:focus-visible,a:focus-visible{outline:3px solid var(--note);outline-offset:2px}
html:not([data-script]) button{display:none}
html[data-script] .noscript{display:none}
html[data-show=open] .card.done{display:none}
.on,.off{display:none}
[aria-pressed=true] .on,[aria-pressed=false] .off{display:inline}
.alldone{display:none;padding:24px 0;text-align:center;color:var(--done);font-weight:600}
html[data-all-done] .alldone{display:block}
.note{background:var(--warn-soft);color:var(--warn);border-radius:10px;padding:10px 14px;margin:0 0 14px;font-size:15px}
.hints{margin:0 0 12px;padding:0;list-style:none;color:var(--warn);font-size:14px}
#say{position:fixed;left:50%;bottom:calc(24px + env(safe-area-inset-bottom));transform:translateX(-50%);background:var(--ink);color:var(--card);border-radius:12px;padding:12px 18px;width:max-content;max-width:88vw;opacity:0;pointer-events:none;transition:opacity .15s}
#say.show{opacity:1}
table{border-collapse:collapse;width:100%;font-size:15px}
th,td{text-align:left;vertical-align:top;padding:6px 10px 6px 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
th{color:var(--soft);font-weight:500;white-space:nowrap}
.list{margin:6px 0 12px;padding-left:20px}
.list li{margin:0 0 8px;overflow-wrap:anywhere}
.list small,.small-print{color:var(--soft);font-size:14px;display:block}
.override{border-left:4px solid var(--warn);padding:4px 0 4px 12px;margin:8px 0 12px}
.part{color:var(--soft);font-size:14px;margin:10px 0 2px}
.marks{margin:28px 0 40px;padding-top:16px;border-top:1px solid var(--line);color:var(--soft);font-size:14px}
.marks p{margin:0 0 10px;max-width:60ch}
a{color:var(--note)}
@media (max-width:480px){.pics img{height:260px}h1{font-size:16px}.bar,main{padding:8px 14px}.bar{gap:4px 10px}.card{padding:14px}}
@media (max-height:560px){header{position:static}}
@media print{header{position:static}.acts,.bar button,.tools,.marks{display:none}.card{break-inside:avoid}.card[data-number]{content-visibility:visible}}
@media (prefers-reduced-motion:reduce){#say,.meter span{transition:none}}
`;
