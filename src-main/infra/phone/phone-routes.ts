/** Everything a phone can ask for. */
export type PhoneRoute =
  | { kind: 'page' }
  | { kind: 'enter' }
  | { kind: 'pack'; token: string }
  | { kind: 'picture'; token: string; number: number; index: number }
  | { kind: 'posted'; token: string };

const inside = /^\/p\/([\w-]{10,64})\/(pack|posted|picture\/(\d{1,6})-(\d{1,3})\.jpg)$/;

/**
 * What a request asks for; null for everything else, including the right address with the wrong method. The address is
 * matched as it came, never decoded or resolved, so there is nothing to climb out of.
 */
export function phoneRoute(method: string | undefined, url: string | undefined): PhoneRoute | null {
  if (method === 'GET' && url === '/') return { kind: 'page' };
  if (method === 'POST' && url === '/enter') return { kind: 'enter' };
  const [, token = '', what = '', number, index] = inside.exec(url ?? '') ?? [];
  if (what === 'posted') return method === 'POST' ? { kind: 'posted', token } : null;
  if (what === '' || method !== 'GET') return null;
  return what === 'pack'
    ? { kind: 'pack', token }
    : { kind: 'picture', token, number: Number(number), index: Number(index) - 1 };
}
