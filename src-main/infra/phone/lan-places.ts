import type { NetworkInterfaceInfo } from 'node:os';
import type { LanPlace } from '#contract/phone';

/** A place with what tells its own devices from others. */
export interface LanInterface extends LanPlace {
  netmask: string;
}

type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>;

const virtual =
  /vethernet|virtual|vmware|vbox|hyper-v|docker|^br-|^veth|^virbr|^tun|^tap|^utun|^wg|^ppp|^zt|tailscale|zerotier|wsl|vpn/i;

/** RFC 1918 and link-local (RFC 3927) addresses. */
const isPrivate = (address: string): boolean =>
  /^(?:10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(address);

const order: Readonly<Record<LanPlace['kind'], number>> = { lan: 0, virtual: 1, public: 2 };

/** Networks a phone may share with this computer, likely ones first. IPv4 only: it is what home routers hand out. */
export function lanInterfaces(interfaces: Interfaces): LanInterface[] {
  const places = Object.entries(interfaces).flatMap(([name, addresses]) =>
    (addresses ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address, netmask }): LanInterface => {
        const kind = virtual.test(name) ? 'virtual' : isPrivate(address) ? 'lan' : 'public';
        return { id: `${name} ${address}`, name, address, kind, netmask };
      }),
  );
  return places.toSorted((a, b) => order[a.kind] - order[b.kind]);
}

const asNumber = (address: string): number =>
  address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0) >>> 0;

/** Whether an address lies in the same network: what comes through a router from elsewhere does not. */
export function isNeighbour(
  remote: string | undefined,
  { address, netmask }: Pick<LanInterface, 'address' | 'netmask'>,
): boolean {
  if (remote === undefined || !/^\d{1,3}(?:\.\d{1,3}){3}$/.test(remote)) return false;
  const mask = asNumber(netmask);
  return (asNumber(remote) & mask) === (asNumber(address) & mask);
}
