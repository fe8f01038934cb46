import { fillMessage, type Locale, type MessageParams, type MessageText } from './format-message.ts';

/** What a probe found, by reason code. Every sentence may use `{at}` (when, Shanghai time) and `{host}`. */
const findings = {
  'no-block-found': {
    zh: '本次探测未发现拦截（{at}）。只反映微信服务端对公众号文章跳转的拦截，不代表私聊、群或朋友圈一定能打开。',
    en: 'This probe found no block ({at}). It only sees server-side blocks of jumps from articles; chats, groups and Moments may differ.',
  },
  'wechat-blocked': { zh: '微信已停止访问该网页。{desc}', en: 'WeChat has stopped access to this page. {desc}' },
  'wechat-copy-to-browser': {
    zh: '微信要求长按复制网址，用浏览器打开。{desc}',
    en: 'WeChat asks to copy the address into a browser. {desc}',
  },
  'wechat-confirm': {
    zh: '微信先显示确认页，点“继续访问”后才能打开。{desc}',
    en: 'WeChat shows a confirmation page first. {desc}',
  },
  'wechat-page-unknown': {
    zh: '微信跳到了提示页，但页面类型“{type}”不认识，无法判断。',
    en: 'WeChat went to a notice page of the unknown type "{type}"; nothing can be concluded.',
  },
  'wechat-page-unread': {
    zh: '微信跳到了提示页，但没能读到页面内容，无法判断是拦截还是提示。',
    en: 'WeChat went to a notice page that could not be read, so whether it is a block is unknown.',
  },
  'complaint-page': {
    zh: '跳到的是微信投诉页，不是拦截页。本次探测未发现拦截（{at}）。',
    en: "The jump led to WeChat's complaint page, which is not a block. This probe found no block ({at}).",
  },
  'gateway-elsewhere': {
    zh: '微信把链接跳到了别的网站（{host}），无法判断原链接是否被拦截。',
    en: 'WeChat sent the link to another site ({host}); whether the link itself is blocked is unknown.',
  },
  'page-opened': {
    zh: '本次探测能打开页面（{at}）。探测不在微信里进行，不代表微信一定放行。',
    en: 'The page opened in this probe ({at}). The probe does not run inside WeChat, which may still refuse it.',
  },
  'item-gone': { zh: '商品已下架或不存在（页面写着“{phrase}”）。', en: 'The item is gone (the page says "{phrase}").' },
  'coupon-gone': {
    zh: '优惠券不存在或已过期（页面写着“{phrase}”）。',
    en: 'The coupon is gone (the page says "{phrase}").',
  },
  'coupon-used-up': {
    zh: '优惠券已领完（页面写着“{phrase}”）。',
    en: 'The coupon is used up (the page says "{phrase}").',
  },
  'coupon-expired': {
    zh: '优惠券已过期（页面写着“{phrase}”）。',
    en: 'The coupon has expired (the page says "{phrase}").',
  },
  'shop-gone': {
    zh: '店铺不存在或已关闭（页面写着“{phrase}”）。',
    en: 'The shop is closed (the page says "{phrase}").',
  },
  'content-gone': { zh: '内容已不存在（页面写着“{phrase}”）。', en: 'The content is gone (the page says "{phrase}").' },
  'item-gone-address': {
    zh: '商品已下架或不存在（跳到了错误页 {host}）。',
    en: 'The item is gone (the link leads to the error page on {host}).',
  },
  'http-gone': { zh: '页面不存在（HTTP {status}）。', en: 'The page does not exist (HTTP {status}).' },
  'access-denied': {
    zh: '网站拒绝了探测（HTTP {status}），看不到页面，无法判断。',
    en: 'The site refused the probe (HTTP {status}); nothing can be concluded.',
  },
  'server-error': {
    zh: '网站出错（HTTP {status}），可能只是暂时的。请稍后再测。',
    en: 'The site failed (HTTP {status}), perhaps only for now. Probe again later.',
  },
  'client-error': {
    zh: '网站不接受这个地址（HTTP {status}）。',
    en: 'The site does not accept this address (HTTP {status}).',
  },
  'bot-check': {
    zh: '网站要求人机验证（{host}），探测看不到页面内容，无法判断。',
    en: 'The site asks for a human check ({host}); the probe cannot see the page.',
  },
  'login-wall': {
    zh: '页面需要登录（{host}），探测看不到登录后的内容。',
    en: 'The page needs a login ({host}); the probe cannot see behind it.',
  },
  'file-download': {
    zh: '链接直接下载文件（{file}），在微信里打不开，属于规范 2.18.3 所列的风险链接。',
    en: 'The link downloads a file ({file}); WeChat does not open it and rule 2.18.3 lists such links as risky.',
  },
  'forced-download-page': {
    zh: '页面自动下载文件，或不下载就看不到内容（{what}）。',
    en: 'The page downloads a file by itself or shows nothing without a download ({what}).',
  },
  'leave-wechat-page': {
    zh: '页面在微信里只显示“{phrase}”，看不到内容。',
    en: 'Inside WeChat the page shows nothing but "{phrase}".',
  },
  'app-scheme': {
    zh: '链接只会拉起 App（{scheme}://），在微信里没有页面可看。',
    en: 'The link only opens an app ({scheme}://); there is no page to see in WeChat.',
  },
  'lookalike-block-page': {
    zh: '这是网站 {host} 自己仿照的微信提示页，不是微信的拦截。',
    en: 'This is an imitation of a WeChat notice on {host}, not a block by WeChat.',
  },
  'decoy-block-page': {
    zh: '网站自己跳到了微信的提示页（{host}），不是微信拦截了这个链接。',
    en: "The site itself jumps to WeChat's notice page ({host}); WeChat did not block this link.",
  },
  'empty-page': { zh: '页面是空的，没有可读的文字。', en: 'The page is empty; there is no text to read.' },
  resolved: { zh: '链接打开的是 {host}。', en: 'The link opens {host}.' },
  'resolved-behind-login': {
    zh: '链接打开的是 {host}（从登录页的返回地址得知）。',
    en: "The link opens {host} (known from the login page's return address).",
  },
  'not-resolved': {
    zh: '没能看出这条链接打开什么：停在了 {host}。',
    en: 'What this link opens could not be seen; it stops at {host}.',
  },
} satisfies Record<string, MessageText>;

/** No usable page, because of the link or its site. */
const linkFailures = {
  'bad-address': {
    zh: '这不是能打开的网址（{detail}）。',
    en: 'This is not an address that can be opened ({detail}).',
  },
  'address-refused': {
    zh: '网址指向内部网络或保留地址（{detail}），本程序不访问这类地址。',
    en: 'The address points into a private or reserved network ({detail}); it was not visited.',
  },
  'dns-not-found': {
    zh: '域名不存在（{host}），链接已打不开。同一时间其他域名解析正常。',
    en: 'The domain does not exist ({host}) although other names resolve; the link cannot be opened.',
  },
  refused: { zh: '网站没有开放访问（{host} 拒绝连接）。', en: '{host} refuses connections.' },
  reset: {
    zh: '连接被中断（{host}），可能是网站或网络线路的问题。',
    en: 'The connection to {host} was cut, by the site or on the way.',
  },
  unreachable: { zh: '连不到网站（{host}）。', en: '{host} cannot be reached.' },
  'connect-timeout': { zh: '连接 {host} 超时。', en: 'Connecting to {host} took too long.' },
  'first-byte-timeout': { zh: '{host} 已连上，但一直没有回应。', en: '{host} was reached but did not answer.' },
  'total-timeout': { zh: '{host} 传输太慢，已停止等待。', en: '{host} was too slow; waiting was given up.' },
  'tls-certificate': {
    zh: '网站的安全证书无效（{detail}），微信和浏览器都会警告。',
    en: 'The certificate of the site is not valid ({detail}); WeChat and browsers warn about it.',
  },
  'tls-handshake': {
    zh: '与 {host} 建立加密连接失败（{detail}）。',
    en: 'The secure connection to {host} failed ({detail}).',
  },
  'bad-answer': { zh: '{host} 的回应格式错误（{detail}）。', en: 'The answer of {host} is malformed ({detail}).' },
  'headers-too-large': { zh: '{host} 的回应头过大，已停止读取。', en: 'The headers of {host} are too large.' },
  'too-large': { zh: '{host} 返回的内容过大，已停止读取。', en: 'The content of {host} is too large.' },
  'redirect-loop': {
    zh: '链接在原地来回跳转，打不开页面（有的网站要求 Cookie 才会停下）。',
    en: 'The link goes round in circles (some sites stop only with cookies).',
  },
  'too-many-redirects': {
    zh: '跳转次数过多（{count} 次），没有到达页面。',
    en: 'Too many jumps ({count}); no page was reached.',
  },
  'bad-redirect': {
    zh: '网站给出的跳转地址无效（{detail}）。',
    en: 'The site redirects to an invalid address ({detail}).',
  },
} satisfies Record<string, MessageText>;

/** Nothing was learned about the link. */
const skips = {
  offline: { zh: '电脑没有连上网络，未检测。', en: 'This computer is offline; not checked.' },
  'dns-unavailable': {
    zh: '域名解析服务不可用，未检测。请检查网络。',
    en: 'Name resolution does not work; not checked. Check the network.',
  },
  'fake-ip': {
    zh: '代理软件正在使用虚拟地址（{detail}），未检测。请在设置里填写代理地址，例如 http://127.0.0.1:7890。',
    en: 'Proxy software answers with virtual addresses ({detail}); not checked. Enter its address in the settings, such as http://127.0.0.1:7890.',
  },
  'proxy-unreachable': {
    zh: '连不上代理（{detail}），未检测。请检查代理设置。',
    en: 'The proxy cannot be reached ({detail}); not checked. Check the proxy setting.',
  },
  'proxy-auth': { zh: '代理要求用户名和密码，未检测。', en: 'The proxy wants a user name and password; not checked.' },
  'proxy-refused': {
    zh: '代理没能连到目标网站（{detail}），未检测。可能是代理或线路的问题。',
    en: 'The proxy could not connect to the site ({detail}); not checked. The proxy or its line may be at fault.',
  },
  'proxy-dns': {
    zh: '代理说域名解析失败（{host}），未检测。可能是域名不存在，也可能是代理的网络有问题。',
    en: 'The proxy could not resolve {host}; not checked. Either the name does not exist or the proxy has a problem.',
  },
  'proxy-unsupported': {
    zh: '不支持这个代理设置（{detail}），未检测。请填写 http:// 或 https:// 开头的代理地址。',
    en: 'This proxy setting is not supported ({detail}); not checked. Use an address that starts with http:// or https://.',
  },
  cancelled: { zh: '已取消，未检测。', en: 'Cancelled; not checked.' },
  'gateway-unavailable': {
    zh: '微信跳转服务没有正常回应（{detail}），未检测。这不代表链接能打开。',
    en: "WeChat's jump service did not answer properly ({detail}); not checked. This does not mean the link opens.",
  },
  'gateway-busy': {
    zh: '微信跳转服务限制了访问次数（HTTP {status}），未检测。请稍后再测。',
    en: "WeChat's jump service limits requests (HTTP {status}); not checked. Try later.",
  },
  'gateway-answer-unknown': {
    zh: '微信跳转服务的回应和以往不同（{detail}），探测方法可能已失效，未检测。',
    en: "WeChat's jump service answered in an unknown way ({detail}); the method may no longer work. Not checked.",
  },
} satisfies Record<string, MessageText>;

/** One sentence for each reason a probe result can carry. */
export const probeMessages = { ...findings, ...linkFailures, ...skips } satisfies Record<string, MessageText>;

export type ProbeReason = keyof typeof probeMessages;

/** Ways a page behaves that the WeChat rules name. */
export const probeSignalMessages = {
  cloaking: {
    zh: '微信里和浏览器里看到的内容不同（{difference}）。',
    en: 'WeChat and other browsers are shown different things ({difference}).',
  },
  'nested-redirects': {
    zh: '链接套了多层跳转（{count} 个不同网站：{sites}）。',
    en: 'The link passes through several sites ({count}: {sites}).',
  },
  'file-download': { zh: '页面会下载文件（{file}）。', en: 'The page downloads a file ({file}).' },
  'forced-jump': { zh: '页面强制离开微信（{what}）。', en: 'The page forces the reader out of WeChat ({what}).' },
  'lookalike-block-page': { zh: '页面仿冒微信提示页。', en: 'The page imitates a WeChat notice.' },
} satisfies Record<string, MessageText>;

export type ProbeSignalId = keyof typeof probeSignalMessages;

/** In what the views inside and outside WeChat differ. */
export const probeDifferenceMessages = {
  'other-site': { zh: '打开的是不同网站', en: 'different sites' },
  'other-page': { zh: '打开的是不同页面', en: 'different pages' },
  'only-one-opens': { zh: '只有一边能打开', en: 'only one of them opens' },
  status: { zh: '网站的回应不同', en: 'different answers' },
  text: { zh: '文字内容不同', en: 'different text' },
  jump: { zh: '跳转行为不同', en: 'different jumps' },
  script: { zh: '页面脚本专门判断是否在微信里', en: 'a script asks whether it runs in WeChat' },
} satisfies Record<string, MessageText>;

export type ProbeDifference = keyof typeof probeDifferenceMessages;

/** Why WeChat restricts a page, read from its notice. */
export const probeCauseMessages = {
  'induced-share': { zh: '包含诱导分享、关注等诱导行为', en: 'inducing shares or follows' },
  'induced-jump': { zh: '存在诱导或误导下载、跳转', en: 'inducing or misleading downloads or jumps' },
  fraud: { zh: '涉及恶意欺诈', en: 'fraud' },
  infringement: { zh: '包含侵权内容', en: 'infringement' },
  risk: { zh: '安全性无法确认', en: 'safety not confirmed' },
  'not-official': { zh: '非微信官方网页（可能未备案）', en: 'not an official page, perhaps without an ICP filing' },
  'ip-address': { zh: '用 IP 地址访问，没有域名', en: 'a bare IP address instead of a domain' },
} satisfies Record<string, MessageText>;

export type ProbeCause = keyof typeof probeCauseMessages;

export const isProbeCause = (value: string): value is ProbeCause => Object.hasOwn(probeCauseMessages, value);

/** What a probe found, as one text; WeChat's reason for a restriction is added when its notice names one. */
export function describeProbe(reason: ProbeReason, params: MessageParams, locale: Locale): string {
  const sentence = fillMessage(probeMessages[reason], params, locale).trim();
  const { cause } = params;
  if (typeof cause !== 'string' || !isProbeCause(cause)) return sentence;
  const why = fillMessage(probeCauseMessages[cause], {}, locale);
  return locale === 'en' ? `${sentence} Reason: ${why}.` : `${sentence}原因：${why}。`;
}

interface DescribedSignal {
  id: ProbeSignalId;
  evidence: readonly { name: string; value: string }[];
}

/** One signal of a probe, with what it was seen by. */
export function describeProbeSignal({ id, evidence }: DescribedSignal, locale: Locale): string {
  const params: Record<string, string> = {};
  for (const { name, value } of evidence) params[name] ??= value;
  const scheme = params['scheme'];
  params['what'] = scheme === undefined ? (params['phrase'] ?? '') : `${scheme}://`;
  params['difference'] = differences(params['difference'] ?? '', locale);
  return fillMessage(probeSignalMessages[id], params, locale);
}

function differences(ids: string, locale: Locale): string {
  const known: Readonly<Record<string, { zh: string; en: string }>> = probeDifferenceMessages;
  const texts = ids.split(' ').flatMap((id) => (known[id] ? [fillMessage(known[id], {}, locale)] : []));
  return texts.join(locale === 'en' ? ', ' : '，');
}
