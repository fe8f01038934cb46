import type { Texts } from '../../i18n/texts.ts';

export const watchTexts = {
  'watch.setting': { zh: '监视文件夹', en: 'Watched folder' },
  'watch.setting.note': {
    zh: '新放进这个文件夹的商品表格（CSV、Excel、ZIP）会提示你导入；不会自动导入，也不看下级文件夹。默认关闭。',
    en: 'New product files (CSV, Excel, ZIP) in this folder are offered for import; none is imported by itself, and folders inside are not looked into. Off by default.',
  },
  'watch.folder': { zh: '文件夹', en: 'Folder' },
  'watch.off': {
    zh: '没有监视任何文件夹。选定后，里面原有的文件不会提示。',
    en: 'No folder is watched. Files that are in it when you choose it are left aside.',
  },
  'watch.choose': { zh: '选择文件夹', en: 'Choose folder' },
  'watch.chooseOther': { zh: '换一个', en: 'Choose another' },
  'watch.begin': { zh: '开始监视', en: 'Watch' },
  'watch.stop': { zh: '停止监视', en: 'Stop watching' },
  'watch.path.example': { zh: '完整路径，如 D:\\选品表格', en: 'Full path, e.g. D:\\lists' },
  'watch.quiet': { zh: '{n} 个文件不提示', en: '{n} {n|file|files} left aside' },
  'watch.quiet.note': {
    zh: '开始监视时就在里面，或者被你忽略过。导入过的文件不会再提示。',
    en: 'In the folder from the start, or ignored by you. What was imported is not offered again.',
  },
  'watch.offerAll': { zh: '也提示这些', en: 'Offer these too' },
  'watch.came': {
    zh: '监视的文件夹里有 {n} 个新文件',
    en: '{n} new {n|file|files} in the watched folder',
  },
  'watch.came.first': { zh: '{file} 等', en: '{file} and others' },
  'watch.import': { zh: '导入', en: 'Import' },
  'watch.ignore': { zh: '忽略', en: 'Ignore' },
  'watch.importFile': { zh: '导入 {file}', en: 'Import {file}' },
  'watch.ignoreFile': { zh: '忽略 {file}', en: 'Ignore {file}' },
  'watch.importAll': { zh: '导入全部 {n} 个', en: 'Import all {n}' },
  'watch.ignoreAll': { zh: '全部忽略', en: 'Ignore all' },
} as const satisfies Texts;
