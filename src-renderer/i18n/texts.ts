import type { MessageText } from '#contract/messages/format-message';

/** A feature's visible strings: key → both languages side by side, so that neither can fall behind. */
export type Texts = Readonly<Record<string, MessageText>>;
