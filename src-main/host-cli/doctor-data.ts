import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '#contract/errors';
import { dataPaths, defaultDataDir } from '#infra/paths';
import { takeAppLock } from '#infra/sqlite/app-lock';

/** The part of `npm run doctor` that needs the app's own code: where the data is, whether it can be written, who uses it. */
function report(ok: boolean, name: string, detail: string, advice = ''): void {
  console.log(JSON.stringify({ ok, name, detail, advice }));
}

function nearestExisting(path: string): string {
  return existsSync(path) ? path : nearestExisting(dirname(path));
}

const paths = dataPaths(defaultDataDir());
const base = nearestExisting(paths.root);
try {
  accessSync(base, constants.W_OK);
  const { bavail, bsize } = statfsSync(base);
  report(true, '数据目录 (data)', `${paths.root}，剩余 ${Math.round((bavail * bsize) / 1e9)} GB`);
} catch (error) {
  report(
    false,
    '数据目录 (data)',
    `${paths.root} 不可写：${String(error)}`,
    '用 --data-dir 或 TAOKE_DATA_DIR 换一个目录',
  );
}
try {
  mkdirSync(paths.root, { recursive: true });
  takeAppLock(paths.root, { pid: process.pid, host: 'doctor', since: new Date().toISOString() })();
  report(true, '占用 (lock)', '没有其他淘客台在使用');
} catch (error) {
  const isLocked = error instanceof AppError && error.code === 'APP_LOCKED';
  const detail = isLocked ? `正在使用：${String(error.params?.['holder'])}` : `无法占用：${String(error)}`;
  report(isLocked, '占用 (lock)', detail, '检查数据目录的权限与磁盘');
}
