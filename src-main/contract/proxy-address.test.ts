import { expect, test } from 'vitest';
import { isProxyAddress } from './proxy-address.ts';

test.each([
  'http://127.0.0.1:7890',
  'https://user:pass@proxy.example.com:8443',
  'http://proxy:8080',
  '127.0.0.1:7890',
  'localhost:7890',
  'proxy.example.com',
  '[::1]:7890',
  ' http://127.0.0.1:7890 ',
])('%s can be a proxy', (written) => expect(isProxyAddress(written)).toBe(true));

test.each([
  '',
  'nonsense',
  'socks5://127.0.0.1:1080',
  'ftp://proxy.example.com',
  'http://',
  '127.0.0.1:99999',
  'a b.c',
])('“%s” cannot', (written) => expect(isProxyAddress(written)).toBe(false));
