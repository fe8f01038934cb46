import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scriptJumps, scriptVariables } from './script-jumps.ts';
import { scriptTokens } from './script-tokens.ts';

/** `target` for a sure jump on load, `target?` for a conditional one, `(target)` after a tap. */
function jumps(script: string): string[] {
  return scriptJumps(script).map(({ target, trigger, conditional }) =>
    trigger === 'tap' ? `(${target})` : `${target}${conditional ? '?' : ''}`,
  );
}

describe('scriptJumps', () => {
  it.each([
    ["location = '/a'", ['/a']],
    ["location.href='/a';", ['/a']],
    ['window.location.href = "https://a.test/x?y=1&z=2"', ['https://a.test/x?y=1&z=2']],
    ["top.location.replace('/a')", ['/a']],
    ['document.location.assign(`/a`)', ['/a']],
    ["self.location='https:\\/\\/a.test\\u002Fb\\x2Fc'", ['https://a.test/b/c']],
    ["var url = '/a'; location.href = url;", ['/a']],
    ["location.href = 'https://a.' + \"test\" + '/b';", ['https://a.test/b']],
    ["var host = 'https://a.test'; location.replace(host + '/b')", ['https://a.test/b']],
    ["var u = '/a'; u += '?b=1'; location.href = u", ['/a?b=1']],
    ["window['location']['href'] = '/a'", ['/a']],
    ["window['location'] = '/a'", ['/a']],
    ["location['replace']('/a')", ['/a']],
    ['setTimeout("location.href=\'/a\'", 100)', ['/a']],
    ["function go() { location.href = '/a'; } setTimeout('go()', 100)", ['/a']],
    ["window.open('/a')", ['/a']],
    ["(function () { location.href = '/a'; })();", ['/a']],
    ["!function(){location.href='/a'}()", ['/a']],
    ["(() => { location.href = '/a' })()", ['/a']],
    ["setTimeout(function () { location.href = '/a'; }, 500);", ['/a']],
    ["setTimeout(() => { location.href = '/a'; }, 500);", ['/a']],
    ["window.onload = function () { location.href = '/a'; };", ['/a']],
    ["window.addEventListener('load', function () { location.href = '/a'; });", ['/a']],
    ["document.addEventListener('DOMContentLoaded', async () => { location.href = '/a'; });", ['/a']],
    ["$(function () { location.href = '/a'; });", ['/a']],
    ["function go() { location.href = '/a'; } go();", ['/a']],
    ["go(); function go() { step(); } function step() { location.href = '/a'; }", ['/a']],
    ["var go = function () { location.href = '/a'; }; setTimeout(function () { go(); }, 1);", ['/a']],
    ["try { location.href = '/a'; } catch (e) {}", ['/a']],
    ["var f = document.createElement('iframe'); f.src = 'taobao://x/y';", ['taobao://x/y']],
  ])('happens by itself: %s', (script, expected) => {
    expect(jumps(script)).toEqual(expected);
  });

  it.each([
    ["function buy() { location.href = '/a'; }", ['(/a)']],
    ["button.onclick = function () { location.href = '/a'; };", ['(/a)']],
    ['button.onclick = function () { setTimeout("location.href=\'/a\'", 9); };', ['(/a)']],
    ["button.addEventListener('click', function () { location.href = '/a'; });", ['(/a)']],
    ["$('#buy').on('click', function () { location.href = '/a'; });", ['(/a)']],
    ["list.forEach(function (x) { x.onclick = () => { location.href = '/a'; }; });", ['(/a)']],
    ["whenTapped(function () { location.href = '/a'; });", ['(/a)']],
    ["var page = { buy: function () { location.href = '/a'; } };", ['(/a)']],
  ])('needs the reader: %s', (script, expected) => {
    expect(jumps(script)).toEqual(expected);
  });

  it.each([
    ["if (x) { location.href = '/a'; } else { location.href = '/b'; }", ['/a?', '/b?']],
    ["if (x) location.href = '/a'; else location.href = '/b'; location.href = '/c';", ['/a?', '/b?', '/c']],
    ["isIos && (location.href = '/a'); location.href = '/b'", ['/a?', '/b']],
    ["var u = x ? '/a' : '/b'; location.href = '/c'", ['/c']],
    ["while (x) { location.href = '/a'; }", ['/a?']],
  ])('may happen: %s', (script, expected) => {
    expect(jumps(script)).toEqual(expected);
  });

  it.each([
    "location.href = '/go?u=' + encodeURIComponent(x)",
    'location.href = `/go/${id}`',
    'location.href = next',
    "var u = '/a'; u = compute(); location.href = u",
    "var u = '/a'; u += id; location.href = u",
    "location.href = '/a' + id + '/b'",
    "location.href = '/a'.concat(id)",
    'location.href = `/a/${id}` + "/b"',
    "var u = '/b'; location.href = `/a/${id}`\nu",
    "var x = ['location']; location['hash'] = '/a'",
    "if (location.href == '/a') {}",
    "if (location.pathname === '/a') {}",
    'var here = location.href;',
    '// location.href = "/a"',
    '/* location.href = "/a" */',
    'var text = "location.href = \'/a\'";',
    'var pattern = /location.href = "a"/;',
    'location.reload()',
    "img.src = 'https://a.test/p.gif'",
  ])('is no known jump: %s', (script) => {
    expect(jumps(script)).toEqual([]);
  });

  it.each([
    ["if (/MicroMessenger/i.test(navigator.userAgent)) { location.href = '/a'; }", true],
    ["var ua = navigator.userAgent; if (ua.indexOf('micromessenger') > -1) location.href = '/a';", true],
    ["if (isWeixin()) { setTimeout(function () { location.href = '/a'; }, 1); }", true],
    ["is_wechat && (location.href = '/a')", true],
    ["if (/iPhone/.test(navigator.userAgent)) { location.href = '/a'; }", false],
  ])('sees that it asks for WeChat: %s', (script, asks) => {
    expect(scriptJumps(script).map(({ asksForWechat }) => asksForWechat)).toEqual([asks]);
  });

  it('divides and matches patterns', () => {
    expect(scriptTokens('a = b / c; d = /x[/]y/g.test(e)').map(({ kind, value }) => `${kind}:${value}`)).toContain(
      'pattern:x[/]y',
    );
    expect(jumps("var a = 4 / 2; var b = 1 / 3; location.href = '/a'")).toEqual(['/a']);
  });

  it('never fails on any text', () => {
    const piece = fc.constantFrom(
      'location',
      '.href',
      '=',
      '{',
      '}',
      '(',
      ')',
      '"',
      "'",
      '`',
      '${',
      '/',
      '\\',
      '=>',
      'function',
      'if',
      ';',
      ',',
      '\n',
      '\0',
      'x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        expect(() => scriptJumps(pieces.join(' '))).not.toThrow();
      }),
    );
    for (const hostile of [
      '/[x'.repeat(30_000),
      '('.repeat(50_000),
      '{'.repeat(50_000),
      'location.href='.repeat(20_000),
      '`${'.repeat(30_000),
    ]) {
      expect(() => scriptJumps(hostile)).not.toThrow();
    }
  });
});

describe('scriptVariables', () => {
  it('gives the plain texts of the named variables', () => {
    const script =
      "var url = 'https:\\/\\/a.test\\/?x=1&amp;y=2'; var other='no'; let url2 = 'no'; url = \"second\"; url = '/a' + x;";
    expect(scriptVariables(script, ['url'])).toEqual(['https://a.test/?x=1&amp;y=2', 'second']);
  });
});
