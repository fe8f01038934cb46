import type { Readable, Transform } from 'node:stream';
import * as zlib from 'node:zlib';
import { codeOf, TransportFailure } from './transport-failure.ts';

export interface BodyBytes {
  bytes: Buffer;
  /** The limit was reached; the rest was not read. */
  truncated: boolean;
}

/** More layers of compression than this are an attack, not a page. */
const maxLayers = 3;

/** No honest compression makes a text longer than this and twice its length. */
const rawAllowance = 65_536;

/** What is asked for; `zstd` where the running Node has it. `deflate` means two things in practice, so it is not. */
export const acceptedEncodings = 'createZstdDecompress' in zlib ? 'gzip, br, zstd' : 'gzip, br';

/**
 * Reads and decompresses a body up to `limit` bytes; a bomb is cut off there. What comes before decompression is limited
 * too. The rest of the connection is given up.
 *
 * @throws {TransportFailure} `bad-answer` for an unknown or broken encoding
 */
export async function readBody(body: Readable, encoding: string | undefined, limit: number): Promise<BodyBytes> {
  const decoders = decodersFor(encoding);
  try {
    return await collect(decoders.length === 0 ? body : decoded(body, decoders, limit), limit);
  } catch (error) {
    if (error instanceof RawLimit) return { bytes: Buffer.alloc(0), truncated: true };
    if (isBrokenEncoding(error)) throw new TransportFailure('bad-answer', `encoding ${encoding ?? ''}`, error);
    throw error;
  } finally {
    for (const stream of [body, ...decoders]) stream.destroy();
  }
}

async function collect(source: Readable, limit: number): Promise<BodyBytes> {
  const chunks: Buffer[] = [];
  let read = 0;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    const room = limit - read;
    read += chunk.length;
    if (chunk.length <= room) chunks.push(chunk);
    else return { bytes: Buffer.concat([...chunks, chunk.subarray(0, room)]), truncated: true };
  }
  return { bytes: Buffer.concat(chunks), truncated: false };
}

class RawLimit extends Error {}

/** Pipes by hand: `pipeline` makes an error with a stack for every body it reads to the end. */
function decoded(body: Readable, decoders: readonly Transform[], limit: number): Readable {
  let raw = 0;
  body.on('data', (chunk: Buffer) => {
    raw += chunk.length;
    // A compressed stream that yields nothing must end too.
    if (raw > limit * 2 + rawAllowance) body.destroy(new RawLimit());
  });
  return decoders.reduce<Readable>((source, decoder) => {
    source.on('error', (error) => decoder.destroy(error));
    return source.pipe(decoder);
  }, body);
}

function decodersFor(encoding: string | undefined): Transform[] {
  const names = (encoding ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > maxLayers) throw new TransportFailure('bad-answer', `${names.length} encodings`);
  return names.reverse().map(decoderFor);
}

/** Ends that come early are forgiven, as browsers do; wrong data is not. */
function decoderFor(name: string): Transform {
  const lenient = { finishFlush: zlib.constants.Z_SYNC_FLUSH };
  if (name === 'gzip' || name === 'x-gzip') return zlib.createGunzip(lenient);
  if (name === 'deflate') return zlib.createUnzip(lenient);
  if (name === 'br') return zlib.createBrotliDecompress({ finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH });
  if (name === 'zstd' && 'createZstdDecompress' in zlib) return zlib.createZstdDecompress();
  throw new TransportFailure('bad-answer', `encoding ${name.slice(0, 40)}`);
}

const isBrokenEncoding = (error: unknown): boolean => /^(?:Z_|ERR_(?:BROTLI|ZSTD|_ERROR)|ZSTD_)/.test(codeOf(error));
