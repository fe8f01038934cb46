import { createHash, createHmac } from 'node:crypto';
import type { TopHash } from '#domain/top/sign-request';

/** Digests for signing calls to the platform; which algorithms they are is the platform's choice. */
export const nodeHash: TopHash = {
  md5: (text) => createHash('md5').update(text, 'utf8').digest('hex'),
  hmacMd5: (key, text) => createHmac('md5', key).update(text, 'utf8').digest('hex'),
  hmacSha256: (key, text) => createHmac('sha256', key).update(text, 'utf8').digest('hex'),
};
