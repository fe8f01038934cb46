import { describe, expect, it } from 'vitest';
import { classifyCell, classifyText } from './classify.ts';
import type { LinkKind } from './link-kinds.ts';
import type { LinkPart } from './link-part.ts';

const only = (text: string): LinkPart => {
  const parts = classifyText(text);
  expect(parts.map((part) => part.kind)).toHaveLength(1);
  return parts[0]!;
};

describe('every kind in its official form', () => {
  const forms: [LinkKind, string, Partial<LinkPart>][] = [
    ['tb_item_pc', 'http://item.taobao.com/item.htm?id=557662696505', { itemId: '557662696505', earns: 'no' }],
    [
      'tb_item_pc',
      'https://item.taobao.com/item.htm?spm=a1.b2&id=nJp20jwiMtOamMdH-MwP4rkSVpzP5',
      { itemId: 'nJp20jwiMtOamMdH-MwP4rkSVpzP5' },
    ],
    [
      'tmall_item_pc',
      'https://detail.tmall.com/item.htm?id=881280651752&skuId=5',
      { itemId: '881280651752', earns: 'no' },
    ],
    ['tmall_item_pc', 'https://chaoshi.detail.tmall.com/item.htm?id=881280651752', { itemId: '881280651752' }],
    ['tmall_item_pc', 'https://detail.tmall.hk/hk/item.htm?id=881280651752', { itemId: '881280651752' }],
    [
      'tmall_item_pc',
      'https://detail.tmall.com/item.htm?id=nJp20jwiMtOamMdH-MwP4rkSVpzP5',
      { itemId: 'nJp20jwiMtOamMdH-MwP4rkSVpzP5' },
    ],
    [
      'tb_item_h5',
      'https://h5.m.taobao.com/awp/core/detail.htm?id=571035712848',
      { itemId: '571035712848', earns: 'no' },
    ],
    ['tb_item_h5', 'https://main.m.taobao.com/detail/index.html?id=571035712848', { itemId: '571035712848' }],
    ['tb_item_h5', 'https://a.m.taobao.com/i571035712848.htm', { itemId: '571035712848' }],
    ['tmall_item_pc', 'http://a.m.tmall.com/i37505240912.htm', { itemId: '37505240912', earns: 'no' }],
    [
      'tb_item_pc',
      'https://detail.ju.taobao.com/home.htm?spm=608.1&id=10000206429489&item_id=589814336859',
      { itemId: '589814336859', earns: 'no' },
    ],
    ['tb_item_pc', 'https://detail.ju.taobao.com/home.htm?itemId=536687325754&id=1', { itemId: '536687325754' }],
    ['tb_item_pc', 'http://ju.taobao.com/m/jusp/alone/detailwap/mtp.htm?item_id=559253712104', { earns: 'no' }],
    ['web_link', 'https://detail.ju.taobao.com/home.htm?id=10000206429489', { itemId: null }],
    ['tb_item_pc', 'https://world.taobao.com/item/547456053621.htm?fromSite=main', { itemId: '547456053621' }],
    ['tb_item_pc', 'https://world.taobao.com/item/wap/668570605351.htm', { itemId: '668570605351' }],
    ['tb_act_page', 'https://mos.m.taobao.com/union/jhsjx2020?pid=mm_43125636_4246598_109944300468', { earns: 'yes' }],
    // Named beside s.click.taobao.com in code, but no source tells its forms.
    ['web_link', 'https://s.click.tmall.com/CvHjOPu', { earns: 'unknown' }],
    [
      'tbk_click_long',
      'https://s.click.taobao.com/t?e=m%3D2%26s%3DwjLyIMUsYHcc&pvid=1_2',
      { itemId: null, earns: 'yes' },
    ],
    ['tbk_click_long', 'http://s.click.taobao.com/t_8?e=7HZ6jHST%3D&p=mm_17737402_0_0', { pid: 'mm_17737402_0_0' }],
    ['tbk_click_short', 'https://s.click.taobao.com/CvHjOPu', { earns: 'yes', validDays: 300 }],
    [
      'tbk_uland_edetail',
      'https://uland.taobao.com/coupon/edetail?e=HcDWJQP6d&traceId=x&relationId=1234567',
      { relationId: '1234567', earns: 'yes' },
    ],
    [
      'tbk_uland_edetail',
      'https://uland.taobao.com/coupon/edetail?activityId=19d114f1a6464c98a30b01b3cb17dad6&itemId=557662696505&pid=mm_29563340_122900348_29874650260',
      {
        itemId: '557662696505',
        pid: 'mm_29563340_122900348_29874650260',
        activityId: '19d114f1a6464c98a30b01b3cb17dad6',
      },
    ],
    [
      'tbk_uland_edetail',
      'https://uland.taobao.com/coupon/edetail?itemId=557662696505&pid=mm%5F111160411%5f35476806%5F127062249',
      { pid: 'mm_111160411_35476806_127062249', earns: 'yes' },
    ],
    [
      'tb_deeplink',
      'tbopen://m.taobao.com/tbopen/index.html?h5Url=https%3A%2F%2Fuland.taobao.com%2Fcoupon%2Fedetail%3Fpid%3Dmm%255F1%255F2%255F3',
      { pid: 'mm_1_2_3', earns: 'yes' },
    ],
    [
      'tbk_click_long',
      'https://s.click.taobao.com/t?e=m%3D2&name=%C9%CC%C6%B7&l=https%3A%2F%2Fa.b%2F%3Fpid%3Dmm_1_2_3',
      { pid: 'mm_1_2_3', earns: 'yes' },
    ],
    [
      'tbk_uland_quan',
      'https://uland.taobao.com/quan/detail?sellerId=3023094052&activityId=55cc8ff4119e45dbb26e46cab65c1eab',
      { activityId: '55cc8ff4119e45dbb26e46cab65c1eab', earns: 'no' },
    ],
    [
      'tb_shop_coupon_old',
      'http://shop.m.taobao.com/shop/coupon.htm?seller_id=2455190501&activity_id=b1187944afb24023978591b0c2762f5f',
      { activityId: 'b1187944afb24023978591b0c2762f5f', earns: 'no' },
    ],
    [
      'tb_shop_coupon_old',
      'https://market.m.taobao.com/apps/aliyx/coupon/detail.html?sellerId=1&activityId=b1187944afb24023978591b0c2762f5f',
      { earns: 'no' },
    ],
    ['tbk_uland_other', 'https://uland.taobao.com/coupon/elist?e=abc', { earns: 'unknown' }],
    [
      'tbk_uland_other',
      'https://uland.taobao.com/item/edetail?id=e3R0dpHDtdmy9egp-wKgkm2tQZ6kpryRf9',
      { itemId: 'e3R0dpHDtdmy9egp-wKgkm2tQZ6kpryRf9', earns: 'unknown' },
    ],
    ['tbk_ai_temai', 'https://temai.taobao.com/preview/forward.htm', { earns: 'unknown' }],
    ['tbk_ai_temai', 'https://temai.m.taobao.com/cheap.htm?pid=mm_47800736_21362628_72092261', { earns: 'yes' }],
    ['tb_act_page', 'https://mo.m.taobao.com/union2/page_1671415704484?openPageId=ab90', { earns: 'unknown' }],
    ['tb_short_m', 'https://m.tb.cn/h.UQ4ceEC', { earns: 'unknown' }],
    ['tb_short_m', 'https://m.tb.cn/h.gYyo4OStf9RoxOh?tk=hGiYWHLdG6c', { token: 'hGiYWHLdG6c' }],
    ['tb_short_e', 'https://e.tb.cn/h.SQ6rjlgiow5ob5s?tk=MJN9f2bd29s', { token: 'MJN9f2bd29s', earns: 'unknown' }],
    ['tb_short_vendor_old', 'http://c.b1wt.com/h.31XFxO?cv=tOac&sm=bfce20', { earns: 'no', earnsReason: 'dead-link' }],
    [
      'tb_deeplink',
      'tbopen://m.taobao.com/tbopen/index.html?action=ali.open.nav&module=h5&h5Url=https%3A%2F%2Fdetail.tmall.com%2Fitem.htm%3Fid%3D881280651752',
      { itemId: '881280651752', innerKind: 'tmall_item_pc', earns: 'no' },
    ],
    ['tb_deeplink', 'taobao://item.taobao.com/item.htm?id=557662696505', { itemId: '557662696505' }],
    ['jd_union_short', 'https://u.jd.com/XaEB1jq', { earns: 'yes' }],
    [
      'jd_union_click',
      'https://union-click.jd.com/jdc?e=&p=JF8BAPEJK1olXDYCVV9cC0oUBG8IGF8SVF9HC0gVB38P',
      { earns: 'yes', earnsReason: 'affiliate-link' },
    ],
    ['jd_union_click', 'https://union-click.jd.com/jdc?d=505Twi', { earns: 'yes' }],
    ['web_link', 'https://union-click.jd.com/jdc?e=', { earns: 'unknown' }],
    ['jd_item', 'https://item.m.jd.com/product/100012043978.html?utm=1', { itemId: '100012043978', earns: 'no' }],
    ['jd_short_3cn', 'https://3.cn/1abCD-x2', { earns: 'unknown' }],
    ['pdd_short', 'https://p.pinduoduo.com/lsYtFjyM?sc=EFAC', { earns: 'yes' }],
    ['pdd_item', 'https://mobile.yangkeduo.com/goods.html?goods_id=593374110', { itemId: '593374110', earns: 'no' }],
    ['pdd_item', 'https://mobile.yangkeduo.com/goods2.html?ps=BxALLyKNBC', { itemId: null, earns: 'unknown' }],
    [
      'pdd_item',
      'https://mobile.yangkeduo.com/duo_coupon_landing.html?goods_id=593374110&pid=8921_2231',
      { pid: '8921_2231', earns: 'yes' },
    ],
    ['douyin_short', 'https://v.douyin.com/kB9dI20w7vk/', { earns: 'unknown' }],
    [
      'douyin_product',
      'https://haohuo.jinritemai.com/views/product/item2?id=3375241637788821075',
      { itemId: '3375241637788821075' },
    ],
    ['kuaishou_short', 'https://v.kuaishou.com/abc123', {}],
    ['xhs_short', 'https://www.xhslink.com/a/AbCdEf', {}],
    ['meituan_short', 'http://dpurl.cn/RXUTCGHZ', {}],
    ['alipay_short', 'https://ur.alipay.com/_4kQhV32216tp7bzlDc3E1k', {}],
    ['alipay_short', 'HTTPS://QR.ALIPAY.COM/FKX00123', {}],
    [
      'alipay_scheme',
      'alipays://platformapi/startapp?appId=20000067&url=https://ur.alipay.com/_4kQhV3',
      { innerKind: 'alipay_short', url: 'https://ur.alipay.com/_4kQhV3' },
    ],
    ['wx_miniprogram_short', '#小程序://老黄历/35B5dLQIuMbBuhC', {}],
    ['wx_miniprogram_short', '#小程序://小店名/一件商品/9pZvnVw3KMCQpVp', {}],
    ['wx_url_link', 'https://wxaurl.cn/jJh2iE8xOjt', {}],
    ['wx_scheme', 'weixin://dl/business/?t=TICKET', {}],
    ['wx_article', 'https://mp.weixin.qq.com/s/RdUcz5tZeNfSWYuizdprTQ', { earns: 'unknown' }],
    ['wx_article', 'http://mp.weixin.qq.com/s?__biz=MzA5MDM1MTcyNQ==&mid=2657710191&idx=1&sn=cda068bd&chksm=8b#rd', {}],
    ['wx_article', 'https://mp.weixin.qq.com/s?src=11&timestamp=1700000000&ver=1&signature=AbC*d-&new=1', {}],
    ['wx_channels', 'https://weixin.qq.com/sph/A1ri7B', {}],
    ['wx_channels', 'https://channels.weixin.qq.com/finder-preview/pages/sph?id=A1ri7B', {}],
    ['wx_page', 'https://work.weixin.qq.com/ca/cawcde91ed29d8de9f', {}],
    ['wx_page', 'https://weixin.qq.com/agreement/weixin_external_links_content_management_specification', {}],
    ['wx_page', 'https://mp.weixin.qq.com/mp/profile_ext?action=home&__biz=MzA5MDM1MTcyNQ==', {}],
    ['wx_page', 'https://weixin110.qq.com/security/readtemplate?t=weixin_report/w_type&scene=33', {}],
    ['wx_block_page', 'https://weixin110.qq.com/cgi-bin/mmspamsupport-bin/newredirectconfirmcgi?main_type=2&x=1', {}],
    [
      'wx_block_page',
      'https://support.weixin.qq.com/cgi-bin/mmsupport-bin/readtemplate?t=w_redirect_taobao&url=https%3A%2F%2Fitem.taobao.com%2Fitem.htm%3Fid%3D557662696505',
      { itemId: null },
    ],
    ['web_link', 'https://mp.weixinbridge.com/mp/wapredirect?url=https%3A%2F%2Fexample.com', {}],
    ['web_link', 'https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx1&redirect_uri=https%3A%2F%2Fe.cn', {}],
    ['web_link', 'https://www.example.com/a?b=c', { earns: 'unknown' }],
    ['tkl_symbol_pair', '￥SIH6XbwRfyt￥', { token: 'SIH6XbwRfyt', validDays: 30, certainty: 'sure' }],
    ['tkl_symbol_pair', '₤qQkYcb86z2d₤', { token: 'qQkYcb86z2d' }],
    [
      'tkl_union_long',
      '48￥ CZ3457 LOcqdeIlU9y￥ https://m.tb.cn/h.UQ4ceEC  olayks煮茶器',
      { token: 'LOcqdeIlU9y', url: 'https://m.tb.cn/h.UQ4ceEC', title: 'olayks煮茶器' },
    ],
    [
      'tkl_ios14_wordy',
      '0置本段内容₤qQkYcb86z2d₤咑幵τao寶或点几链街https://m.tb.cn/h.VudJ7MB?sm=ef28da',
      { token: 'qQkYcb86z2d', url: 'https://m.tb.cn/h.VudJ7MB' },
    ],
    [
      'tkl_app_share',
      '【淘宝】退货运费险 https://e.tb.cn/h.7qFeOVKt2sKIyvf?tk=kPtyU7QJ8po MF937 「原厂人形机器人手指」\n点击链接直接打开 或者 淘宝搜索直接打开',
      { token: 'kPtyU7QJ8po', title: '原厂人形机器人手指', earnsReason: 'app-share' },
    ],
    [
      'tkl_app_share',
      '【闲鱼】https://m.tb.cn/h.fELHadj?tk=7BLd2MBJJ3C「我在闲鱼发布了【内网穿透】」',
      { token: '7BLd2MBJJ3C' },
    ],
    ['tkl_parentheses', '(UIKV1xqiv04)', { token: 'UIKV1xqiv04', certainty: 'maybe' }],
    ['tkl_trailing_slash', '￥xutOgMtfvNU￥/ CZ0001', { token: 'xutOgMtfvNU' }],
    ['tkl_tk_param', '?tk=MJN9f2bd29s', { token: 'MJN9f2bd29s', certainty: 'maybe' }],
    [
      'jd_kouling',
      '24.0复制整段话 http://JujEXrPAtp81KK快来为我拉BUFF，助我赢大奖#R4burF7MFa@--》亰#栋A/PP',
      { token: 'R4burF7MFa', certainty: 'sure' },
    ],
    [
      'jd_kouling',
      '20.0复制整段话 http:/J01eyNkGXlyRZF 一起奔跑 万元大奖￥m3QnuAb2Rb￥dakai》猄】崠】',
      { token: 'm3QnuAb2Rb', certainty: 'sure' },
    ],
    ['jd_kouling', '！AbCd1234Ef！', { token: 'AbCd1234Ef', certainty: 'maybe' }],
  ];
  it.each(forms)('%s: %s', (kind, text, expected) => {
    const part = only(text);
    expect(part).toMatchObject({ kind, ...expected });
    expect(part.value).toBe(text);
    expect(classifyText(part.canonical)).toMatchObject([{ canonical: part.canonical }]);
  });
});

describe('free text', () => {
  const found = (text: string): string[] => classifyText(text).map((part) => part.value);

  it('ends an address at Chinese punctuation, brackets and glued prose', () => {
    expect(found('看这个https://m.tb.cn/h.UQ4ceEC，很好用')).toEqual(['https://m.tb.cn/h.UQ4ceEC']);
    expect(found('（https://item.taobao.com/item.htm?id=557662696505）')).toEqual([
      'https://item.taobao.com/item.htm?id=557662696505',
    ]);
    expect(found('(https://item.taobao.com/item.htm?id=557662696505).')).toEqual([
      'https://item.taobao.com/item.htm?id=557662696505',
    ]);
    expect(found('https://m.tb.cn/h.UQ4ceEC点开领券')).toEqual(['https://m.tb.cn/h.UQ4ceEC']);
    expect(found('<a href="https://u.jd.com/XaEB1jq">')).toEqual(['https://u.jd.com/XaEB1jq']);
    expect(found('https://example.com/wiki/A_(B)!')).toEqual(['https://example.com/wiki/A_(B)']);
  });

  it('takes glued links and a 口令 behind a link apart', () => {
    expect(found('https://m.tb.cn/h.UQ4ceEChttps://u.jd.com/XaEB1jq')).toEqual([
      'https://m.tb.cn/h.UQ4ceEC',
      'https://u.jd.com/XaEB1jq',
    ]);
    expect(found('https://m.tb.cn/h.UQ4ceEC$Ru63cdkXWSC$')).toEqual(['https://m.tb.cn/h.UQ4ceEC', '$Ru63cdkXWSC$']);
    expect(found('https://example.com/?url=https://item.taobao.com/item.htm?id=557662696505')).toHaveLength(1);
  });

  it('reads a 口令 in full-width letters and signs, and says that it only may be one', () => {
    const wide = only('复制￥ＳＩＨ６ＸｂｗＲｆｙｔ￥打开淘宝');
    expect(wide).toMatchObject({
      kind: 'tkl_symbol_pair',
      value: '￥ＳＩＨ６ＸｂｗＲｆｙｔ￥',
      token: 'SIH6XbwRfyt',
      canonical: '￥SIH6XbwRfyt￥',
      certainty: 'maybe',
    });
    expect(only('（ＵＩＫＶ１ｘｑｉｖ０４）复制打开淘宝')).toMatchObject({ kind: 'tkl_parentheses' });
    expect(only('［UIKV1xqiv04］复制打开淘宝')).toMatchObject({ token: 'UIKV1xqiv04', certainty: 'maybe' });
    expect(only('＄SIH6XbwRfyt＄')).toMatchObject({ token: 'SIH6XbwRfyt', certainty: 'sure' });
    expect(only('48￥ CZ3457 LOcqdeIlU9y￥ https://m.tb.cn/h.UQ4ceEC  大码ＸＬ')).toMatchObject({
      title: '大码ＸＬ',
      certainty: 'sure',
    });
  });

  it('accepts line breaks inside an official long 口令 and keeps it byte for byte', () => {
    const token = '71￥ CZ3457 N4YwhQd4OLB￥\nhttps://m.tb.cn/h.QUbiCjp  网红水洗棉四件套';
    expect(classifyText(`复制整段\n${token}\n打开淘宝`)).toMatchObject([{ kind: 'tkl_union_long', value: token }]);
  });

  it('reads nested quotes in a share title and a hand sign in front of a 口令', () => {
    const share = '【淘宝】https://m.tb.cn/h.gYyo4OStf9RoxOh?tk=hGiYWHLdG6c CZ0001 「带「引号」的标题」';
    expect(only(share)).toMatchObject({ kind: 'tkl_app_share', value: share, title: '带「引号」的标题' });
    const wordy = '7👈￥qwER12tyUI9￥ https://m.tb.cn/h.5abcdef';
    expect(only(wordy)).toMatchObject({ kind: 'tkl_ios14_wordy', value: wordy });
  });

  it('tells several long 口令 on one line apart', () => {
    const first = '48￥ CZ3457 LOcqdeIlU9y￥ https://m.tb.cn/h.UQ4ceEC  olayks煮茶器';
    const second = '79￥ CZ3457 vSfz2BFHDnQ￥ https://m.tb.cn/h.UdrTGkb  上海梅林';
    expect(found(`${first} ${second}`)).toEqual([first, second]);
  });

  it('leaves the words after a long 口令 alone when they are not the official title', () => {
    expect(found('71￥ CZ3457 N4YwhQd4OLB￥ https://m.tb.cn/h.QUbiCjp 打开淘宝')).toEqual([
      '71￥ CZ3457 N4YwhQd4OLB￥ https://m.tb.cn/h.QUbiCjp',
    ]);
    expect(found('1、￥N4YwhQd4OLB￥ 领券 https://m.tb.cn/h.QUbiCjp')).toEqual([
      '￥N4YwhQd4OLB￥',
      'https://m.tb.cn/h.QUbiCjp',
    ]);
  });

  it('recognises links without a protocol only where a known host leads', () => {
    expect(found('打开 m.tb.cn/h.UQ4ceEC 看看')).toEqual(['m.tb.cn/h.UQ4ceEC']);
    expect(found('//item.taobao.com/item.htm?id=557662696505')).toEqual(['//item.taobao.com/item.htm?id=557662696505']);
    expect(found('// just a comment, a//b, evil.m.tb.cn/h.UQ4ceEC, x@u.jd.com/XaEB1jq')).toEqual([]);
  });

  it('needs nearby words for forms that ordinary text shares', () => {
    expect(found('型号(AB12cd34EF5)适用')).toEqual([]);
    expect(found('复制(AB12cd34EF5)打开淘宝')).toEqual(['(AB12cd34EF5)']);
    expect(found('(g1IVbaMXxxK)/ CZ0001 网红四件套')).toEqual(['(g1IVbaMXxxK)/ CZ0001']);
    expect(found('话题#AbCd1234Ef#很火')).toEqual([]);
    expect(found('长按复制这段描述 {VFbk0gTleRU}打开【淘宝】')).toEqual(['{VFbk0gTleRU}']);
    expect(found('京东￥C89KE4MdkGbLlp0T￥ ZH9112')).toEqual(['￥C89KE4MdkGbLlp0T￥']);
    expect(found('京东App复制！AbCd1234Ef！')).toEqual(['！AbCd1234Ef！']);
    expect(classifyText('复制￥AbCd1234Ef5￥打开京东')).toMatchObject([{ kind: 'jd_kouling' }]);
    expect(classifyText('复制￥AbCd1234Ef5￥打开淘宝，别用京东')).toMatchObject([{ kind: 'tkl_symbol_pair' }]);
  });

  it('does not take prices, phone numbers or words in signs for 口令', () => {
    expect(found('¥13800138000¥ $application$ 到手￥39.90￥')).toEqual([]);
  });

  it('reads &amp; of pasted page source', () => {
    expect(only('https://item.taobao.com/item.htm?spm=1&amp;id=557662696505')).toMatchObject({
      itemId: '557662696505',
    });
  });

  it('skips schemes it does not know without finding links inside them', () => {
    expect(found('javascript://item.taobao.com/item.htm?id=557662696505 ftp://m.tb.cn/h.UQ4ceEC')).toEqual([]);
  });
});

describe('who the host really is', () => {
  const fakes = [
    'https://item.taobao.com.evil.cn/item.htm?id=557662696505',
    'https://item.taobao.com@evil.cn/item.htm?id=557662696505',
    'https://item.taobao.com:443@evil.cn/item.htm?id=557662696505',
    'https://evil.cn/item.taobao.com/item.htm?id=557662696505',
    'https://evil.cn?https://item.taobao.com/item.htm?id=557662696505',
    'https://evil.cn#@item.taobao.com/item.htm?id=557662696505',
    'https://evil.cn\\@item.taobao.com/item.htm?id=557662696505',
    'https://item.taobao.com\\@evil.cn/item.htm?id=557662696505',
    'https://item.taobao.com\\.evil.cn/item.htm?id=557662696505',
    'https://item-taobao.com/item.htm?id=557662696505',
    'https://xitem.taobao.com/item.htm?id=557662696505',
    'https://item.taobao.com.cn/item.htm?id=557662696505',
    'https://іtem.taobao.com/item.htm?id=557662696505',
    'https://item.tаobao.com/item.htm?id=557662696505',
    'https://item.taobao.соm/item.htm?id=557662696505',
    'https://ｉｔｅｍ.taobao.com/item.htm?id=557662696505',
    'https://item.taobao.com中.evil.cn/item.htm?id=557662696505',
    'https://item%2etaobao.com/item.htm?id=557662696505',
    'https://item.taobao.com:8443/item.htm?id=557662696505',
    'https://xn--tem-7yc.taobao.com/item.htm?id=557662696505',
    'https://m.tb.cn.evil.cn/h.UQ4ceEC',
    'https://s.click.taobao.com.evil.cn/CvHjOPu',
    'https://qr.alipay.com.evil.cn/fkx00123',
    'https://notalipay.com/fkx00123',
    'https://mp.weixin.qq.com.evil.cn/s/RdUcz5tZeNfSWYuizdprTQ',
    'https://mp.weixin.qq.com@evil.cn/s/RdUcz5tZeNfSWYuizdprTQ',
    'https://mp.weixin.qq.com%2f@evil.cn/s/RdUcz5tZeNfSWYuizdprTQ',
    'https://mp.weixin.qq.com%252eevil.cn/s/RdUcz5tZeNfSWYuizdprTQ',
    'https://mp.weixin.qq.com:8080/s/RdUcz5tZeNfSWYuizdprTQ',
    'https://mp。weixin。qq。com/s/RdUcz5tZeNfSWYuizdprTQ',
    'https://mp．weixin．qq．com/s/RdUcz5tZeNfSWYuizdprTQ',
    'https://mp.weіxin.qq.com/s/RdUcz5tZeNfSWYuizdprTQ',
    'https://mp.xn--wexin-q3e.qq.com/s/RdUcz5tZeNfSWYuizdprTQ',
    'https://mp-weixin.qq.com/s/RdUcz5tZeNfSWYuizdprTQ',
    'https://xweixin.qq.com/s/RdUcz5tZeNfSWYuizdprTQ',
    'https://weixin.qq.com.cn/sph/A1ri7B',
    'https://evil.cn/https://mp.weixin.qq.com/s/RdUcz5tZeNfSWYuizdprTQ',
    'https://evil.cn/?mp.weixin.qq.com/s/RdUcz5tZeNfSWYuizdprTQ',
    'https://weixin110.qq.com.evil.cn/cgi-bin/mmspamsupport-bin/newredirectconfirmcgi?main_type=2',
    'https://constructor/h.UQ4ceEC',
    'https://__proto__/h.UQ4ceEC',
  ];
  it.each(fakes)('is not official: %s', (text) => {
    for (const part of classifyText(text))
      expect(part).toMatchObject({ kind: 'web_link', itemId: null, earns: 'unknown' });
  });

  const genuine = [
    'HTTPS://ITEM.TAOBAO.COM/item.htm?id=557662696505',
    'https://item.taobao.com:443/item.htm?id=557662696505',
    'http://item.taobao.com:80/item.htm?id=557662696505',
    'https://item.taobao.com./item.htm?id=557662696505',
    'https://user:secret@item.taobao.com/item.htm?id=557662696505',
    'https://item.taobao.com/x/../item.htm?id=557662696505',
    'https://item.taobao.com/item.htm?x=@evil.cn&id=557662696505#evil.cn',
  ];
  it.each(genuine)('is official: %s', (text) => {
    expect(only(text)).toMatchObject({ kind: 'tb_item_pc', host: 'item.taobao.com', itemId: '557662696505' });
  });

  it.each([
    'https://MP.WEIXIN.QQ.COM/s/RdUcz5tZeNfSWYuizdprTQ',
    'https://mp.weixin.qq.com./s/RdUcz5tZeNfSWYuizdprTQ',
    'https://mp.weixin.qq.com:443/s/RdUcz5tZeNfSWYuizdprTQ?scene=1#wechat_redirect',
    'mp.weixin.qq.com/s/RdUcz5tZeNfSWYuizdprTQ',
  ])('is the same article: %s', (text) => {
    expect(only(text)).toMatchObject({
      kind: 'wx_article',
      canonical: 'https://mp.weixin.qq.com/s/RdUcz5tZeNfSWYuizdprTQ',
    });
  });

  it('tells articles apart by what names them, not by what each share adds', () => {
    const article = (mid: number, more: string) =>
      only(`https://mp.weixin.qq.com/s?__biz=MzA5MDM1MTcyNQ==&mid=${mid}&idx=1&sn=cda0${more}`).canonical;
    expect(article(1, '&chksm=1&scene=21#wechat_redirect')).toBe(article(1, '&chksm=2&sharer_shareid=9'));
    expect(article(1, '')).not.toBe(article(2, ''));
    const found = (signature: string) => only(`https://mp.weixin.qq.com/s?src=11&signature=${signature}`).canonical;
    expect(found('a')).not.toBe(found('b'));
  });

  it('reports the real host of a disguised link', () => {
    expect(only('https://item.taobao.com@evil.cn/x').host).toBe('evil.cn');
    expect(only('https://item.taobao.com:x@evil.cn/x').canonical).toBe('https://evil.cn/x');
  });

  it('judges the page inside a deep link by the same rules', () => {
    const text = `tbopen://m.taobao.com/tbopen/index.html?h5Url=${encodeURIComponent('https://item.taobao.com@evil.cn/item.htm?id=557662696505')}`;
    expect(only(text)).toMatchObject({ kind: 'tb_deeplink', innerKind: 'web_link', itemId: null, host: 'evil.cn' });
  });
});

describe('what identifies a link', () => {
  const same: [string, string][] = [
    ['https://e.tb.cn/h.SQ6rjlgiow5ob5s?tk=MJN9f2bd29s', 'http://e.tb.cn/h.SQ6rjlgiow5ob5s'],
    [
      'http://item.taobao.com/item.htm?spm=a.b&id=557662696505',
      'https://item.taobao.com/item.htm?id=557662696505&ut_sk=1',
    ],
    ['https://detail.m.tmall.com/item.htm?id=881280651752', 'https://detail.tmall.com/item.htm?id=881280651752'],
    [
      'https://uland.taobao.com/coupon/edetail?e=AbC&traceId=1',
      'https://uland.taobao.com/coupon/edetail?traceId=2&e=AbC',
    ],
    ['￥SIH6XbwRfyt￥', '12￥ CZ3457 SIH6XbwRfyt￥ https://m.tb.cn/h.UQ4ceEC'],
    ['https://www.example.com/a?utm_source=x&b=1', 'https://www.example.com/a?b=1'],
  ];
  it.each(same)('%s = %s', (a, b) => expect(only(a).canonical).toBe(only(b).canonical));

  const different: [string, string][] = [
    ['https://m.tb.cn/h.UQ4ceEC', 'https://m.tb.cn/h.UQ4ceED'],
    ['https://uland.taobao.com/coupon/edetail?e=AbC', 'https://uland.taobao.com/coupon/edetail?e=Abc'],
    [
      'https://uland.taobao.com/coupon/edetail?e=A&pid=mm_1_2_3',
      'https://uland.taobao.com/coupon/edetail?e=A&pid=mm_4_5_6',
    ],
    ['https://www.example.com/#/a', 'https://www.example.com/#/b'],
  ];
  it.each(different)('%s ≠ %s', (a, b) => expect(only(a).canonical).not.toBe(only(b).canonical));
});

describe('file cells', () => {
  it('keeps an unreadable cell of a 口令 column as a free-text 口令', () => {
    expect(classifyCell(' 开学季好物 ', 'token')).toMatchObject([
      { kind: 'tkl_custom_text', value: '开学季好物', start: 1, certainty: 'maybe' },
    ]);
    expect(classifyCell('开学季好物', 'recommendText')).toEqual([]);
    expect(classifyCell('', 'token')).toEqual([]);
  });
});
