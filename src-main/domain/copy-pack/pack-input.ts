import type { MessageParams } from '#contract/messages/format-message';
import type { PackImageOptions, posterFormats, posterStyles } from '#contract/packs';
import type { SurfaceId } from '#contract/surfaces';
import type { CopyFacts } from '../campaigns/templates/template-product.ts';
import type { Finding } from '../compliance/finding.ts';
import type { LinkKind } from '../links/link-kinds.ts';
import type { Verdict } from '../openability/verdict.ts';

export type PosterStyle = (typeof posterStyles)[number];

export type PosterFormat = (typeof posterFormats)[number];

/** The link a copy was written with. */
export interface PackLink {
  kind: LinkKind;
  /** As it stands in the text. */
  value: string;
}

/** One item of a campaign as it is to be exported. */
export interface PackItem {
  /** `<market>:<item key>` */
  productId: string;
  itemId: string;
  facts: CopyFacts;
  /** Product images, main image first; http(s) only, others are left out. */
  imageUrls: readonly string[];
  /** The final copy, as rendered or as the user edited it. */
  text: string;
  link: PackLink | null;
  /** Address for the poster's QR code: best the link chosen for scanning; null for a poster without one. */
  qrUrl: string | null;
  /** Verdict of `link` on the pack's surface. */
  verdict: Verdict | null;
  findings: readonly Finding[];
  /** Promoters of other people found in the link or the text; '' where the link does not show which. */
  otherPids: readonly string[];
  /** Written reason of the user for exporting in spite of findings or a blocked link. */
  override: string | null;
}

/** Why an item is not in the pack. `code` is a key of packMessages.refusals, which `params` fill. */
export interface RefusalReason {
  code: RefusalCode;
  params: MessageParams;
}

export type RefusalCode =
  | 'block-findings'
  | 'link-blocked'
  | 'link-dead'
  | 'no-link'
  | 'other-pid'
  | 'token-on-moments'
  | 'maybe-token-on-moments'
  | 'empty-text'
  | 'too-many-items'
  | 'not-in-catalog'
  | 'template-failed'
  | 'other';

export interface RefusedItem {
  productId: string;
  itemId: string;
  title: string;
  reasons: readonly RefusalReason[];
  /** Whether a written reason could let it through. */
  canOverride: boolean;
}

export interface RulePackVersion {
  kind: 'openability' | 'compliance';
  id: string;
  version: string;
}

export interface PackInput {
  campaign: { id: number | null; name: string };
  surface: SurfaceId;
  templateId: string | null;
  /** In posting order. */
  items: readonly PackItem[];
  /** Items the app could not even prepare, with why. */
  refused: readonly RefusedItem[];
  /** Day whose rules were applied, YYYY-MM-DD. */
  asOf: string;
  rulePacks: readonly RulePackVersion[];
  appVersion: string;
  /** Moment of the export, ISO; the only time in the pack. */
  exportedAt: string;
  images: PackImageOptions;
  /** Whether posters carry the 广告 mark, as the texts do. */
  adMark: boolean;
}
