import type { Context } from '../canvas.ts';
import type { FontFamily } from '../font-files.ts';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How a text is set. */
export interface TextStyle {
  family: FontFamily;
  /** Pixels. */
  size: number;
  color: string;
}

export const fontOf = ({ family, size }: Pick<TextStyle, 'family' | 'size'>): string => `${size}px "${family}"`;

export function textWidth(context: Context, text: string, style: Pick<TextStyle, 'family' | 'size'>): number {
  context.font = fontOf(style);
  return context.measureText(text).width;
}

/** The style at the largest size, at most its own, at which the text is no wider than `maxWidth`. */
export function shrunk<Style extends TextStyle>(context: Context, text: string, style: Style, maxWidth: number): Style {
  const width = textWidth(context, text, style);
  return width <= maxWidth ? style : { ...style, size: Math.max(12, Math.floor((style.size * maxWidth) / width)) };
}

/** Draws one line with its baseline at `y`; gives its width. */
export function drawText(context: Context, text: string, x: number, y: number, style: TextStyle): number {
  context.font = fontOf(style);
  context.fillStyle = style.color;
  context.textBaseline = 'alphabetic';
  context.textAlign = 'left';
  context.fillText(text, x, y);
  return context.measureText(text).width;
}

/** Draws one line that ends at `right`. */
export function drawRight(context: Context, text: string, right: number, y: number, style: TextStyle): void {
  drawText(context, text, right - textWidth(context, text, style), y, style);
}

export function fillRound(
  context: Context,
  { x, y, width, height }: Box,
  radius: number,
  fill: Context['fillStyle'],
): void {
  context.beginPath();
  context.roundRect(x, y, width, height, radius);
  context.fillStyle = fill;
  context.fill();
}

/**
 * Lets only what lies outside `hole` be painted: what something opaque will cover is not worth painting. The hole is in
 * whole pixels, so that nothing shows at its edges.
 */
export function paintAround(
  { context, width, height }: { context: Context; width: number; height: number },
  hole: Box,
  paint: () => void,
): void {
  context.save();
  context.beginPath();
  context.rect(0, 0, width, height);
  context.rect(hole.x, hole.y, hole.width, hole.height);
  context.clip('evenodd');
  paint();
  context.restore();
}

export function strokeRound(
  context: Context,
  { x, y, width, height }: Box,
  radius: number,
  color: string,
  lineWidth = 2,
): void {
  context.beginPath();
  context.roundRect(x, y, width, height, radius);
  context.strokeStyle = color;
  context.lineWidth = lineWidth;
  context.stroke();
}
