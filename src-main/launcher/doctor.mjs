import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronBinary, recentFailure } from './electron-binary.mjs';
import { findBrowsers, hasDisplay } from './find-browser.mjs';
import { appNode, inModules, inProject, requiredNapi } from './project.mjs';

let problems = 0;

function report(ok, name, detail, advice = '') {
  if (!ok) problems += 1;
  console.log(`${ok ? '✓' : '✗'} ${name}: ${detail}${!ok && advice ? `\n    → ${advice}` : ''}`);
}

function note(name, detail) {
  console.log(`· ${name}: ${detail}`);
}

/** Runs a snippet in a child of the app's Node: an addon built for another Node ends the process that loads it. */
function inChild(code) {
  const node = appNode();
  if (!node) return { ok: false, output: 'no suitable Node' };
  const child = spawnSync(node, ['-e', code], { cwd: inProject(), encoding: 'utf8', timeout: 20_000 });
  const output = (child.stdout + child.stderr).trim().split('\n')[0] ?? '';
  return { ok: child.status === 0, output: child.signal ? `ended by ${child.signal}` : output };
}

function checkNode() {
  note(
    '系统 Node (running this)',
    `${process.version}, Node-API ${process.versions.napi}, ${process.platform}-${process.arch}`,
  );
  const installed = existsSync(inModules('.setup-stamp'));
  report(installed, '依赖 (dependencies)', installed ? '已安装' : '未安装', '运行 npm start，会自动安装');
  const node = appNode();
  report(
    Boolean(node),
    '程序所用 Node (app Node)',
    node ?? `没有 Node-API ${requiredNapi} 以上的 Node`,
    '安装 Node 24',
  );
}

function checkAddons() {
  const sqlite = inChild(
    "const D=require('better-sqlite3');const d=new D(':memory:');console.log('SQLite '+d.prepare('select sqlite_version()').pluck().get())",
  );
  report(sqlite.ok, 'better-sqlite3（在子进程中加载）', sqlite.output, '删除 node_modules 后重新运行 npm start');
  const canvas = inChild(
    "const c=require('@napi-rs/canvas');c.createCanvas(4,4).getContext('2d').fillRect(0,0,1,1);console.log('ok')",
  );
  report(canvas.ok, '@napi-rs/canvas（在子进程中加载）', canvas.output, '删除 node_modules 后重新运行 npm start');
}

function checkHosts() {
  const electron = electronBinary();
  if (electron) note('Electron', `${electron.path}（${electron.source}）`);
  else
    note(
      'Electron',
      `没有可执行文件${recentFailure() ? '，24 小时内下载失败过' : ''}；npm start 会改用浏览器窗口（npm run electron:install 可下载）`,
    );
  const browsers = findBrowsers();
  note(
    '浏览器 (browsers)',
    browsers.length ? browsers.join(', ') : '没有找到 Chrome / Edge / Chromium，npm start 会打印网址',
  );
  note('图形界面 (display)', hasDisplay() ? '有' : '没有，npm start 会打印网址');
  report(
    Boolean(electron) || browsers.length > 0,
    '可用的窗口 (a window)',
    electron ? 'Electron' : (browsers[0] ?? '无'),
    '安装 Chrome 或 Edge',
  );
}

async function checkData() {
  const built = inProject('out', 'main', 'doctor-data.js');
  if (!existsSync(built)) return note('数据目录 (data)', '尚未构建，先运行一次 npm start');
  const child = spawnSync(appNode() ?? process.execPath, [built], { encoding: 'utf8', timeout: 20_000 });
  for (const line of child.stdout.trim().split('\n').filter(Boolean)) {
    const { ok, name, detail, advice } = JSON.parse(line);
    report(ok, name, detail, advice);
  }
  if (child.status !== 0)
    report(false, '数据目录 (data)', `检查中断：${child.stderr.trim().split('\n')[0] || child.signal}`);
}

checkNode();
if (existsSync(inModules('.setup-stamp'))) checkAddons();
checkHosts();
await checkData();
note('版本 (version)', JSON.parse(readFileSync(join(inProject(), 'package.json'), 'utf8')).version);
console.log(problems ? `\n发现 ${problems} 个问题。` : '\n一切正常。');
process.exitCode = problems ? 1 : 0;
