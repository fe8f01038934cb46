import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** `fake-ip`: the range proxy software (Clash, sing-box) answers with in place of real addresses. */
export type AddressVerdict = 'public' | 'fake-ip' | 'refused';

/** RFC 6052; the only prefix under which a network may translate to public IPv4. */
const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');
/** RFC 4291: everything handed out so far. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');
/** RFC 2544; Clash, mihomo and sing-box use it by default (clashbk/clash issue 5, mihomo documentation). */
const benchmarking = ipaddr.IPv4.parseCIDR('198.18.0.0/15');

/**
 * Whether a connection to the address may be made. Everything that is not plainly public is refused: private, loopback,
 * link-local, carrier-grade NAT, multicast, documentation, reserved, and tunnels (6to4, Teredo) whatever they carry.
 */
export function judgeAddress(address: string): AddressVerdict {
  // Stricter than the library, which also takes `1.2.3` for an address.
  if (isIP(address) === 0) return 'refused';
  // Turns IPv4-mapped IPv6 into the IPv4 address that would be connected to.
  const parsed = ipaddr.process(address);
  return parsed.kind() === 'ipv4' ? judgeV4(parsed as ipaddr.IPv4) : judgeV6(parsed as ipaddr.IPv6);
}

function judgeV4(address: ipaddr.IPv4): AddressVerdict {
  if (address.match(benchmarking)) return 'fake-ip';
  return address.range() === 'unicast' ? 'public' : 'refused';
}

function judgeV6(address: ipaddr.IPv6): AddressVerdict {
  if (address.zoneId !== undefined) return 'refused';
  if (address.match(nat64)) return judgeV4(new ipaddr.IPv4(address.toByteArray().slice(12)));
  return address.match(globalUnicast) && address.range() === 'unicast' ? 'public' : 'refused';
}
