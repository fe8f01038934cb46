import type { WatchProblem } from '../watch.ts';
import type { MessageText } from './format-message.ts';

/** Why a folder cannot be watched, by reason. */
export const watchFailures = {
  'folder-not-absolute': {
    zh: '请填写完整路径，例如 D:\\选品表格 或 /home/me/下载。',
    en: 'Give the full path, e.g. D:\\lists or /home/me/Downloads.',
  },
  'folder-not-found': { zh: '找不到这个文件夹：{folder}', en: 'No such folder: {folder}' },
  'folder-is-file': { zh: '这不是文件夹：{folder}', en: 'This is no folder: {folder}' },
  'folder-no-access': { zh: '没有权限读取这个文件夹：{folder}', en: 'This folder may not be read: {folder}' },
  'folder-is-data': {
    zh: '这是淘客台自己的数据目录，请换一个文件夹。',
    en: 'This is the app’s own data folder; choose another one.',
  },
} as const satisfies Record<string, MessageText>;

export type WatchFailure = keyof typeof watchFailures;

export const watchProblems: Record<WatchProblem, MessageText> = {
  gone: {
    zh: '找不到监视的文件夹。可能是移动硬盘或网络盘没有连上，也可能被移动或改名；它回来后会自动继续。',
    en: 'The watched folder is not there: a drive may be disconnected, or it was moved or renamed. Watching goes on when it is back.',
  },
  'no-access': {
    zh: '监视的文件夹暂时读不了（没有权限或网络盘没有响应），稍后会自动再试。',
    en: 'The watched folder cannot be read just now (no permission, or a network drive does not answer). It is tried again later.',
  },
  'too-many': {
    zh: '监视的文件夹里文件太多，只看得过来一部分。请换一个专放商品表格的文件夹。',
    en: 'The watched folder holds too many files to look at all. Choose one that is kept for product lists.',
  },
};
