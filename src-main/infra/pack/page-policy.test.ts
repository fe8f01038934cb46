import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { packWords } from '#contract/messages/pack-messages';
import { finishPack } from '#domain/copy-pack/finish-pack';
import { planPack } from '#domain/copy-pack/plan-pack';
import { sampleItem, samplePack } from '#domain/copy-pack/testing/pack-samples';

it('allows the pages of a pack exactly their own style and script', () => {
  const pages = finishPack(planPack(samplePack([sampleItem(1)])), new Map(), packWords).filter(({ path }) =>
    path.endsWith('.html'),
  );
  expect(pages).toHaveLength(2);
  for (const { content } of pages) {
    const written = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(content)?.[1] ?? '';
    const policy = written.replaceAll('&#39;', "'");
    const hash = (tag: string): string => {
      const inside = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(content)?.[1] ?? '';
      return createHash('sha256').update(inside).digest('base64');
    };
    expect(policy).toContain(`style-src 'sha256-${hash('style')}'`);
    expect(policy).toContain(`script-src 'sha256-${hash('script')}'`);
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  }
});
