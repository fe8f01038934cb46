import { describe, expect, it } from 'vitest';
import { checkUrl } from './check-url.ts';

const kindOf = (url: string): string => {
  const checked = checkUrl(url);
  return checked.ok ? 'ok' : checked.failure.kind;
};

describe('checkUrl', () => {
  it.each([
    'https://item.taobao.com/item.htm?id=1',
    'http://example.com:8080/',
    'http://example.com:81/',
    'https://中文.网址/路径?查询=1',
    'https://例子.测试',
    'https://example.com./',
    'http://8.8.8.8/',
    'http://[2400:3200::1]/',
    'http://localhost.example.com/',
    'http://10.example.com/',
  ])('lets %s through', (url) => {
    expect(kindOf(url)).toBe('ok');
  });

  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.0.0.1/',
    'http://0177.0.0.1/',
    'http://017700000001/',
    'http://0/',
    'http://127.0.0.1./',
    'http://１２７.０.０.１/',
    'http://①②⑦.⓪.⓪.①/',
    'http://127。0。0。1/',
    'http://%31%32%37.0.0.1/',
    'http://10.0.0.1:8080/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.100.100.200/',
    'http://198.18.0.5/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[0:0:0:0:0:ffff:7f00:1]/',
    'http://[::127.0.0.1]/',
    'http://[fe80::1]/',
    'http://[2002:7f00:1::]/',
    'http://[64:ff9b::7f00:1]/',
    'http://localhost/',
    'http://LOCALHOST./',
    'http://ｌｏｃａｌｈｏｓｔ/',
    'http://a.localhost/',
    'http://router/',
    'http://printer.local/',
    'http://nas.lan/',
    'http://db.internal/',
    'http://metadata.google.internal/',
    'http://box.home.arpa/',
  ])('refuses %s as private', (url) => {
    expect(kindOf(url)).toBe('address-refused');
  });

  it.each([
    '',
    'item.taobao.com',
    'http://',
    'http://a b/',
    'ftp://example.com/',
    'file:///etc/passwd',
    'gopher://example.com/',
    'data:text/html,hi',
    'javascript:alert(1)',
    'taobao://item',
    'https://user@example.com/',
    'https://item.taobao.com:x@evil.example.com/',
    'http://example.com:22/',
    'http://example.com:25/',
    'http://example.com:6667/',
    'http://256.256.256.256/',
    `https://example.com/${'a'.repeat(9_000)}`,
  ])('refuses %s as no address', (url) => {
    expect(kindOf(url)).toBe('bad-address');
  });

  it('reads hosts the way they are connected to', () => {
    expect(checkUrl('https://EXAMPLE.com./')).toMatchObject({ host: 'example.com', isLiteral: false });
    expect(checkUrl('http://[2400:3200::1]/')).toMatchObject({ host: '2400:3200::1', isLiteral: true });
    expect(checkUrl('https://中文.网址/')).toMatchObject({ host: 'xn--fiq228c.xn--ses554g' });
  });
});
