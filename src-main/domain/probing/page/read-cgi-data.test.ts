import { describe, expect, it } from 'vitest';
import { readCgiData } from './read-cgi-data.ts';

describe('readCgiData', () => {
  it('reads the object of WeChat’s page, references decoded', () => {
    const html = `<script>var cgiData = {"retcode":0,"type":"gray","title":"将要访问","desc":"a {b} \\"c\\"","url":"http:&#x2f;&#x2f;x.test&#x2f;","btns":[{"name":"继续访问"}]};</script>`;
    expect(readCgiData(html)).toEqual({
      type: 'gray',
      title: '将要访问',
      desc: 'a {b} "c"',
      url: 'http://x.test/',
      buttons: ['继续访问'],
    });
  });

  it('reads data that is not quite JSON field by field', () => {
    const html = `var cgiData = { retcode: 0, 'type': 'block', "title": "已停止访问该网页", desc: "原因", };`;
    expect(readCgiData(html)).toMatchObject({ type: 'block', title: '已停止访问该网页', desc: '原因' });
    expect(readCgiData('var cgiData={"type":"empty","url":"http:&#x2f;')).toMatchObject({ type: 'empty' });
  });

  it.each([
    '',
    '<p>cgiData</p>',
    'var cgiData = null;',
    'var cgiData = {};',
    'var cgiData = {"type":',
    'var cgiData = {"a":1}',
  ])('finds none in %s', (html) => {
    expect(readCgiData(html)?.type ?? '').toBe('');
  });

  it('does not read on for ever', () => {
    expect(readCgiData(`var cgiData = {"type":"block","desc":"${'x'.repeat(100_000)}"}`)?.type).toBe('block');
  });
});
