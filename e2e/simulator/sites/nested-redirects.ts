import { goTo, type Sites } from '../site.ts';

/** A short link behind a short link, through two more sites, to an ordinary page. */
export const nestedRedirects: Sites = {
  't.cn': goTo('https://dwz.cn/AbCd1234'),
  'dwz.cn': goTo('https://step.first-hop.test/go?to=2'),
  'step.first-hop.test': goTo('http://second-hop.test/x'),
  'second-hop.test': goTo('https://honest.sim.test/'),
};
