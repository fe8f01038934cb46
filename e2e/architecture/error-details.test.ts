import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { englishDetail } from '#contract/messages/error-details';
import { root } from '../fixtures/project.ts';

const literal = /\bdetail(?: =|:)\s*(['`])((?:(?!\1).)*[\u4e00-\u9fff](?:(?!\1).)*)\1/g;

/** What the program's errors say in Chinese that they are about, with `甲` for what stands in their places. */
function saidDetails(): string[] {
  const sources = globSync('src-main/{app,engine,infra,domain,host-browser,host-electron}/**/*.ts', { cwd: root });
  return sources
    .filter((path) => !path.includes('.test.'))
    .flatMap((path) => Array.from(readFileSync(join(root, path), 'utf8').matchAll(literal), ([, , text]) => text ?? ''))
    .map((text) => text.replaceAll(/\$\{[^}]*\}/g, '甲'));
}

/** Sentences of the schemas, which stand behind what they are about: `.regex(…, '日期应为 YYYY-MM-DD')`. */
const schemaSentence = /\.(?:regex|min|max|refine)\(.*, '([^']*[\u4e00-\u9fff][^']*)'/g;

function schemaSentences(): string[] {
  return globSync('src-main/contract/*.ts', { cwd: root }).flatMap((path) =>
    Array.from(readFileSync(join(root, path), 'utf8').matchAll(schemaSentence), ([, text]) => text ?? ''),
  );
}

test('what a schema has against a value can be said in English', () => {
  const sentences = schemaSentences();
  expect(sentences).toContain('日期应为 YYYY-MM-DD');
  expect(sentences.filter((detail) => englishDetail({ detail }) === undefined)).toEqual([]);
});

test('what an error is about can be said in English', () => {
  const details = saidDetails();
  expect(details).toContain('活动商品');
  expect(
    details.filter((detail) => /[\u4e00-\u9fff]/.test((englishDetail({ detail }) ?? detail).replaceAll('甲', ''))),
  ).toEqual([]);
});
