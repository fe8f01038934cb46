import { hostIn, hostOf } from './hosts.ts';
import type { HopVia } from './hop.ts';
import { decodeEntities } from './page/entities.ts';
import { isFileName } from './file-names.ts';
import { type PageFacts, readPage } from './page/read-page.ts';
import { scriptJumps, type ScriptReader, scriptVariables } from './page/script-jumps.ts';
import type { ProbePack } from './probe-pack.ts';

/** A jump a page makes by itself. */
export interface PageJump {
  /** Absolute; http(s) or an app scheme. */
  url: string;
  via: HopVia;
  /** False inside an `if`: nobody knows whether it happens. */
  certain: boolean;
  asksForWechat: boolean;
}

/** A page that refreshes later than this is read first. */
export const maxRefreshSeconds = 10;

/** Every jump a page at `url` makes without being tapped, in order. */
function pageJumps(url: string, page: PageFacts, pack: ProbePack, readScript: ScriptReader): PageJump[] {
  const jumps: PageJump[] = [];
  const add = (target: string, jump: Omit<PageJump, 'url'>): void => {
    const absolute = absoluteTarget(target, url);
    if (absolute !== null && jumps.length < 50) jumps.push({ url: absolute, ...jump });
  };
  const sure = { certain: true, asksForWechat: false };
  for (const refresh of page.refreshes) {
    if (refresh.delaySeconds <= maxRefreshSeconds) add(refresh.url, { via: 'meta-refresh', ...sure });
  }
  for (const value of jumpVariableValues(url, page, pack)) add(value, { via: 'script', ...sure });
  // What `onload` calls stands in the scripts.
  const scripts = page.onLoad === '' ? page.scripts : [[...page.scripts, page.onLoad].join('\n;\n')];
  for (const script of scripts) {
    for (const jump of readScript(script)) {
      if (jump.trigger !== 'load') continue;
      add(jump.target, { via: 'script', certain: !jump.conditional, asksForWechat: jump.asksForWechat });
    }
  }
  for (const frame of page.frames) {
    if (isAppScheme(frame)) add(frame, { via: 'script', ...sure });
  }
  return jumps;
}

/** A page and where it wants to go, read once. */
export interface PageReading {
  page: PageFacts;
  jumps: PageJump[];
}

/** @param readScript {@link scriptJumps}, or what remembers its answers */
export function readLanding(
  url: string,
  html: string,
  pack: ProbePack,
  readScript: ScriptReader = scriptJumps,
): PageReading {
  const page = readPage(html);
  return { page, jumps: pageJumps(url, page, pack, readScript) };
}

/** The page a page moves on to by itself, or null when it stays. A download leaves the page where it is. */
export function nextPage(url: string, { jumps }: PageReading, pack: ProbePack): PageJump | null {
  const here = withoutFragment(url);
  return (
    jumps.find(
      (jump) =>
        jump.certain && !isAppScheme(jump.url) && !isFileName(jump.url, pack) && withoutFragment(jump.url) !== here,
    ) ?? null
  );
}

function jumpVariableValues(url: string, page: PageFacts, pack: ProbePack): string[] {
  const host = hostOf(url);
  const names = pack.landing.jumpVariables.filter((entry) => hostIn(host, entry.hosts)).flatMap((entry) => entry.names);
  if (names.length === 0) return [];
  return page.scripts
    .flatMap((script) => scriptVariables(script, names))
    .filter((value) => /^https?:\/\//i.test(value));
}

/** `taobao://…`, `alipays://…`, `intent://…`: opens an app, not a page. */
export function isAppScheme(target: string): boolean {
  const scheme = /^\s*([a-z][a-z0-9+.-]{1,40}):/i.exec(target)?.[1]?.toLowerCase();
  return scheme !== undefined && !notApps.has(scheme);
}

const notApps: ReadonlySet<string> = new Set(
  'http https about data blob file javascript mailto tel sms ws wss ftp view-source chrome'.split(' '),
);

function absoluteTarget(target: string, base: string): string | null {
  const written = decodeEntities(target);
  if (isAppScheme(written)) return written;
  if (!URL.canParse(written, base)) return null;
  const url = new URL(written, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}

export function withoutFragment(url: string): string {
  const hash = url.indexOf('#');
  return hash < 0 ? url : url.slice(0, hash);
}
