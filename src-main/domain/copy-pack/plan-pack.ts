import type { Outcome, SurfaceId } from '#contract/surfaces';
import { type CopyHint, copyHints } from './copy-hints.ts';
import type { PackInput, PackItem, RefusalReason, RefusedItem } from './pack-input.ts';
import { packLimits, surfaceShape } from './pack-limits.ts';
import { postableLink } from './postable-link.ts';
import { type PosterSpec, posterSpec } from './poster-spec.ts';
import { judgeItem } from './refusals.ts';
import { safeName } from './safe-name.ts';

/** One picture to be made. Paths use `/` and are relative to the pack. */
export type ImageJob =
  | { kind: 'poster'; path: string; spec: PosterSpec; imageUrl: string | null; square: boolean }
  | { kind: 'product'; path: string; url: string; square: boolean };

export interface PlannedItem {
  /** From 1, in posting order. */
  number: number;
  folder: string;
  textPath: string;
  text: string;
  /** File with the link alone, where the text does not carry it and it may be used there; otherwise null. */
  linkPath: string | null;
  source: PackItem;
  outcome: Outcome | null;
  /** Reasons against it that the user's written reason lifted; both are shown in the report. */
  overridden: readonly RefusalReason[];
  override: string | null;
  hints: readonly CopyHint[];
  /** In posting order. */
  images: readonly ImageJob[];
}

/** What will be in the pack, before any picture is made. */
export interface PackPlan {
  /** Safe as a folder or file name, without an ending. */
  name: string;
  input: Omit<PackInput, 'items' | 'refused'>;
  items: readonly PlannedItem[];
  refused: readonly RefusedItem[];
}

/** Names at the top of every pack; item folders start with a digit and cannot meet them. */
export const packFileNames = {
  allTexts: '全部文案.txt',
  index: 'index.html',
  report: '合规报告.html',
  manifest: 'manifest.json',
} as const;

/**
 * Decides what goes into the pack, where, and what is refused. Pure: the same input always gives the same plan, and
 * no time but `exportedAt` is read.
 */
export function planPack(input: PackInput): PackPlan {
  const { items, refused: setAside, ...rest } = input;
  const admitted: { item: PackItem; reasons: RefusalReason[]; override: string | null }[] = [];
  const refused = [...setAside];
  for (const given of items) {
    const item = { ...given, text: postableText(given.text) };
    const { refused: no, reasons, override, canOverride } = judgeItem(item, input.surface);
    if (!no && admitted.length < packLimits.items) admitted.push({ item, reasons, override });
    else refused.push(no ? refusedItem(item, reasons, canOverride) : refusedItem(item, [tooMany], false));
  }
  const digits = Math.max(2, String(admitted.length).length);
  return {
    name: safeName(input.campaign.name, packLimits.packNameUnits, '文案包'),
    input: rest,
    items: admitted.map(({ item, reasons, override }, index) => {
      const number = index + 1;
      const mark = String(number).padStart(digits, '0');
      const folder = folderName(item, mark);
      const { images, hints } = planImages(item, `${folder}/${mark}`, input);
      return {
        number,
        folder,
        textPath: `${folder}/${mark} 文案.txt`,
        text: item.text,
        linkPath: linkBeside(item, input.surface) === null ? null : `${folder}/${mark} 链接.txt`,
        source: item,
        outcome: item.verdict?.outcome ?? null,
        overridden: reasons,
        override,
        hints: [...copyHints(item.text, input.surface, item.link), ...hints],
        images,
      };
    }),
    refused,
  };
}

const tooMany: RefusalReason = { code: 'too-many-items', params: { limit: packLimits.items } };

const refusedItem = (item: PackItem, reasons: readonly RefusalReason[], canOverride: boolean): RefusedItem => ({
  productId: item.productId,
  itemId: item.itemId,
  title: item.facts.title,
  reasons,
  canOverride,
});

/** The number makes the name unique and never reserved. */
function folderName(item: PackItem, mark: string): string {
  const title = safeName((item.facts.shortTitle ?? '').trim() || item.facts.title, packLimits.itemNameUnits, '商品');
  return `${mark} ${title}`;
}

/** The link a person needs beside a text that does not carry it: for 阅读原文, for a comment, for whoever asks. */
function linkBeside({ link, text }: PackItem, surface: SurfaceId): string | null {
  const value = postableLink(link, surface);
  return value !== null && text.includes(value) ? null : value;
}

/**
 * Pictures in posting order. The item's number leads every name, because on the way to a phone all pictures end in one
 * album, where `海报.jpg` of one item would be taken for that of another.
 */
function planImages(item: PackItem, path: string, input: PackInput): { images: ImageJob[]; hints: CopyHint[] } {
  const { poster, productImages, square } = input.images;
  const urls = [...new Set(item.imageUrls.map(absoluteUrl).filter((url) => url !== null))];
  const hints: CopyHint[] = [];
  const jobs: ImageJob[] = [];
  const digits = String(urls.length + 1).length;
  const next = (name: string): string => `${path}-${String(jobs.length + 1).padStart(digits, '0')} ${name}.jpg`;
  if (poster) {
    const spec = posterSpec(item, poster.style, poster.format, input.adMark);
    jobs.push({ kind: 'poster', path: next('海报'), spec, imageUrl: urls[0] ?? null, square });
    if (item.qrUrl !== null && spec.qrUrl === null) hints.push({ code: 'qr-left-out', confidence: null, params: {} });
  }
  if (productImages) {
    for (const url of urls) jobs.push({ kind: 'product', path: next('商品图'), url, square });
  }
  const limit = surfaceShape(input.surface).images;
  if (limit === null || jobs.length <= limit) return { images: jobs, hints };
  const params = { limit, left: jobs.length - limit };
  const confidence = input.surface === 'wecom' ? 'high' : 'low';
  return { images: jobs.slice(0, limit), hints: [...hints, { code: 'images-left-out', confidence, params }] };
}

/** Files hold `//img.alicdn.com/…` as often as whole addresses. */
function absoluteUrl(url: string): string | null {
  const whole = url.trim().startsWith('//') ? `https:${url.trim()}` : url.trim();
  return /^https?:\/\//i.test(whole) && URL.canParse(whole) ? whole : null;
}

// oxlint-disable-next-line no-control-regex -- copy comes out of files and clipboards
const controls = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** The copy as it can be written and pasted everywhere: line feeds only, no control characters, no half characters. */
function postableText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(controls, '').toWellFormed().replace(/^\n+/, '').trimEnd();
}
