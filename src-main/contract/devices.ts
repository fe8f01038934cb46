import { z } from 'zod';
import type { DeviceRecord, DeviceTry } from '#domain/checking/device-records';
import type { Verdict } from '#domain/openability/verdict';
import { offsetLimit, type Page, rowId, surface } from './common.ts';
import { type Outcome, outcomes } from './surfaces.ts';

const reach = z.enum(['link', 'host', 'kind']);

const seen = {
  surface,
  outcome: z.enum(outcomes),
  device: z.string().trim().max(60),
  wechatVersion: z
    .string()
    .trim()
    .regex(/^$|^\d{1,2}(\.\d{1,4}){1,3}$/, '微信版本应形如 8.0.63'),
  note: z.string().trim().max(300),
};

/** A record as the list shows it. */
export interface DeviceRecordRow extends DeviceRecord {
  /** Id of the link that was tried; null when it has left the catalog. */
  linkId: number | null;
  /** Whether it still outranks policy on the day judged by. */
  fresh: boolean;
  /** What the rule pack says of this kind on this surface. */
  policy: Outcome;
}

/** What one more record means. */
export interface DeviceEffect {
  record: DeviceRecordRow;
  /** It speaks against the rule pack. */
  contradicts: boolean;
  /** Living links the record decides now, and would decide for every link of the kind. */
  links: Record<DeviceRecord['reach'], number>;
}

/** A QR code, row by row; `1` is a dark module. */
export interface QrRows {
  size: number;
  rows: string[];
}

export const deviceInputs = {
  'devices.list': z.object(offsetLimit).strict(),
  'devices.add': z.object({ linkId: rowId, reach, ...seen }).strict(),
  'devices.reach': z.object({ id: rowId, reach }).strict(),
  'devices.remove': z.object({ id: rowId }).strict(),
  /** What to send to the phone for one link. */
  'devices.sample': z.object({ linkId: rowId }).strict(),
  /** The fewest tries that cover the catalog's links on these surfaces; null = those of the open campaigns. */
  'devices.tour': z.object({ surfaces: z.array(surface).max(12).nullable() }).strict(),
};

export interface DeviceOutputs {
  'devices.list': Page<DeviceRecordRow>;
  'devices.add': DeviceEffect;
  'devices.reach': DeviceEffect;
  'devices.remove': null;
  'devices.sample': {
    text: string;
    qr: QrRows | null;
    verdicts: Verdict[];
    lastDevice: { device: string; wechatVersion: string };
  };
  'devices.tour': { surfaces: string[]; tries: DeviceTry[]; links: number; covered: number; fresh: number };
}
