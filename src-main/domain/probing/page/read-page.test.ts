import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxTextUnits, readPage } from './read-page.ts';

describe('readPage', () => {
  it('gives what a reader sees, block by block', () => {
    const page = readPage(`<!DOCTYPE html><html><head><title> 秋冬&amp;家居 </title><style>p{color:red}</style></head>
      <body><h1>标题</h1><!-- 注释 <p>no</p> --><p>第一&nbsp;段<b>加粗</b></p><ul><li>一<li>二</ul>
      <script>var x = "<p>脚本</p>";</script><noscript>请开启</noscript>
      <div style="display: none">藏<div>更深</div></div><p hidden>藏</p><template>模板</template>末尾</body></html>`);
    expect(page.title).toBe('秋冬&家居');
    expect(page.text).toBe('标题\n第一 段加粗\n一\n二\n末尾');
  });

  it.each([
    ['<meta http-equiv="refresh" content="0;url=https://a.test/">', 'https://a.test/', 0],
    ['<META HTTP-EQUIV=Refresh CONTENT=\'3; URL="/b?x=1&amp;y=2"\'>', '/b?x=1&y=2', 3],
    ['<meta content="0.5, /c" http-equiv="refresh">', '/c', 0],
    ['<meta http-equiv=refresh content="2 url=/d">', '/d', 2],
  ])('finds the refresh of %s', (html, url, delaySeconds) => {
    expect(readPage(html).refreshes).toEqual([{ url, delaySeconds }]);
  });

  it.each([
    '<noscript><meta http-equiv="refresh" content="0;url=/nojs"></noscript>',
    '<head><noscript><meta http-equiv="refresh" content="0;url=/nojs"></noscript></head><body>',
    '<template><meta http-equiv="refresh" content="0;url=/nojs"><script>location.href="/x"</script></template>',
  ])('leaves alone what only readers without scripts are shown: %s', (html) => {
    expect(readPage(`${html}<p>页面`)).toMatchObject({ refreshes: [], scripts: [], text: '页面' });
  });

  it.each([
    '<img alt="转发领红包">',
    '<a title="转发领红包">看</a>',
    '<button aria-label="转发领红包">看</button>',
    '<input placeholder="转发领红包">',
    '<meta property="og:title" content="转发领红包">',
    '<meta name="description" content="转发领红包">',
    '<meta itemprop=name content="转发领红包">',
    '<div style="display: none">转发领红包</div>',
    '<div hidden><input type="submit" value="转发领红包"></div>',
    '<template><p>转发领红包</p></template>',
    '<textarea>转发领红包</textarea>',
  ])('keeps what is not shown at once apart: %s', (html) => {
    const page = readPage(`${html}<p>页面</p>`);
    expect(page.unseenText).toBe('转发领红包');
    expect(page.text).not.toContain('转发');
  });

  it.each(['<meta name="keywords" content="转发领红包">', '<img alt="logo">', '<p data-id="转发">页面</p>'])(
    'does not take for words what says nothing: %s',
    (html) => {
      expect(readPage(html).unseenText).toBe('');
    },
  );

  it('reads the label of a button', () => {
    expect(readPage('<input type=button value="转发领红包"><input type=hidden value="秘密">').text).toBe('转发领红包');
  });

  it('tells data from code', () => {
    const { scripts, data } = readPage('<script type="application/ld+json">{"name":"a"}</script><script>b()</script>');
    expect({ scripts, data }).toEqual({ scripts: ['b()'], data: ['{"name":"a"}'] });
  });

  it('takes a refresh without an address for no jump', () => {
    expect(readPage('<meta http-equiv="refresh" content="30">').refreshes).toEqual([]);
  });

  it('collects scripts, frames and password fields', () => {
    const page = readPage(`<script>a()</script><script type="application/ld+json">{"@type":1}</script>
      <script type="text/javascript">b()</script><iframe src="taobao://x"></iframe>
      <input type=PASSWORD>`);
    expect(page).toMatchObject({
      scripts: ['a()', 'b()'],
      frames: ['taobao://x'],
      hasPasswordField: true,
    });
  });

  it('is not led astray by quotes, brackets and missing ends', () => {
    expect(readPage('<p title="a > b">字</p>').text).toBe('字');
    expect(readPage('1 < 2 且 3 > 2').text).toBe('1 < 2 且 3 > 2');
    expect(readPage('<div><span>没有结束').text).toBe('没有结束');
    expect(readPage('<head><title>头没有结束</title><body>身体').text).toBe('身体');
    expect(readPage('看<script>没有结束 <p>不见</p>').text).toBe('看');
    expect(readPage('<p>&#20013;&#x6587;&#0;&bogus;</p>').text).toBe('中文\ufffd&bogus;');
  });

  it('keeps to its limits on any input', () => {
    const hostile = [
      '<'.repeat(50_000),
      '<a '.repeat(50_000),
      '<div>'.repeat(50_000),
      '<!--'.repeat(50_000),
      '<p x="'.repeat(50_000),
      '</'.repeat(50_000),
      `<script>${'</'.repeat(50_000)}`,
    ];
    for (const html of hostile) expect(readPage(html).text.length).toBeLessThanOrEqual(maxTextUnits);
    expect(readPage('<p>很长的一段</p>'.repeat(20_000)).text).toHaveLength(maxTextUnits);
  });

  it('never fails, and never shows what a script says', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '/',
      '!',
      '--',
      '=',
      ' ',
      'p',
      'script',
      'style',
      'title',
      '&#',
      'x41;',
      '字',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(() => readPage(pieces.join(''))).not.toThrow();
        expect(readPage(`<script>${pieces.join('').replaceAll('</', '')}机密</script>`).text).not.toContain('机密');
      }),
    );
  });
});
