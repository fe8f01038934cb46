import { type Canvas, canvasApi, type Image } from './canvas.ts';
import type { CanvasPool } from './canvas-pool.ts';
import { imageLimits } from './image-limits.ts';
import { sniffImage } from './sniff-image.ts';

/** Why a file is not used; keys of packMessages.images. */
export type ImageProblem = 'not-an-image' | 'unsupported-type' | 'too-large' | 'too-many-pixels' | 'damaged';

export type NormalisedImage = { ok: true; jpeg: Buffer } | { ok: false; reason: ImageProblem };

/**
 * Any picture as a plain JPEG of at most 1440 pixels, cut to its middle square when asked. Only pixels survive: EXIF,
 * GPS, comments and whatever is hidden behind the picture are gone; transparency becomes white. Nothing is
 * decoded before its size is known to be bearable.
 */
export async function normaliseImage(bytes: Buffer, square: boolean, canvases: CanvasPool): Promise<NormalisedImage> {
  if (bytes.length > imageLimits.fileBytes) return { ok: false, reason: 'too-large' };
  const header = sniffImage(bytes);
  if (!header) return { ok: false, reason: isOtherPicture(bytes) ? 'unsupported-type' : 'not-an-image' };
  const { width, height } = header;
  if (width > imageLimits.side || height > imageLimits.side || width * height > imageLimits.pixels) {
    return { ok: false, reason: 'too-many-pixels' };
  }
  if (header.type === 'jpeg' && isCutShort(bytes)) return { ok: false, reason: 'damaged' };
  const image = await decodeImage(bytes);
  if (!image) return { ok: false, reason: 'damaged' };
  try {
    return { ok: true, jpeg: await canvases.use((canvas) => encode(image, square, canvas)) };
  } finally {
    releaseImage(image);
  }
}

/** AVIF and HEIC (`ftyp` box), BMP, TIFF: pictures, but not ones that shops serve. */
const isOtherPicture = (bytes: Buffer): boolean =>
  bytes.toString('latin1', 4, 8) === 'ftyp' || /^(?:BM|II\*\0|MM\0\*)/.test(bytes.toString('latin1', 0, 4));

/**
 * Whether a JPEG ends before its end marker: a broken download, which decoders fill up with grey. The marker cannot
 * occur in picture data, only in a preview before it.
 */
const isCutShort = (bytes: Buffer): boolean =>
  bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) < bytes.lastIndexOf(Buffer.from([0xff, 0xda]));

const nothing = Buffer.alloc(0);

/**
 * Lets a picture's pixels go. Left to the garbage collector they would make it run after every few pictures, and each
 * time it walks a heap that has nothing to do with them.
 */
export function releaseImage(image: Image): void {
  image.src = nothing;
}

/** Decodes a checked picture off the thread, for whoever releases it; null when its data is damaged. */
export async function decodeImage(bytes: Buffer): Promise<Image | null> {
  try {
    const image = await canvasApi().loadImage(bytes);
    return image.width > 0 && image.height > 0 ? image : null;
  } catch (error) {
    // The decoder's own words are of no use to anybody; what matters is that these bytes are no picture.
    if (error instanceof Error) return null;
    throw error;
  }
}

async function encode(image: Image, square: boolean, canvas: Canvas): Promise<Buffer> {
  const cut = square ? Math.min(image.width, image.height) : null;
  const [fromWidth, fromHeight] = [cut ?? image.width, cut ?? image.height];
  const scale = Math.min(1, imageLimits.outputSide / Math.max(fromWidth, fromHeight));
  canvas.width = Math.max(1, Math.round(fromWidth * scale));
  canvas.height = Math.max(1, Math.round(fromHeight * scale));
  const context = canvas.getContext('2d');
  context.reset();
  // Pixels that stay as they are need no sampling, which would cost more than all the rest.
  context.imageSmoothingEnabled = scale < 1;
  context.imageSmoothingQuality = 'medium';
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  const [left, top] = [(image.width - fromWidth) / 2, (image.height - fromHeight) / 2];
  context.drawImage(image, left, top, fromWidth, fromHeight, 0, 0, canvas.width, canvas.height);
  return canvas.encode('jpeg', imageLimits.jpegQuality);
}
