import type { PackWords } from '#domain/copy-pack/pack-words';
import type { MessageText } from './format-message.ts';
import {
  basisTypeNames,
  confidenceNames,
  describeBasis,
  describeCaveat,
  outcomeNames,
  setAsideMessages,
} from './openability-messages.ts';
import { surfaceNames } from './surface-names.ts';

/**
 * Every word a copy pack says: its page, its report, refusals and hints. Nothing here ever calls a link or a
 * text safe; the strongest statement is that no ground for blocking was found this time.
 */
export const packMessages = {
  surfaces: surfaceNames,
  severities: {
    block: { zh: '拦截', en: 'Block' },
    warn: { zh: '注意', en: 'Warning' },
    info: { zh: '提示', en: 'Note' },
  },
  refusals: {
    'block-findings': {
      zh: '文案有 {count} 处会被拦截的内容：{texts}',
      en: 'The copy has {count} {count|passage|passages} that would be blocked: {texts}',
    },
    'link-blocked': { zh: '链接在这个渠道会被拦截', en: 'The link is blocked on this surface' },
    'link-dead': { zh: '链接或优惠券已失效', en: 'The link or its coupon is dead' },
    'no-link': { zh: '没有链接或口令，发出去没人能下单', en: 'There is no link or token; nobody could buy' },
    'other-pid': {
      zh: '链接或文案里是别人的推广位{pid}，佣金归他人',
      en: 'The link or the copy carries somebody else’s pid {pid}; the commission is theirs',
    },
    'token-on-moments': {
      zh: '朋友圈文案里有口令“{token}”，会被屏蔽，必须去掉',
      en: 'The Moments copy holds the token “{token}”, which is blocked there and must go',
    },
    'maybe-token-on-moments': {
      zh: '朋友圈文案里的“{token}”可能是口令',
      en: '“{token}” in the Moments copy may be a token',
    },
    'empty-text': { zh: '没有文案', en: 'There is no copy' },
    'too-many-items': { zh: '一个文案包最多 {limit} 个商品', en: 'A pack holds at most {limit} items' },
    'not-in-catalog': { zh: '商品已不在商品库中', en: 'The product is no longer in the catalog' },
    'template-failed': { zh: '模板无法生成文案：{detail}', en: 'The template could not write the copy: {detail}' },
    other: { zh: '{detail}', en: '{detail}' },
  },
  hints: {
    folds: {
      zh: '约 {lines} 行，朋友圈超过约 {limit} 行会折叠（经验值，把握较低）',
      en: 'About {lines} lines; Moments folds after about {limit} (experience, low confidence)',
    },
    'too-long': {
      zh: '{length} 字，超过这个渠道 {limit} 字的上限',
      en: '{length} {length|character|characters}, above this surface’s limit of {limit}',
    },
    'link-not-in-text': { zh: '文案里没有选中的链接或口令', en: 'The chosen link or token is not in the copy' },
    'token-not-alone': {
      zh: '口令没有单独成行，复制后可能识别不了',
      en: 'The token shares its line with other text and may not be recognised',
    },
    'no-link': { zh: '没有选链接，这条文案不会带来佣金', en: 'No link is chosen; this copy earns nothing' },
    'images-left-out': {
      zh: '图片超过 {limit} 张，已去掉 {left} 张',
      en: 'More than {limit} pictures; {left} were left out',
    },
    'qr-left-out': { zh: '链接太长，海报上没有放二维码', en: 'The address is too long for a QR code on the poster' },
  },
  changes: {
    'not-in-catalog': { zh: '商品已不在商品库中，无法核对', en: 'The product is no longer in the catalog' },
    'link-not-in-catalog': { zh: '这条链接已不在商品库中，无法判断', en: 'The link is no longer in the catalog' },
    'link-dead': { zh: '链接已失效', en: 'The link is dead' },
    'link-blocked': { zh: '链接现在会被拦截', en: 'The link is blocked now' },
    'outcome-changed': { zh: '打开情况变了：{from} → {to}', en: 'Opens differently: {from} → {to}' },
    'qr-dead': { zh: '海报二维码里的链接已失效或会被拦截', en: 'The address in the QR code is dead or blocked' },
    'coupon-ended': { zh: '优惠券已结束', en: 'The coupon has ended' },
    'price-up': { zh: '涨价了：{from} → {to}', en: 'Dearer now: {from} → {to}' },
    'price-down': { zh: '降价了：{from} → {to}', en: 'Cheaper now: {from} → {to}' },
  },
  images: {
    offline: { zh: '没有联网', en: 'offline' },
    'not-an-image': { zh: '下载到的不是图片', en: 'what was downloaded is no picture' },
    'unsupported-type': { zh: '不支持的图片格式', en: 'unsupported picture format' },
    'too-large': { zh: '图片文件太大', en: 'the picture file is too large' },
    'too-many-pixels': { zh: '图片尺寸过大', en: 'the picture has too many pixels' },
    damaged: { zh: '图片已损坏', en: 'the picture is damaged' },
    failed: { zh: '下载失败', en: 'download failed' },
  },
  page: {
    title: { zh: '文案包', en: 'Copy pack' },
    subtitle: { zh: '{surface} · {count} 条 · {time}', en: '{surface} · {count} posts · {time}' },
    howImageFirst: {
      zh: '先发图片，再发文案。手机上长按图片保存，电脑上点右键复制或保存。',
      en: 'Send the pictures first, then the text. Long-press a picture to save it; right-click on a PC.',
    },
    howMoments: {
      zh: '先长按保存图片，发朋友圈时选图，再粘贴文案。',
      en: 'Long-press to save the pictures, choose them in Moments, then paste the text.',
    },
    holdToSave: { zh: '长按图片保存', en: 'Long-press to save' },
    holdToSaveInOrder: {
      zh: '共 {count} 张，从左到右依次长按保存',
      en: '{count} pictures: long-press each, left to right',
    },
    copy: { zh: '复制文案', en: 'Copy text' },
    copyLink: { zh: '只复制链接', en: 'Copy link only' },
    copied: { zh: '已复制', en: 'Copied' },
    copyFailed: {
      zh: '没有复制成功，文案已选中，请长按或按 Ctrl+C 复制',
      en: 'Copying failed. The text is selected: long-press it or press Ctrl+C',
    },
    markPosted: { zh: '标记已发', en: 'Mark posted' },
    posted: { zh: '已发布', en: 'Posted' },
    progress: { zh: '已发布', en: 'Posted' },
    copyMarks: { zh: '复制发布记录', en: 'Copy posted marks' },
    marksNote: {
      zh: '在手机或别的电脑上打的“已发布”标记只留在这个浏览器里。复制发布记录，粘贴到淘客台的“文案包”页，就能同步过去。',
      en: 'Marks set here stay in this browser. Copy them and paste them into Taoke Desk under “Copy packs” to bring them back.',
    },
    marksCopied: { zh: '发布记录已复制，请粘贴到淘客台', en: 'Marks copied; paste them into Taoke Desk' },
    noMarks: { zh: '还没有标记已发布的商品', en: 'Nothing is marked as posted yet' },
    showAll: { zh: '全部', en: 'All' },
    showOpen: { zh: '只看未发', en: 'To post' },
    allDone: { zh: '全部发完了。', en: 'Everything is posted.' },
    noImages: { zh: '这条没有图片', en: 'No pictures' },
    imageMissing: { zh: '商品图没有取到（{reason}）', en: 'Product picture missing ({reason})' },
    language: { zh: 'English', en: '中文' },
    report: { zh: '合规报告', en: 'Compliance report' },
    refusedNote: {
      zh: '有 {count} 个商品没有放进来，原因见合规报告。',
      en: '{count} products were left out; see the report.',
    },
    noScript: {
      zh: '浏览器关闭了脚本，请长按文字手动复制。',
      en: 'Scripts are off: select the text by hand to copy it.',
    },
    picture: { zh: '图片 {number}', en: 'Picture {number}' },
    opensUnknown: { zh: '能否打开：未知', en: 'Opens: unknown' },
  },
  phone: {
    opening: { zh: '正在打开…', en: 'Opening…' },
    scanAgain: {
      zh: '这个二维码已经用过或已经失效。请在电脑上的淘客台点“换一个二维码”，再扫一次。',
      en: 'This code was used already or is no longer valid. Make a new one in Taoke Desk and scan it.',
    },
    ended: {
      zh: '电脑上的分享已经结束，或手机不在同一个无线网络里。',
      en: 'Sharing has ended on the computer, or the phone is in another network.',
    },
    notSaved: { zh: '没有同步到电脑，请再点一次', en: 'Not saved on the computer; tap again' },
    posted: { zh: '已发布', en: 'Posted' },
    markPosted: { zh: '发好了', en: 'Posted it' },
    pictureGone: { zh: '这张图片打不开', en: 'This picture cannot be opened' },
    howImageFirst: {
      zh: '先长按保存图片发出去，再复制文案发。',
      en: 'Save and send the pictures first, then copy and send the text.',
    },
    syncNote: { zh: '打的“已发布”会马上记到电脑上。', en: 'What you tick is recorded on the computer at once.' },
  },
  report: {
    title: { zh: '合规报告', en: 'Compliance report' },
    campaign: { zh: '活动', en: 'Campaign' },
    surface: { zh: '渠道', en: 'Surface' },
    exportedAt: { zh: '导出时间', en: 'Exported' },
    asOf: { zh: '判断日期', en: 'Rules as of' },
    rulePacks: { zh: '规则包', en: 'Rule packs' },
    appVersion: { zh: '程序版本', en: 'App version' },
    template: { zh: '模板', en: 'Template' },
    summary: { zh: '概览', en: 'Summary' },
    exported: { zh: '已导出', en: 'Exported' },
    refused: { zh: '未导出', en: 'Left out' },
    overridden: { zh: '填写原因后导出', en: 'Exported with a written reason' },
    items: { zh: '逐条说明', en: 'Item by item' },
    verdict: { zh: '打开情况', en: 'Openability' },
    basis: { zh: '依据', en: 'Basis' },
    noVerdict: { zh: '没有选链接，未作判断', en: 'No link chosen, not judged' },
    noBasis: { zh: '没有可用依据，结果未知', en: 'No usable basis; unknown' },
    findings: { zh: '文案检查', en: 'Copy check' },
    noFindings: { zh: '本次未发现拦截依据', en: 'No ground for blocking was found this time' },
    clearedBy: { zh: '可消除的证明：{proof}', en: 'Cleared by: {proof}' },
    inForce: { zh: '{day} 起施行', en: 'in force from {day}' },
    override: { zh: '用户填写的放行原因', en: 'Written reason for exporting' },
    against: { zh: '放行前的问题', en: 'What spoke against it' },
    hints: { zh: '发布提示', en: 'Posting hints' },
    source: { zh: '来源：{sources}', en: 'Source: {sources}' },
    decisive: { zh: '据此判断', en: 'decisive' },
    nobodyRefused: { zh: '没有商品被拒绝。', en: 'No product was left out.' },
    disclaimer: {
      zh: '本报告依据导出时载入的规则和已有记录，只说明“本次未发现拦截依据”或已发现的问题，不代表平台不会处理。平台规则可能随时变化。',
      en: 'This report rests on the rules loaded and the records held at export. It states what was or was not found this time; the platform may still act, and its rules may change at any time.',
    },
  },
} as const satisfies Record<string, Record<string, MessageText>>;

/** The pack's words as the pure renderers take them. */
export type PackMessages = typeof packMessages;

/** Everything the pack's pages are written with. */
export const packWords: PackWords = {
  pack: packMessages,
  outcomes: outcomeNames,
  basisTypes: basisTypeNames,
  confidences: confidenceNames,
  setAside: setAsideMessages,
  describeBasis,
  describeCaveat,
};
