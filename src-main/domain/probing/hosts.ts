/** Registries under which names are sold at the third level. */
const secondLevel: ReadonlySet<string> = new Set('com net org gov edu ac mil co or ne go gob'.split(' '));

/** Lower case, without the trailing dot that names the same host. */
export function plainHost(host: string): string {
  const lower = host.toLowerCase();
  return lower.endsWith('.') ? lower.slice(0, -1) : lower;
}

/** Whether `host` is one of `suffixes` or below it: `a.tb.cn` is in `tb.cn`, `xtb.cn` is not. */
export function hostIn(host: string, suffixes: readonly string[]): boolean {
  const plain = plainHost(host);
  return suffixes.some((suffix) => {
    if (!plain.endsWith(suffix)) return false;
    return plain.length === suffix.length || plain.charAt(plain.length - suffix.length - 1) === '.';
  });
}

/** Host of an http(s) address; '' for anything else, app schemes included. */
export function hostOf(url: string): string {
  return /^https?:/i.test(url) && URL.canParse(url) ? plainHost(new URL(url).hostname) : '';
}

/**
 * The name somebody registered: `a.b.example.com.cn` → `example.com.cn`. A close reading without the public suffix list,
 * used only to tell one site from another.
 */
export function siteOf(host: string): string {
  const labels = plainHost(host).split('.');
  if (labels.length <= 2 || /^[\d.]+$/.test(host) || host.startsWith('[')) return plainHost(host);
  const country = labels.at(-1)?.length === 2 && secondLevel.has(labels.at(-2) ?? '');
  return labels.slice(country ? -3 : -2).join('.');
}

interface Family {
  id: string;
  hosts: readonly string[];
}

/** Whether the host belongs to a platform, whose pages are nobody's but its own. */
export function isPlatform(host: string, families: readonly Family[]): boolean {
  return families.some((family) => hostIn(host, family.hosts));
}

/** The platform a host belongs to (`taobao` for tb.cn, tmall.com …), else its site. */
export function groupOf(host: string, families: readonly Family[]): string {
  return families.find((family) => hostIn(host, family.hosts))?.id ?? siteOf(host);
}
