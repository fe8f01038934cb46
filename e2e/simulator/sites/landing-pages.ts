import { byPath, fixed, goTo, html, page, redirect, type Site, type Sites } from '../site.ts';

/** Text enough to be told from another page. */
const story =
  '<h1>秋冬保暖家居服推荐</h1><p>这套珊瑚绒家居服加厚双面绒，亲肤不起球，领口和袖口都做了收边。</p><p>领券后到手价 59 元，支持七天无理由退换货，由商家直接发货。</p><p>尺码偏大，平时穿 M 的可以选 S，洗涤请用三十度以下的温水。</p>';
const other =
  '<h1>每日体育新闻</h1><p>昨晚的比赛进行到加时阶段，主队在最后一分钟扳平比分。</p><p>教练赛后表示球员的体能储备决定了结果，下一场将在周末举行。</p>';
const mask = '<div class="mask">请点击右上角 ··· 选择在浏览器打开</div>';

const honest = page(
  '秋冬保暖家居服',
  `${story}<a href="https://s.click.taobao.com/CvHjOPu">去购买</a><button onclick="location.href='taobao://item'">打开淘宝</button>
   <script>document.getElementById('buy').addEventListener('click', function () { location.href = 'taobao://item.taobao.com/item.htm?id=1'; });</script>`,
);

/** Shows WeChat the honest page and everybody else something quite different. */
const cloaking: Site = ({ isWechat }, response) =>
  html(response, isWechat ? page('秋冬保暖家居服', story) : page('体育新闻', other));

/** Sends everybody but WeChat to another site. */
const cloakingRedirect: Site = ({ isWechat }, response) =>
  isWechat ? html(response, page('秋冬保暖家居服', story)) : redirect(response, 'https://sports.sim.test/');

/** Looks into the user agent in its script. */
const cloakingScript = page(
  '秋冬保暖家居服',
  `${story}<script>var ua = navigator.userAgent.toLowerCase(); if (/micromessenger/.test(ua)) { location.href = 'https://sports.sim.test/wx'; }</script>`,
);

/** Another page each time, for everybody alike. */
const rotating: Site = ({ visits }, response) =>
  html(response, visits % 2 === 0 ? page('秋冬保暖家居服', story) : page('体育新闻', other));

const download: Site = (_request, response) => {
  response.writeHead(200, {
    'content-type': 'application/vnd.android.package-archive',
    'content-disposition': 'attachment; filename="quan.apk"',
    'content-length': '52428800',
  });
  response.write(Buffer.alloc(1024));
};

/** 中文页面编码测试 */
const gbkText = Buffer.from('d6d0cec4d2b3c3e6b1e0c2ebb2e2cad4', 'hex');

export const landingPages: Sites = {
  'honest.sim.test': fixed(honest),
  // 中文.sim.test
  'xn--fiq228c.sim.test': fixed(honest),
  'sports.sim.test': fixed(page('体育新闻', other)),
  'cloaking.sim.test': cloaking,
  'cloaking-redirect.sim.test': cloakingRedirect,
  'cloaking-script.sim.test': fixed(cloakingScript),
  'rotating.sim.test': rotating,
  'mask.sim.test': ({ isWechat }, response) =>
    html(response, isWechat ? page('提示', mask) : page('秋冬保暖家居服', story)),
  'leave-wechat.sim.test': fixed(page('提示', mask)),
  'download-first.sim.test': fixed(page('专享', '<p>下载APP后查看优惠</p><a href="/a.apk">立即下载</a>')),
  'auto-download.sim.test': byPath({
    '/files/quan.apk': download,
    '/': fixed(
      page(
        '领券',
        `${story}<script>setTimeout(function () { window.location.href = '/files/quan.apk'; }, 500);</script>`,
      ),
    ),
  }),
  'file.sim.test': byPath({
    '/quan.apk': download,
    '/list.zip': (_request, response) => void response.writeHead(200, { 'content-type': 'application/zip' }).end('PK'),
  }),
  'app-jump.sim.test': fixed(
    page(
      '领券',
      `${story}<script>(function(){ var f = document.createElement('iframe'); f.src = 'taobao://m.taobao.com/'; document.body.appendChild(f); })();</script>`,
    ),
  ),
  'app-redirect.sim.test': goTo(
    'tbopen://m.taobao.com/tbopen/index.html?h5Url=https%3A%2F%2Fitem.taobao.com%2Fitem.htm%3Fid%3D1',
  ),
  'login.sim.test': byPath({
    '/': goTo('/account/login?next=%2F'),
    '/account/login': fixed(page('登录', '<form><input name="u"><input name="p" type="password"></form>')),
  }),
  'meta.sim.test': fixed(page('跳转中', '', '<meta http-equiv="refresh" content="0;url=https://honest.sim.test/">')),
  'script.sim.test': fixed(
    page('跳转中', `<script>window.location.replace('https:\\/\\/honest.sim.test\\/');</script>`),
  ),
  'gbk.sim.test': (_request, response) =>
    void response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(
        Buffer.concat([
          Buffer.from('<html><head><meta charset="gbk"></head><body>'),
          gbkText,
          Buffer.from('</body></html>'),
        ]),
      ),
  'empty.sim.test': fixed(''),
  'gone.sim.test': fixed(page('404', '<p>页面不存在</p>'), 404),
  'forbidden.sim.test': fixed(page('403', '<p>Forbidden</p>'), 403),
  'broken.sim.test': fixed(page('500', '<p>Internal Server Error</p>'), 500),
};
