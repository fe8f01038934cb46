import type { MessageText } from './format-message.ts';

/** Why a pack could not be written or opened, by reason. */
export const packFailures = {
  'pack-not-found': { zh: '找不到文件或文件夹。', en: 'The file or folder was not found.' },
  'not-a-pack': {
    zh: '这不是淘客台的文案包（没有可用的 manifest.json）。',
    en: 'This is no Taoke Desk copy pack (no usable manifest.json).',
  },
  'pack-from-future': {
    zh: '这个文案包由更新版本的淘客台生成，请升级后再打开。',
    en: 'This pack was made by a newer Taoke Desk; update to open it.',
  },
  'pack-damaged': {
    zh: '文件不完整或已损坏，也可能不是文案包。请用导出时的原件，重新拷贝或下载一次。',
    en: 'The file is incomplete or damaged, or is no copy pack. Copy or download the original again.',
  },
  'pack-hostile': {
    zh: '文案包里有不该出现的内容（{what}），已拒绝打开。',
    en: 'The pack holds something it must not ({what}); it was not opened.',
  },
  'pack-changed': {
    zh: '文案包里有 {count} 个文件和导出时不一样（{what}），可能被改动过，没有打开。请用导出时的原件；在“文案包”里仍可凭本机记录标记发布。',
    en: '{count} {count|file|files} of the pack {count|differs|differ} from what was exported ({what}). It was not opened; use the original. Its record under Copy packs still works.',
  },
  'pack-list-changed': {
    zh: '文案包的清单（manifest.json）和导出时不一样，可能被改动过，没有打开。请用导出时的原件。',
    en: 'The pack’s list (manifest.json) differs from what was exported. It was not opened; use the original.',
  },
  'marks-not-found': {
    zh: '没有看到发布记录。请在文案包页面点“复制发布记录”，再整段粘贴到这里。',
    en: 'No posted marks found. Use “Copy posted marks” on the pack’s page and paste all of it here.',
  },
  'marks-of-unknown-pack': {
    zh: '这份发布记录属于另一个文案包，它不在这台电脑的记录里。请先打开那个文案包。',
    en: 'These marks belong to a pack this computer does not know. Open that pack first.',
  },
  'network-gone': {
    zh: '这个网络连接已经断开，请重新选择。',
    en: 'This network connection is gone; choose another.',
  },
  'network-refused': {
    zh: '无法在“{name}”上开启分享，可能被防火墙或安全软件拦截。',
    en: 'Sharing could not be started on “{name}”; a firewall may be in the way.',
  },
  'target-not-ours': {
    zh: '“{name}”已经存在，而且不是没有改动过的文案包。为免覆盖你的文件，请换一个名称或位置。',
    en: '“{name}” already exists and is not an unchanged copy pack. Choose another name or place.',
  },
  'target-folder-missing': {
    zh: '保存位置不存在：{folder}',
    en: 'The place to save to does not exist: {folder}',
  },
  'target-read-only': {
    zh: '没有权限写入“{folder}”，或它是只读的。请换一个文件夹，或检查权限。',
    en: '“{folder}” cannot be written to. Choose another folder or check its permissions.',
  },
  'target-name-too-long': {
    zh: '文件名太长，系统不接受。请换一个短一些的名称。',
    en: 'The system does not take a name this long. Choose a shorter one.',
  },
  'path-too-long': {
    zh: '保存位置太深，Windows 打不开这么长的路径（超出 {excess} 个字符）。请选择靠近盘符的文件夹，或改为导出 ZIP。',
    en: 'The place is too deep for Windows ({excess} {excess|character|characters} too long). Choose a folder nearer the drive, or export a ZIP.',
  },
  'target-in-use': {
    zh: '目标正被别的程序使用。请关闭打开它的窗口后再试。',
    en: 'Another program is using the target. Close it and try again.',
  },
  'target-went-away': {
    zh: '“{folder}”不在或不见了（U 盘拔出、文件夹被移动？），无法写入。没有留下半个文件。',
    en: '“{folder}” is not there, or went away while writing (drive removed, folder moved?). Nothing half was left.',
  },
  'nothing-to-export': {
    zh: '所有商品都被拒绝或没有文案（{refused} 个）',
    en: 'every item was refused or has no copy ({refused})',
  },
  'zip-too-large': {
    zh: '文案包超过 ZIP 的 4 GB 上限，请改为导出到文件夹，或分成几个活动',
    en: 'the pack is above the 4 GB limit of ZIP; export to a folder or split the campaign',
  },
  'fonts-missing': {
    zh: '找不到海报字体，请重新安装程序',
    en: 'the poster fonts are missing; reinstall the program',
  },
} as const satisfies Record<string, MessageText>;
