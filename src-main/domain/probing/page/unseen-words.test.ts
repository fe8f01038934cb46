import { describe, expect, it } from 'vitest';
import { scriptWords } from './unseen-words.ts';

describe('scriptWords', () => {
  it.each([
    ['a share title', 'wx.updateAppMessageShareData({ title: "转发领红包", link: "https://a.test/" })', '转发领红包'],
    ['a dialogue', "button.onclick = () => alert('转发\\n领红包')", '转发 领红包'],
    ['markup', 'layer.open("<div class=\\"a\\"><b>转发</b>领红包</div>")', '转发 领红包'],
    ['escapes', 'var t = "\\u9886\\u5305"', '领包'],
    ['data', '{"@type":"Product","name":"转发领红包"}', '转发领红包'],
    ['nothing from comments', '// 转发领红包\nvar a = "b"; /* "领" */', ''],
    ['each text once', 'a("领包"); b("领包")', '领包'],
  ])('reads %s', (_what, script, words) => {
    expect(scriptWords([script])).toBe(words);
  });

  it.each([
    '分享失败，请重试',
    '关注成功！',
    '已取消分享',
    '您取消了分享',
    '网络异常，请稍后再试',
    '分享到微信朋友圈',
    '分享给好友',
    '立即分享',
  ])('leaves out a report and the name of a share button: %s', (text) => {
    expect(scriptWords([`toast("${text}")`])).toBe('');
  });

  it.each(['分享成功，领取红包', '分享到朋友圈领红包', '请先关注公众号', '取消后红包失效'])('keeps %s', (text) => {
    expect(scriptWords([`toast("${text}")`])).toBe(text);
  });

  it('stays within its bound', () => {
    const script = Array.from({ length: 9_000 }, (_, at) => `a("转发${at}")`).join(';');
    expect(scriptWords([script, script]).length).toBeLessThanOrEqual(20_000);
  });
});
