import { beforeAll, describe, expect, it } from 'vitest';
import { type JudgedSituation, judgeSituations, shownSurfaces, verdictText } from './verdict-table.ts';

let judged: JudgedSituation[];

const limitMs = 180_000;

// The sites that never answer are waited for, one after the other; a busy machine is no reason to give one up early.
beforeAll(async () => {
  judged = await judgeSituations();
}, limitMs);

/** Private chat, group, Moments and “read more”, as `私聊/群/朋友圈/阅读原文`. */
function verdictOf(part: string): string {
  const found = judged.filter(({ probed }) => probed.input.includes(part));
  expect(found).toHaveLength(1);
  const [{ probed } = { probed: undefined }] = found;
  return probed ? shownSurfaces.map((surface) => verdictText(probed, surface)).join('/') : '';
}

const opensWhereKnown = '可直接打开/未知/未知/可直接打开';
const itemOpens = '可直接打开/可直接打开/需复制到浏览器/可直接打开';
const everywhere = (outcome: string): string => Array.from(shownSurfaces, () => outcome).join('/');

describe('verdicts in the simulated world', () => {
  it.each(['//blocked.', '//induced.', '//infringing.', '//inline.'])('%s is blocked everywhere', (part) => {
    expect(verdictOf(part)).toBe(everywhere('已被拦截'));
  });

  it.each(['//induced-copy.', '//induced-jump.', '//mask.', '//leave-wechat.'])('%s has to be copied', (part) => {
    expect(verdictOf(part)).toBe(everywhere('需复制到浏览器'));
  });

  it.each(['//honest.', '//complained.', '//clone.', '//decoy.', '//login.', '//huge.', '//bomb.'])(
    '%s is nothing against the link',
    (part) => {
      expect(verdictOf(part)).toBe(opensWhereKnown);
    },
  );

  it.each(['//new-type.', '//notice-fails.'])('%s: a notice nobody could read promises nothing', (part) => {
    expect(verdictOf(part)).toBe(everywhere('未知'));
  });

  it.each(['id=600000000404', 'id=600000000405', 'id=700000000404', 'e=used', 'e=expired', 'goneITEM04'])(
    '%s is dead everywhere',
    (part) => {
      expect(verdictOf(part)).toBe(everywhere('已失效'));
    },
  );

  it.each(['id=600000000001', 'id=600000000401', 'id=600000000403', 'liveITEM01', 'affiliate1'])(
    '%s opens as policy says',
    (part) => {
      expect(verdictOf(part)).toBe(itemOpens);
    },
  );

  it.each(
    '//loop. //self. //endless. //stalled. //dripping. //half. //cut. //bad-gzip. //not-http. //flood. //to-loopback. //to-metadata. //to-router. //to-nowhere. //resets. //tls-garbage. //tls-stalled. //tls-expired. //tls-wrong-name. //tls-self-signed. 127.0.0.1 192.168.1.1 //broken. //empty. quan.apk //download-first. //app-redirect.'.split(
      ' ',
    ),
  )('%s shows no page, so it is not said to open', (part) => {
    expect(verdictOf(part)).toBe(everywhere('未知'));
  });

  it.each(['//no-such-name.', '//refuses.', '//plain-502.'])('%s: trouble of the proxy is skipped', (part) => {
    expect(verdictOf(part)).toBe(everywhere('未检测'));
  });

  it('says “opens” only where a source says so and a page was seen, or nothing could be asked', () => {
    for (const { probed } of judged) {
      const opens = probed.verdicts.filter(({ outcome }) => outcome === 'opens');
      for (const { basis } of opens) expect(basis[0]).toMatchObject({ type: 'policy', setAside: null });
      const visit = probed.answers.find(({ probe }) => probe === 'direct');
      if (opens.length > 0 && visit && probed.skipReason === null) {
        expect([visit.outcome, visit.reason === 'access-denied']).not.toEqual(['unknown', false]);
      }
    }
  });
});
