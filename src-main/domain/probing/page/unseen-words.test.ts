import { describe, expect, it } from 'vitest';
import { scriptWords } from './unseen-words.ts';

describe('scriptWords', () => {
  it.each([
    ['a share title', 'wx.updateAppMessageShareData({ title: "转发领红包", link: "https://a.test/" })', '转发领红包'],
    ['a dialogue', "button.onclick = () => alert('转发\\n领红包')", '转发 领红包'],
    ['markup', 'layer.open("<div class=\\"a\\"><b>转发</b>领红包</div>")', '转发 领红包'],
    ['escapes', 'var t = "\\u8f6c\\u53d1"', '转发'],
    ['data', '{"@type":"Product","name":"转发领红包"}', '转发领红包'],
    ['nothing from comments', '// 转发领红包\nvar a = "b"; /* "领" */', ''],
    ['each text once', 'a("转发"); b("转发")', '转发'],
  ])('reads %s', (_what, script, words) => {
    expect(scriptWords([script])).toBe(words);
  });

  it('stays within its bound', () => {
    const script = Array.from({ length: 9_000 }, (_, at) => `a("转发${at}")`).join(';');
    expect(scriptWords([script, script]).length).toBeLessThanOrEqual(20_000);
  });
});
