import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeAddress } from './address-guard.ts';

const refused = `
  0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200 100.127.255.255 127.0.0.1
  127.255.255.254 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.8 192.0.2.1 192.88.99.1
  192.168.0.1 198.51.100.7 203.0.113.7 224.0.0.251 239.255.255.250 240.0.0.1 255.255.255.255 :: ::1
  ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:c0a8:1 ::127.0.0.1 ::7f00:1 fe80::1 fec0::1 fc00::1
  fd12:3456::1 ff02::1 2001:db8::1 3fff::1 100::1 5f00::1 2001::1 2001:0:5ef5:79fb::1 2001:10::1
  2001:20::1 2002:7f00:1:: 2002:a00:1::1 2002:808:808::1 64:ff9b::127.0.0.1 64:ff9b::a00:1
  64:ff9b::a9fe:a9fe 64:ff9b:1::808:808 4000::1 fe80::1%eth0 localhost 1.2.3 1.2.3.4.5 ::g`.split(/\s+/);
const open = ['1.1.1.1', '8.8.8.8', '47.246.0.1', '172.32.0.1', '192.167.255.255', '2400:3200::1', '2606:4700::1111'];

describe('judgeAddress', () => {
  it.each(refused)('refuses %s', (address) => {
    expect(judgeAddress(address)).toBe('refused');
  });

  it.each([...open, '64:ff9b::8.8.8.8', '::ffff:8.8.8.8'])('lets %s through', (address) => {
    expect(judgeAddress(address)).toBe('public');
  });

  it.each(['198.18.0.1', '198.19.255.254', '::ffff:198.18.0.1'])(
    'knows %s as a virtual address of proxy software',
    (address) => {
      expect(judgeAddress(address)).toBe('fake-ip');
    },
  );

  it('judges an IPv4 address the same in every IPv6 dress that reaches it', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const verdict = judgeAddress(address);
        expect(judgeAddress(`::ffff:${address}`)).toBe(verdict);
        expect(judgeAddress(`64:ff9b::${address}`)).toBe(verdict);
      }),
    );
  });
});
