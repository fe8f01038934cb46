/** Values of `sign_method` that the platform takes; `hmac` is HMAC-MD5. */
export type SignMethod = 'md5' | 'hmac' | 'hmac-sha256';

/** Text parameters of one call, system and business ones alike, by name; not yet URL-encoded. */
export type TopParams = Readonly<Record<string, string>>;

/** Digests over UTF-8 text as hexadecimal digits. A port: the pure layers have no cryptography of their own. */
export interface TopHash {
  md5(text: string): string;
  hmacMd5(key: string, text: string): string;
  hmacSha256(key: string, text: string): string;
}

/** The parameters that are signed: all but `sign` itself and those without a name or a value, by name in ASCII order. */
export function signedParams(params: TopParams): [string, string][] {
  return Object.entries(params)
    .filter(([name, value]) => name !== '' && name !== 'sign' && value !== '')
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

/**
 * Names and values joined without any separator. The secret is not part of it.
 * Source: https://open.taobao.com/doc.htm?docId=101617&docType=1
 */
export function stringToSign(params: TopParams): string {
  return signedParams(params)
    .map(([name, value]) => name + value)
    .join('');
}

/**
 * The `sign` of a call, in capital hexadecimal digits: md5 has the secret before and after the text, both HMACs have it
 * as their key and nowhere else.
 */
export function signRequest(params: TopParams, method: SignMethod, secret: string, hash: TopHash): string {
  const text = stringToSign(params);
  switch (method) {
    case 'md5':
      return hash.md5(secret + text + secret).toUpperCase();
    case 'hmac':
      return hash.hmacMd5(secret, text).toUpperCase();
    case 'hmac-sha256':
      return hash.hmacSha256(secret, text).toUpperCase();
  }
}
