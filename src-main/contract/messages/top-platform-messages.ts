/**
 * What the Taobao Open Platform itself refuses, and what this program finds wrong before or after a call.
 * Source of the codes: https://www.cnblogs.com/Valentina/articles/2696993.html and the platform's own list.
 */
export const topPlatformReasons = {
  // Nothing came back, or nothing that can be read.
  network: {
    zh: '连不上淘宝开放平台（{detail}）。请检查网络和“设置 → 网络”里的代理，然后重试。',
    en: 'The Taobao Open Platform cannot be reached ({detail}). Check the network and the proxy under Settings → Network, then try again.',
  },
  'network-offline': {
    zh: '电脑没有连上网络，没有调用淘宝开放平台。联网后再试。',
    en: 'This computer is offline; the platform was not called. Try again with a connection.',
  },
  'network-proxy': {
    zh: '代理不能用（{detail}），没有连到淘宝开放平台。请检查“设置 → 网络”里的代理地址。',
    en: 'The proxy does not work ({detail}); the platform was not reached. Check the proxy under Settings → Network.',
  },
  'network-timeout': {
    zh: '淘宝开放平台太久没有回应（{detail}）。请检查网络，稍后重试。',
    en: 'The platform took too long to answer ({detail}). Check the network and try again later.',
  },
  'http-status': {
    zh: '淘宝开放平台的网关返回 HTTP {detail}。多半是对方或代理的临时故障，请稍后重试。',
    en: 'The platform’s gateway answered HTTP {detail}, most likely a passing fault there or at a proxy. Try again later.',
  },
  unreadable: {
    zh: '淘宝开放平台的回答看不懂（{detail}）。可能被代理或上网登录页截住了，请检查网络；若持续出现，接口可能已改版。',
    en: 'The platform’s answer cannot be read ({detail}). A proxy or a sign-in page may have cut in; check the network. If it lasts, the interface may have changed.',
  },
  // Limits.
  limited: {
    zh: '调用太频繁或超出了应用的额度（{detail}）。程序会放慢后自动重试；额度用完时请明天再试，或在开放平台申请提高额度。',
    en: 'Too many calls, or the app’s quota is used up ({detail}). Calls slow down and are tried again; with the quota used up, go on tomorrow or ask the platform for more.',
  },
  // Permission.
  'no-permission': {
    zh: '这个应用没有该接口的权限。请在淘宝联盟或开放平台的控制台为应用申请对应的权限包，通过后再试。',
    en: 'This app has no permission for the call. Apply for the matching permission package in the Alimama or Open Platform console, then try again.',
  },
  'ip-whitelist': {
    zh: '应用开启了 IP 白名单，而本机的出口 IP 不在名单里。请在开放平台控制台加入当前 IP，或关闭白名单。',
    en: 'The app only takes calls from listed IP addresses, and this computer’s is not one of them. Add it in the Open Platform console, or switch the list off.',
  },
  'user-permission': {
    zh: '授权账号没有这个接口的权限。请确认应用绑定的是你自己的淘宝联盟账号。',
    en: 'The authorised account may not make this call. Make sure the app belongs to your own Alimama account.',
  },
  'partner-permission': {
    zh: '合作伙伴权限不足。这个接口只对特定合作伙伴开放，请联系平台开通，或改用其他方式。',
    en: 'Partner permission is missing. The call is open to certain partners only; ask the platform, or use another way.',
  },
  forbidden: {
    zh: '请求被平台禁止。应用可能被限制或停用，请登录开放平台控制台查看应用状态。',
    en: 'The platform forbids the request. The app may be restricted or suspended; look at its state in the Open Platform console.',
  },
  // Keys, signature, clock.
  'invalid-signature': {
    zh: '签名不对。请核对 App Key 和 App Secret 是否属于同一个应用、有没有多余空格；换一种签名方式也可以试一次。',
    en: 'The signature is wrong. Check that App Key and App Secret belong to the same app and carry no spaces; trying another sign method may help.',
  },
  'missing-signature': {
    zh: '平台没有收到签名。中间的代理可能改动了请求，请换一个网络或关闭代理后重试。',
    en: 'The platform received no signature. A proxy may have altered the request; try another network or no proxy.',
  },
  'invalid-app-key': {
    zh: 'App Key 不存在或已停用。请在“设置 → 淘宝开放平台”重新填写，并确认应用已上线。',
    en: 'The App Key does not exist or is suspended. Enter it again under Settings → Taobao Open Platform and make sure the app is live.',
  },
  'missing-app-key': {
    zh: '平台没有收到 App Key。请在“设置 → 淘宝开放平台”重新填写。',
    en: 'The platform received no App Key. Enter it again under Settings → Taobao Open Platform.',
  },
  'invalid-timestamp': {
    zh: '电脑的时间与平台相差超过 10 分钟。请在系统设置里打开“自动设置时间”，再试一次。',
    en: 'This computer’s clock is more than 10 minutes off the platform’s. Turn on automatic time in the system settings and try again.',
  },
  'clock-fast': {
    zh: '电脑的时间比平台快 {detail} 分钟，平台最多允许差 10 分钟。请在系统设置里打开“自动设置时间”，再试一次。',
    en: 'This computer’s clock is {detail} minutes ahead of the platform’s, which takes 10 at most. Turn on automatic time in the system settings and try again.',
  },
  'clock-slow': {
    zh: '电脑的时间比平台慢 {detail} 分钟，平台最多允许差 10 分钟。请在系统设置里打开“自动设置时间”，再试一次。',
    en: 'This computer’s clock is {detail} minutes behind the platform’s, which takes 10 at most. Turn on automatic time in the system settings and try again.',
  },
  'missing-timestamp': {
    zh: '平台没有收到时间戳。中间的代理可能改动了请求，请换一个网络或关闭代理后重试。',
    en: 'The platform received no timestamp. A proxy may have altered the request; try another network or no proxy.',
  },
  'missing-session': {
    zh: '这个接口需要用户授权（session），而淘宝客（推广者）接口不需要。请确认应用类型是“淘宝客”。',
    en: 'This call needs a user’s authorisation (session), which calls for affiliates do not. Make sure the app is of the affiliate kind.',
  },
  'invalid-session': {
    zh: '用户授权（session）无效或已过期。请在开放平台重新授权后再试。',
    en: 'The user’s authorisation (session) is invalid or over. Authorise again on the Open Platform.',
  },
  // The request itself. A user sees these when the interface changed or is not open to the app.
  'missing-method': {
    zh: '平台没有收到接口名。中间的代理可能改动了请求，请换一个网络或关闭代理后重试。',
    en: 'The platform received no method name. A proxy may have altered the request; try another network or no proxy.',
  },
  'invalid-method': {
    zh: '平台没有这个接口，可能已下线或改名。请更新淘客台；在那之前请用导入文件的方式。',
    en: 'The platform has no such method; it may have been withdrawn or renamed. Update Taoke Desk; until then import files instead.',
  },
  'invalid-format': {
    zh: '平台不接受请求的数据格式。请更新淘客台。',
    en: 'The platform does not take the request’s data format. Update Taoke Desk.',
  },
  'invalid-version': {
    zh: '平台不接受这个接口版本。请更新淘客台。',
    en: 'The platform does not take this interface version. Update Taoke Desk.',
  },
  'http-method': {
    zh: '平台不接受这种请求方式。中间的代理可能改动了请求，请换一个网络或关闭代理后重试。',
    en: 'The platform does not take this kind of request. A proxy may have altered it; try another network or no proxy.',
  },
  'upload-failed': {
    zh: '上传图片失败。请换一张较小的 JPG 或 PNG 图片。',
    en: 'Uploading the picture failed. Use a smaller JPG or PNG picture.',
  },
  'missing-parameter': {
    zh: '缺少必填参数 {detail}。请检查“设置 → 淘宝开放平台”里的推广位是否填写完整。',
    en: 'A required parameter is missing: {detail}. Check that the PID under Settings → Taobao Open Platform is complete.',
  },
  'invalid-parameter': {
    zh: '参数不被接受：{detail}。请检查推广位、商品 ID 或链接是否正确；同样的请求重试没有用。',
    en: 'A parameter is not accepted: {detail}. Check PID, item id or link; repeating the same request does not help.',
  },
  // Their side.
  unavailable: {
    zh: '淘宝开放平台暂时不可用（{detail}），自动重试后仍然如此。请稍后再试；若持续很久，请看平台公告。',
    en: 'The platform is not available for the moment ({detail}), also when tried again. Try later; if it lasts, see the platform’s announcements.',
  },
  unknown: {
    zh: '淘宝开放平台返回了本程序还不认识的错误：{detail}。请稍后再试；若持续出现，可凭请求编号 {requestId} 向平台咨询。',
    en: 'The platform answered with an error this program does not know yet: {detail}. Try again later; if it lasts, ask the platform with request id {requestId}.',
  },
} as const;
