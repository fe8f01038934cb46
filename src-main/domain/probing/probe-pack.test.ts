import { describe, expect, it } from 'vitest';
import {
  describeProbe,
  describeProbeSignal,
  isProbeCause,
  probeMessages,
  type ProbeReason,
  probeSignalMessages,
} from '#contract/messages/probe-messages';
import builtIn from '#resources/rulepacks/probes/wechat-probes@2026-11-23.json' with { type: 'json' };
import { failureKinds } from './network-failure.ts';
import { probePackShape } from './probe-pack.ts';

const pack = probePackShape.parse(builtIn);

describe('the built-in probe pack', () => {
  it('has words for everything it can say', () => {
    const causes = pack.wapredirect.phrases.flatMap(({ cause }) => (cause === null ? [] : [cause]));
    expect(causes.filter((cause) => !isProbeCause(cause))).toEqual([]);
    const meanings = pack.landing.deadPhrases.map(({ meaning }) => meaning);
    expect(meanings.filter((meaning) => !(meaning in probeMessages))).toEqual([]);
    expect(failureKinds.filter((kind) => !(kind in probeMessages))).toEqual([]);
    expect(pack.clauses.filter(({ signal }) => !(signal in probeSignalMessages))).toEqual([]);
  });

  it('knows every type of notice that has been seen', () => {
    const outcomes = Object.fromEntries(pack.wapredirect.types.map(({ type, outcome }) => [type, outcome]));
    expect(outcomes).toEqual({ block: 'blocked', empty: 'copy-to-browser', newgray: 'confirm', gray: 'confirm' });
  });

  it('is refused when a part is missing or unknown', () => {
    expect(probePackShape.safeParse({ ...builtIn, controlHosts: [] }).success).toBe(false);
    expect(probePackShape.safeParse({ ...builtIn, extra: 1 }).success).toBe(false);
    expect(
      probePackShape.safeParse({
        ...builtIn,
        userAgents: { ...builtIn.userAgents, wechat: builtIn.userAgents.browser },
      }).success,
    ).toBe(false);
    expect(
      probePackShape.safeParse({
        ...builtIn,
        wapredirect: { ...builtIn.wapredirect, gateway: 'http://insecure.test/' },
      }).success,
    ).toBe(false);
  });
});

describe('probe messages', () => {
  it('are there in both languages and promise nothing', () => {
    for (const [reason, { zh, en }] of Object.entries(probeMessages)) {
      expect([reason, /[一-鿿]/.test(zh), /[a-z]/i.test(en)]).toEqual([reason, true, true]);
      expect([reason, /安全可|放心|一定能打开(?!。)/.test(zh.replace(/不代表[^。]*/g, ''))]).toEqual([reason, false]);
    }
    expect(probeMessages['no-block-found'].zh).toContain('本次探测未发现拦截（{at}）');
  });

  it('leave no place open', () => {
    const params = Object.fromEntries(
      'at host desc type phrase status file what scheme detail count cause'.split(' ').map((name) => [name, 'x']),
    );
    for (const reason of Object.keys(probeMessages) as ProbeReason[]) {
      expect(describeProbe(reason, params, 'zh-CN')).not.toMatch(/[{}]/);
      expect(describeProbe(reason, params, 'en')).not.toMatch(/[{}]/);
    }
  });

  it('add the reason WeChat gives', () => {
    const params = { desc: '', cause: 'induced-share' };
    expect(describeProbe('wechat-blocked', params, 'zh-CN')).toBe(
      '微信已停止访问该网页。原因：包含诱导分享、关注等诱导行为。',
    );
  });

  it('say in words how the views differ', () => {
    const evidence = [
      { name: 'difference', value: 'text jump' },
      { name: 'text.wechat', value: '一' },
    ];
    expect(describeProbeSignal({ id: 'cloaking', evidence }, 'zh-CN')).toBe(
      '微信里和浏览器里看到的内容不同（文字内容不同，跳转行为不同）。',
    );
    expect(describeProbeSignal({ id: 'forced-jump', evidence: [{ name: 'scheme', value: 'taobao' }] }, 'en')).toContain(
      'taobao://',
    );
  });
});
