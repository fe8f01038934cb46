import type { Sites } from '../site.ts';
import { douyinAndAlipay } from './douyin-and-alipay.ts';
import { hostile } from './hostile.ts';
import { images } from './images.ts';
import { landingPages } from './landing-pages.ts';
import { nestedRedirects } from './nested-redirects.ts';
import { taobao } from './taobao.ts';
import { topGateways } from './top/gateway.ts';
import { wechat } from './wechat.ts';

/** The simulated world, host by host. */
export const sites: Sites = {
  ...wechat,
  ...taobao,
  ...douyinAndAlipay,
  ...landingPages,
  ...nestedRedirects,
  ...hostile,
  ...images,
  ...topGateways(),
};
