import type { ErrorCode } from '../errors.ts';
import type { MessageText } from './format-message.ts';

/** One sentence for each error code: what happened and what to do. `{detail}` is filled where the code carries one. */
export const errorMessages: Record<ErrorCode, MessageText> = {
  VALIDATION: { zh: '输入有误：{detail}', en: 'Invalid input: {detail}' },
  NOT_FOUND: {
    zh: '找不到{detail}：可能已被删除，或写错了。',
    en: 'Not found: {detail}. It may have been deleted or misspelt.',
  },
  CONFLICT: { zh: '与现有数据冲突：{detail}', en: 'Conflict with existing data: {detail}' },
  CANCELLED: { zh: '已取消，未做任何更改。', en: 'Cancelled; nothing was changed.' },
  IO: {
    zh: '读写文件失败：{detail}。请检查路径和权限后重试。',
    en: 'Reading or writing a file failed: {detail}. Check the path and permissions.',
  },
  DISK_FULL: {
    zh: '磁盘空间不足，操作已撤回，原有数据未受影响。请清理空间后重试。',
    en: 'The disk is full. Nothing was changed; free some space and try again.',
  },
  FILE_UNREADABLE: { zh: '无法读取文件“{file}”：{detail}', en: 'Cannot read the file "{file}": {detail}' },
  FILE_GONE: {
    zh: '找不到文件“{file}”，或者它在读取时被移动、删除或修改了。目录未受影响，请检查文件名和位置后重新选择。',
    en: 'The file "{file}" was not found, or it was moved, deleted or changed while being read. The catalog is untouched; check its name and place and choose it again.',
  },
  NETWORK: { zh: '网络不可用：{detail}', en: 'The network is not available: {detail}' },
  DB_BUSY: { zh: '数据库正忙，请稍后再试。', en: 'The database is busy; try again in a moment.' },
  DB_CORRUPT: {
    zh: '数据库文件已损坏（{detail}）。请在“设置 → 数据”中用备份恢复。',
    en: 'The database file is damaged ({detail}). Restore a backup under Settings → Data.',
  },
  DB_FROM_FUTURE: {
    zh: '这个数据目录由更新版本的淘客台使用过（数据版本 {found}，本程序支持到 {supported}）。请升级程序后再打开，数据未被改动。',
    en: 'This data folder was used by a newer Taoke Desk (data version {found}, this program supports {supported}). Update the program; the data was not touched.',
  },
  DB_READONLY: {
    zh: '数据目录不可写：{detail}。请检查权限或换一个目录（--data-dir）。',
    en: 'The data folder is not writable: {detail}. Check permissions or use another one (--data-dir).',
  },
  MIGRATION_FAILED: {
    zh: '数据升级失败（{detail}），已保持原样，备份在 {backup}。',
    en: 'Upgrading the data failed ({detail}); it was left as it was. Backup: {backup}.',
  },
  APP_LOCKED: {
    zh: '淘客台已经在使用这个数据目录（{holder}）。请先关闭它，或用 --data-dir 指定另一个目录。',
    en: 'Taoke Desk is already using this data folder ({holder}). Close it first, or choose another folder with --data-dir.',
  },
  NODE_TOO_OLD: {
    zh: '当前 Node 版本太旧（Node-API {found}，需要 {required} 以上）。请用 npm start / npm run cli 启动，它会自带合适的 Node。',
    en: 'This Node is too old (Node-API {found}, needs {required}). Start with npm start or npm run cli, which bring a suitable Node.',
  },
  METHOD_NOT_FOUND: {
    zh: '程序各部分版本不一致（未知方法 {detail}）。请重新启动。',
    en: 'Parts of the program do not match (unknown method {detail}). Restart it.',
  },
  PROTOCOL_MISMATCH: { zh: '程序各部分版本不一致。请重新启动。', en: 'Parts of the program do not match. Restart it.' },
  ENGINE_CRASHED: {
    zh: '后台引擎意外退出，已保存的数据不受影响。请重新启动程序。',
    en: 'The engine stopped unexpectedly. Saved data is safe; restart the program.',
  },
  PACK_INVALID: {
    zh: '规则包无法使用：{detail}。现有规则未改变。',
    en: 'The rule pack cannot be used: {detail}. Current rules are unchanged.',
  },
  TEMPLATE_INVALID: { zh: '文案模板有误：{detail}', en: 'The copy template is not valid: {detail}' },
  EXPORT_REFUSED: { zh: '没有可以导出的商品：{detail}', en: 'Nothing can be exported: {detail}' },
  SECRET_STORE: { zh: '密钥无法安全保存或读取：{detail}', en: 'Secrets cannot be stored or read safely: {detail}' },
  TOP_API: { zh: '淘宝开放平台返回错误：{detail}', en: 'Taobao Open Platform answered with an error: {detail}' },
  INTERNAL: {
    zh: '程序内部错误（编号 {logId}）。数据未受影响；请把日志发给开发者。',
    en: 'Internal error (id {logId}). Your data is safe; please send the log to the developers.',
  },
};
