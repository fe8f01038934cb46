import type { PosterSpec } from '#domain/copy-pack/poster-spec';
import type { Context } from '../canvas.ts';
import type { QrMatrix } from '../qr-matrix.ts';
import { breakBalanced, breakLines } from './break-lines.ts';
import { type Box, drawText, fillRound, shrunk, strokeRound, type TextStyle, textWidth } from './pen.ts';

/** Light quiet zone around a QR code: four modules (ISO/IEC 18004). */
const quietModules = 4;

/** The title in at most `maxLines` lines from the top of the box; gives the height used. */
export function drawTitle(context: Context, title: string, box: Box, style: TextStyle & { maxLines: number }): number {
  const lineHeight = Math.round(style.size * 1.36);
  const lines = breakBalanced(title, (text) => textWidth(context, text, style), box.width, style.maxLines);
  lines.forEach((line, index) => drawText(context, line, box.x, box.y + style.size * 0.94 + index * lineHeight, style));
  return lines.length * lineHeight;
}

export interface PriceLook {
  color: string;
  /** Pixels of the large figure. */
  size: number;
}

/** The signs of `¥39.9` with their sizes, for a large figure of `size` pixels. */
function priceParts(
  { yuan, fen }: { yuan: string; fen: string },
  size: number,
): [string, Pick<TextStyle, 'family' | 'size'>][] {
  return [
    ['¥', { family: 'Poster Bold', size: size * 0.5 }],
    [yuan, { family: 'Poster Black', size }],
    [fen, { family: 'Poster Black', size: size * 0.55 }],
  ];
}

/** Between `¥` and the figure, as part of the figure's size. */
const priceGap = 0.05;

/** Width of `¥39.9` with a large figure of `size` pixels. */
export function priceWidth(context: Context, price: { yuan: string; fen: string }, size: number): number {
  const parts = priceParts(price, size);
  return parts.reduce((sum, [text, style]) => sum + textWidth(context, text, style), size * priceGap);
}

/** `¥39.9` with the large figure's baseline at `y`, never wider than `maxWidth`; gives its width. */
export function drawPrice(
  context: Context,
  price: { yuan: string; fen: string },
  at: { x: number; y: number; maxWidth: number },
  { color, size }: PriceLook,
): number {
  const fitted = size * Math.min(1, at.maxWidth / priceWidth(context, price, size));
  let x = at.x;
  for (const [text, style] of priceParts(price, fitted)) {
    x += drawText(context, text, x, at.y, { ...style, color });
    if (text === '¥') x += fitted * priceGap;
  }
  return x - at.x;
}

/** `原价 ¥69.9` struck through, never wider than `maxWidth`; gives its width. */
export function drawStruck(
  context: Context,
  text: string,
  at: { x: number; y: number; maxWidth: number },
  look: TextStyle,
): number {
  const label = '原价 ';
  const style = shrunk(context, label + text, look, at.maxWidth);
  const before = drawText(context, label, at.x, at.y, style);
  const width = drawText(context, text, at.x + before, at.y, style);
  context.strokeStyle = style.color;
  context.lineWidth = Math.max(2, style.size * 0.07);
  context.beginPath();
  context.moveTo(at.x + before - 2, at.y - style.size * 0.34);
  context.lineTo(at.x + before + width + 2, at.y - style.size * 0.34);
  context.stroke();
  return before + width;
}

export interface TicketLook {
  fill: string;
  edge: string | null;
  ink: string;
  size: number;
}

/** Below this part of its size a ticket's words are too small to be the news they are. */
const smallestTicket = 0.72;

/** Whether a ticket of the look fits a width without shrinking to small print. */
export function ticketFits(context: Context, words: string, width: number, look: TicketLook): boolean {
  const full = textWidth(context, words, { family: 'Poster Bold', size: look.size }) + look.size * 1.6;
  return full * smallestTicket <= width;
}

/** The coupon as a ticket with notched sides, as wide as its words; gives its width. */
export function drawTicket(
  context: Context,
  words: string,
  at: { x: number; y: number; maxWidth: number },
  look: TicketLook,
): number {
  const full: TextStyle = { family: 'Poster Bold', size: look.size, color: look.ink };
  const style = shrunk(context, words, full, at.maxWidth - look.size * 1.6);
  const pad = style.size * 0.8;
  const box = { x: at.x, y: at.y, width: textWidth(context, words, style) + pad * 2, height: style.size * 1.9 };
  const notch = style.size * 0.28;
  const middle = box.y + box.height / 2;
  const corner = style.size * 0.3;
  context.beginPath();
  context.moveTo(box.x + corner, box.y);
  context.arcTo(box.x + box.width, box.y, box.x + box.width, middle, corner);
  context.arc(box.x + box.width, middle, notch, -Math.PI / 2, Math.PI / 2, true);
  context.arcTo(box.x + box.width, box.y + box.height, box.x, box.y + box.height, corner);
  context.arcTo(box.x, box.y + box.height, box.x, middle, corner);
  context.arc(box.x, middle, notch, Math.PI / 2, -Math.PI / 2, true);
  context.arcTo(box.x, box.y, box.x + box.width, box.y, corner);
  context.closePath();
  context.fillStyle = look.fill;
  context.fill();
  if (look.edge) {
    context.strokeStyle = look.edge;
    context.lineWidth = 2;
    context.stroke();
  }
  drawText(context, words, box.x + pad, middle + style.size * 0.36, style);
  return box.width;
}

/** A small label on a filled pill, `at.x` being its left or right edge; gives its width. */
export function drawPill(
  context: Context,
  words: string,
  at: { x: number; y: number; alignRight?: boolean },
  look: { fill: string; ink: string; size: number; edge?: string },
): number {
  const style: TextStyle = { family: 'Poster Bold', size: look.size, color: look.ink };
  const pad = look.size * 0.65;
  const width = textWidth(context, words, style) + pad * 2;
  const box = { x: at.alignRight ? at.x - width : at.x, y: at.y, width, height: look.size * 1.75 };
  fillRound(context, box, box.height / 2, look.fill);
  if (look.edge) strokeRound(context, box, box.height / 2, look.edge);
  drawText(context, words, box.x + pad, box.y + box.height / 2 + look.size * 0.36, style);
  return box.width;
}

/**
 * The code on white with its quiet zone, in whole pixels so that it stays sharp; the square given is the most it may
 * take. Gives the box used.
 */
export function drawQr(context: Context, qr: QrMatrix, within: Box, radius: number): Box {
  const modules = qr.size + quietModules * 2;
  const unit = Math.max(2, Math.floor(within.width / modules));
  const side = unit * modules;
  const box = {
    x: Math.round(within.x + (within.width - side) / 2),
    y: Math.round(within.y + (within.height - side) / 2),
    width: side,
    height: side,
  };
  fillRound(context, box, Math.min(radius, unit * 3), '#ffffff');
  context.fillStyle = '#000000';
  for (let row = 0; row < qr.size; row++) {
    const y = box.y + (row + quietModules) * unit;
    // Dark neighbours as one bar: half as many to draw.
    for (let column = 0, end = 0; column < qr.size; column = end + 1) {
      for (end = column; end < qr.size && qr.isDark(row, end); ) end++;
      if (end > column) context.fillRect(box.x + (column + quietModules) * unit, y, (end - column) * unit, unit);
    }
  }
  return box;
}

/** One line in the middle of the box's width. */
export function drawCentred(
  context: Context,
  text: string,
  box: Pick<Box, 'x' | 'width'>,
  y: number,
  style: TextStyle,
): void {
  const fitted = shrunk(context, text, style, box.width);
  drawText(context, text, box.x + (box.width - textWidth(context, text, fitted)) / 2, y, fitted);
}

/** `店铺 · 月销1.2万`, the shop's name cut when it is too long. */
export function metaLine(context: Context, { shop, sales }: PosterSpec, maxWidth: number, style: TextStyle): string {
  const measure = (text: string): number => textWidth(context, text, style);
  const tail = sales === null ? '' : shop === null ? sales : ` · ${sales}`;
  const [name = ''] = shop === null ? [] : breakLines(shop, measure, maxWidth - measure(tail), 1);
  return name + tail;
}
