import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { isNeighbour, lanInterfaces } from './lan-places.ts';

const of = (address: string, said: Partial<NetworkInterfaceInfo> = {}): NetworkInterfaceInfo =>
  ({
    address,
    netmask: '255.255.255.0',
    family: 'IPv4',
    internal: false,
    mac: '',
    cidr: null,
    ...said,
  }) as NetworkInterfaceInfo;

describe('networks a phone may be in', () => {
  it('come likely ones first, without loopback and IPv6', () => {
    const places = lanInterfaces({
      lo: [of('127.0.0.1', { internal: true })],
      'vEthernet (WSL)': [of('172.20.0.1')],
      ppp0: [of('8.8.4.4')],
      公网: [of('203.0.113.9')],
      WLAN: [of('192.168.1.23'), of('fe80::1', { family: 'IPv6' })],
      docker0: [of('172.17.0.1')],
      以太网: [of('10.0.0.5')],
      down: undefined,
    });
    expect(places.map(({ name, kind }) => `${kind} ${name}`)).toEqual([
      'lan WLAN',
      'lan 以太网',
      'virtual vEthernet (WSL)',
      'virtual ppp0',
      'virtual docker0',
      'public 公网',
    ]);
    expect(places[0]).toEqual({
      id: 'WLAN 192.168.1.23',
      name: 'WLAN',
      address: '192.168.1.23',
      kind: 'lan',
      netmask: '255.255.255.0',
    });
  });

  it.each([
    ['192.168.1.77', true],
    ['192.168.2.77', false],
    ['8.8.8.8', false],
    ['::ffff:192.168.1.77', false],
    ['not an address', false],
    [undefined, false],
  ])('of the neighbours, %s counts: %s', (remote, expected) =>
    expect(isNeighbour(remote, { address: '192.168.1.23', netmask: '255.255.255.0' })).toBe(expected),
  );

  it('reads wide and narrow masks', () => {
    expect(isNeighbour('10.200.3.4', { address: '10.0.0.5', netmask: '255.0.0.0' })).toBe(true);
    expect(isNeighbour('192.168.1.24', { address: '192.168.1.23', netmask: '255.255.255.255' })).toBe(false);
    expect(isNeighbour('200.1.2.3', { address: '200.1.2.9', netmask: '255.255.255.240' })).toBe(true);
  });
});
