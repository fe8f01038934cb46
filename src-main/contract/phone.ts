import { z } from 'zod';
import { nothing, rowId } from './common.ts';
import type { SurfaceId } from './surfaces.ts';

/** A network of this computer that a phone may be in, too. */
export interface LanPlace {
  id: string;
  /** As the system calls it: `WLAN`, `以太网`, `en0`. */
  name: string;
  /** This computer's IPv4 address in it. */
  address: string;
  /** `virtual`: of a virtual machine or a VPN, where no phone is; `public`: reachable from outside the house. */
  kind: 'lan' | 'virtual' | 'public';
}

export const shareMinutes = [15, 30, 60] as const;

/** A pack that is being served to a phone. */
export interface PhoneShare {
  packId: number;
  campaignName: string;
  surface: SurfaceId;
  items: number;
  place: LanPlace;
  /** Without the code. */
  address: string;
  endsAt: string;
  /** What the phone scans; null once a phone has used it. Rows of `0` and `1`, 1 = dark, without the quiet zone. */
  code: { url: string; rows: string[] } | null;
  /** The one phone that has opened it. */
  device: { address: string; openedAt: string } | null;
}

/** Why a share ended without the user's doing. */
export type ShareEnd = 'time-over' | 'guessing' | 'network-lost';

export interface PhoneState {
  share: PhoneShare | null;
  /** Set when the last share ended by itself. */
  ended: ShareEnd | null;
}

export const phoneInputs = {
  'phone.places': nothing,
  'phone.state': nothing,
  'phone.start': z
    .object({ packId: rowId, placeId: z.string().min(1).max(200), minutes: z.literal([...shareMinutes]) })
    .strict(),
  /** A new code to scan; the phone that was in is out. */
  'phone.newCode': nothing,
  'phone.stop': nothing,
};

export interface PhoneOutputs {
  'phone.places': LanPlace[];
  'phone.state': PhoneState;
  'phone.start': PhoneState;
  'phone.newCode': PhoneState;
  'phone.stop': PhoneState;
}
