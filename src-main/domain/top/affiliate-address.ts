/** Hosts of links that Alimama itself gives out; the platform takes no others. */
const hosts: ReadonlySet<string> = new Set([
  's.click.taobao.com',
  'uland.taobao.com',
  'ai.taobao.com',
  'temai.taobao.com',
]);

/** Whether the platform makes short links and 口令 of this address: https, from Alimama, as it was given out. */
export function isAffiliateAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username } = new URL(address);
  return protocol === 'https:' && username === '' && hosts.has(hostname);
}
