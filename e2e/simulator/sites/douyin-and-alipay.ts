import { byPath, fixed, goTo, page, type Sites } from '../site.ts';

const video = page('看看这个 - 抖音', '<h1>厨房好物分享</h1><p>点赞 1200 评论 88 发布时间：2026-11-01</p>');
const videoGone = page('抖音', '<p>抱歉，作品不见了</p><p>因作品权限或已被删除，无法观看，去看看其他作品吧</p>');
const payPage = page(
  '支付宝',
  '<p>请使用支付宝付款</p><script>location.href = "alipays://platformapi/startapp?appId=20000067";</script>',
);

export const douyinAndAlipay: Sites = {
  'v.douyin.com': byPath({
    '/liveVIDEO/': goTo('https://www.iesdouyin.com/share/video/7298145681699622184/?region=CN'),
    '/goneVIDEO/': goTo('https://www.iesdouyin.com/share/video/7298145681699600404/'),
    '/shopITEM/': goTo('https://haohuo.jinritemai.com/views/product/item2?id=3375241637788821075'),
  }),
  'www.iesdouyin.com': byPath({
    '/share/video/7298145681699622184/': fixed(video),
    '/share/video/7298145681699600404/': fixed(videoGone),
  }),
  'haohuo.jinritemai.com': byPath({
    '/views/product/item2': fixed(page('商品', '<h1>不锈钢炒锅</h1><p>到手价 89 元</p>')),
  }),
  'qr.alipay.com': byPath({ '/*': fixed(payPage) }),
  'ur.alipay.com': goTo('alipays://platformapi/startapp?appId=20000067&url=https%3A%2F%2Frender.alipay.com%2F'),
};
