import type { LinkKind } from '../links/link-kinds.ts';
import type { Outcome } from '../openability/outcomes.ts';
import type { PackManifest } from './manifest.ts';

/** A picture of a pack with what tells it from a changed one. */
export interface PackPicture {
  path: string;
  role: 'poster' | 'product';
  bytes: number;
  /** Lower-case hexadecimal. */
  sha256: string;
}

/** One item of a pack as the app keeps it, so that it can be posted, ticked and judged again without the file. */
export interface PackRow {
  number: number;
  productId: string;
  title: string;
  text: string;
  link: { kind: LinkKind; value: string } | null;
  /** What the poster's QR code holds. */
  qrUrl: string | null;
  /** At export. */
  outcome: Outcome | null;
  priceFen: number | null;
  finalPriceFen: number | null;
  couponEndsOn: string | null;
  override: string | null;
  pictures: PackPicture[];
}

/** The items of a manifest with their texts, by path of the text file. */
export function packRows(manifest: PackManifest, texts: ReadonlyMap<string, string>): PackRow[] {
  const files = new Map(manifest.files.map((file) => [file.path, file]));
  return manifest.items.map((item) => ({
    number: item.number,
    productId: item.productId,
    title: item.title,
    text: texts.get(item.text) ?? '',
    link: item.link,
    qrUrl: item.qrUrl,
    outcome: item.outcome,
    priceFen: item.priceFen,
    finalPriceFen: item.finalPriceFen,
    couponEndsOn: item.couponEndsOn,
    override: item.override?.reason ?? null,
    pictures: item.images.map(({ path, role }) => ({
      path,
      role,
      bytes: files.get(path)?.bytes ?? 0,
      sha256: files.get(path)?.sha256 ?? '',
    })),
  }));
}
