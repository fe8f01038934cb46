import { beforeEach, describe, expect, it } from 'vitest';
import type { PackItemRecord, PackStore } from '#app/ports/pack-store';
import type { PhoneContent, PhoneServer } from '#app/ports/phone-server';
import type { PackSummary } from '#contract/packs';
import type { LanPlace, PhoneState, ShareEnd } from '#contract/phone';
import { PhoneSharing } from './phone-sharing.ts';

const place: LanPlace = { id: 'WLAN 192.168.1.2', name: 'WLAN', address: '192.168.1.2', kind: 'lan' };
const pack = {
  id: 7,
  campaignName: '周末好物',
  surface: 'moments',
  path: '/packs/a.zip',
  fileName: 'a.zip',
  exported: 2,
};
const record = (number: number, said: Partial<PackItemRecord> = {}): PackItemRecord =>
  ({
    number,
    title: `商品${number}`,
    text: '文案',
    link: { kind: 'tkl_symbol_pair', value: '￥abc￥' },
    pictures: [{ path: 'a.jpg', role: 'poster', bytes: 1, sha256: '' }],
    postedAt: null,
    ...said,
  }) as PackItemRecord;

let places: LanPlace[];
let there: boolean;
let records: PackItemRecord[];
let marks: unknown[];
let states: PhoneState[];
let timers: { milliseconds: number; work(): void; stopped: boolean }[];
let opened: { content: PhoneContent; onChange(): void; onEnd(why: ShareEnd): void }[];
let closed: number;
let device: string | null;
let sharing: PhoneSharing;

beforeEach(() => {
  [places, there, marks, states, timers, opened, closed, device] = [[place], true, [], [], [], [], 0, null];
  records = [record(1), record(2, { postedAt: '2026-11-23T00:00:00Z' })];
  const packs: Partial<PackStore> = {
    summary: () => pack as PackSummary,
    items: () => records,
    mark: (...mark) => {
      marks.push(mark);
      return Promise.resolve(1);
    },
  };
  const server: PhoneServer = {
    places: () => places,
    open: (_id, content, events) => {
      opened.push({ content, ...events });
      return Promise.resolve({
        address: 'http://192.168.1.2:40000',
        codeUrl: () => (device === null ? 'http://192.168.1.2:40000/#code' : null),
        device: () => device,
        renewCode: () => {
          device = null;
          events.onChange();
        },
        close: () => {
          closed += 1;
          return Promise.resolve();
        },
      });
    },
  };
  sharing = new PhoneSharing({
    packs: packs as PackStore,
    server,
    readPicture: (path, picture) => Promise.resolve(Buffer.from(`${path} ${picture.path}`)),
    exists: () => Promise.resolve(there),
    qrRows: () => ['10', '01'],
    language: () => 'zh-CN',
    now: () => new Date('2026-11-23T08:00:00Z'),
    after(milliseconds, work) {
      const timer = { milliseconds, work, stopped: false };
      timers.push(timer);
      return () => {
        timer.stopped = true;
      };
    },
    onChange: (state) => states.push(state),
    onMarked: () => undefined,
  });
});

const start = (): Promise<PhoneState> => sharing.start({ packId: 7, placeId: place.id, minutes: 30 });

describe('sharing a pack with a phone', () => {
  it('is off until it is started, and says when it ends', async () => {
    expect(sharing.state()).toEqual({ share: null, ended: null });
    expect(opened).toHaveLength(0);
    expect(await start()).toMatchObject({
      share: { packId: 7, place, endsAt: '2026-11-23T08:30:00.000Z', device: null, code: { rows: ['10', '01'] } },
    });
  });

  it('shows no code any more once a phone is in, and a new one on request', async () => {
    await start();
    device = '192.168.1.9';
    opened[0]?.onChange();
    expect(states.at(-1)?.share).toMatchObject({ code: null, device: { address: '192.168.1.9' } });
    expect(sharing.newCode().share).toMatchObject({ code: { url: expect.stringContaining('#code') }, device: null });
  });

  it.each<[string, () => void, ShareEnd]>([
    ['when its time is over', () => timers.find(({ milliseconds }) => milliseconds === 1_800_000)?.work(), 'time-over'],
    ['when somebody tries codes', () => opened[0]?.onEnd('guessing'), 'guessing'],
    [
      'when the network goes away',
      () => {
        places = [];
        timers.find(({ milliseconds }) => milliseconds < 60_000)?.work();
      },
      'network-lost',
    ],
  ])('ends by itself %s', async (_, happen, ended) => {
    await start();
    happen();
    await Promise.resolve();
    expect(closed).toBe(1);
    expect(states.at(-1)).toEqual({ share: null, ended });
    expect(timers.every(({ stopped }) => stopped)).toBe(true);
  });

  it('goes on while the network stays', async () => {
    await start();
    const looks = (): number => timers.filter(({ milliseconds }) => milliseconds < 60_000).length;
    timers.find(({ milliseconds }) => milliseconds < 60_000)?.work();
    expect(looks()).toBe(2);
    expect(sharing.state().share).not.toBeNull();
  });

  it('ends when the user stops it or shares another pack', async () => {
    await start();
    await start();
    expect(closed).toBe(1);
    expect(await sharing.stop()).toEqual({ share: null, ended: null });
    expect(closed).toBe(2);
  });

  it('leaves one door open when it is started twice at once', async () => {
    await Promise.all([start(), start()]);
    expect(opened).toHaveLength(2);
    expect(closed).toBe(1);
    expect(sharing.state().share).not.toBeNull();
  });

  it('does not start for a pack or a network that is gone', async () => {
    there = false;
    await expect(start()).rejects.toMatchObject({ code: 'FILE_GONE' });
    [there, places] = [true, []];
    await expect(start()).rejects.toMatchObject({ params: { reason: 'network-gone' } });
    expect(opened).toHaveLength(0);
  });
});

describe('what the phone gets', () => {
  it('is the items with the marks they have now, and never a 口令 for Moments', async () => {
    await start();
    const content = opened[0]?.content;
    expect(content?.items[0]).toEqual({ number: 1, title: '商品1', text: '文案', link: null, pictures: 1 });
    expect(content?.posted()).toEqual([2]);
    records = [record(1, { postedAt: 'now' }), record(2)];
    expect(content?.posted()).toEqual([1]);
    expect(String(await content?.picture(1, 0))).toBe('/packs/a.zip a.jpg');
    await content?.mark(1, true);
    expect(marks).toEqual([[7, [1], true, 'phone']]);
  });
});
