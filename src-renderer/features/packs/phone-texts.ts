import type { Texts } from '../../i18n/texts.ts';

/** Sharing a pack with a phone. */
export const phoneTexts = {
  'phone.title': { zh: '手机发圈', en: 'Post from a phone' },
  'phone.explain': {
    zh: '让一部手机在同一个无线网络里打开这个文案包：复制文案、长按保存图片，发好了打个勾，这边马上记下。',
    en: 'Lets one phone in the same Wi-Fi open this pack: copy texts, long-press pictures, tick what is posted; it is recorded here at once.',
  },
  'phone.exposes': { zh: '开启后会公开什么', en: 'What becomes reachable' },
  'phone.exposes.what': {
    zh: '只有这个文案包里的文案和图片，以及打勾；商品库、佣金和其他文件都看不到。',
    en: 'Only the texts and pictures of this pack, and ticking; no catalog, no commissions, no other files.',
  },
  'phone.exposes.who': {
    zh: '只有同一网络里第一个扫码的手机能打开，别的设备用同一个码进不来。',
    en: 'Only the first phone in the same network that scans the code; no other device gets in with it.',
  },
  'phone.exposes.how': {
    zh: '内容在局域网里不加密传输。公共 Wi-Fi（酒店、咖啡馆）里请不要开启。',
    en: 'What is sent is not encrypted inside the network. Do not use it in a public Wi-Fi (hotel, café).',
  },
  'phone.exposes.end': {
    zh: '到时间自动结束，也可以随时停止；关掉淘客台就结束。',
    en: 'It ends by itself, when you stop it, or when Taoke Desk is closed.',
  },
  'phone.network': { zh: '网络', en: 'Network' },
  'phone.network.choose': {
    zh: '没有认出家里或办公室的网络，请自己选',
    en: 'None recognised; choose one',
  },
  'phone.network.virtual': { zh: '虚拟网卡或 VPN，手机一般连不上', en: 'virtual or VPN; a phone can hardly reach it' },
  'phone.network.public': {
    zh: '公网地址，请确认你知道它通向哪里',
    en: 'public address; be sure you know where it leads',
  },
  'phone.noNetwork': {
    zh: '这台电脑没有连上局域网。请先连到和手机相同的 Wi-Fi 或路由器。',
    en: 'This computer is in no local network. Connect it to the same Wi-Fi or router as the phone.',
  },
  'phone.reload': { zh: '重新查找', en: 'Look again' },
  'phone.minutes': { zh: '开启多久', en: 'For how long' },
  'phone.minutes.n': { zh: '{n} 分钟', en: '{n} minutes' },
  'phone.start': { zh: '开启', en: 'Start' },
  'phone.scan': { zh: '用手机相机或微信扫码', en: 'Scan with the phone’s camera or WeChat' },
  'phone.code': { zh: '打开文案包的二维码', en: 'QR code that opens the pack' },
  'phone.once': { zh: '二维码只能用一次。', en: 'The code works once.' },
  'phone.sameNetwork': {
    zh: '手机要连到同一个网络（{name}）。',
    en: 'The phone must be in the same network ({name}).',
  },
  'phone.typed': {
    zh: '打不开时，先确认手机的 Wi-Fi；再看防火墙有没有拦截淘客台。',
    en: 'If it does not open, check the phone’s Wi-Fi, then whether a firewall blocks Taoke Desk.',
  },
  'phone.connected': { zh: '手机已打开文案包', en: 'A phone has opened the pack' },
  'phone.connectedNote': { zh: '{address}，{time} 打开', en: '{address}, opened {time}' },
  'phone.notMine': {
    zh: '不是你的手机？点“换一个二维码”，它就看不到了。',
    en: 'Not your phone? Make a new code and it is out.',
  },
  'phone.newCode': { zh: '换一个二维码', en: 'New code' },
  'phone.stop': { zh: '停止', en: 'Stop' },
  'phone.left': { zh: '还剩 {time}', en: '{time} left' },
  'phone.progress': { zh: '已发布 {posted} / {items}', en: 'Posted {posted} of {items}' },
  'phone.other': {
    zh: '正在分享另一个文案包“{name}”，开启后它会停止。',
    en: 'Another pack, “{name}”, is being shared; it ends when this one starts.',
  },
  'phone.ended.time-over': { zh: '时间到了，分享已结束。', en: 'Time is over; sharing has ended.' },
  'phone.ended.guessing': {
    zh: '有设备在反复尝试打开，已自动停止。需要的话请换到可信的网络再开启。',
    en: 'A device kept trying codes, so sharing was stopped. Start it again in a network you trust.',
  },
  'phone.ended.network-lost': { zh: '网络断开了，分享已结束。', en: 'The network is gone; sharing has ended.' },
} as const satisfies Texts;
