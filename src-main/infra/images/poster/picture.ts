import type { Context, Image } from '../canvas.ts';
import { type Box, drawText, fillRound, type TextStyle, textWidth } from './pen.ts';

/**
 * The product's picture in a box with round corners: filling it when the shapes are alike, else whole on a soft copy of
 * itself, so that neither the product is cut nor the poster has bars.
 */
export function drawPicture(context: Context, image: Image, box: Box, radius: number): void {
  const shape = image.width / image.height / (box.width / box.height);
  const fills = shape > 0.72 && shape < 1.4;
  fillRound(context, box, radius, '#ffffff');
  context.save();
  context.beginPath();
  context.roundRect(box.x, box.y, box.width, box.height, radius);
  context.clip();
  if (!fills) drawSoftCopy(context, image, box);
  drawScaled(context, image, box, fills ? Math.max : Math.min);
  context.restore();
}

function drawScaled(context: Context, image: Image, box: Box, pick: (...values: number[]) => number): void {
  const scale = pick(box.width / image.width, box.height / image.height);
  const [width, height] = [image.width * scale, image.height * scale];
  context.drawImage(image, box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height);
}

/** Blur in pixels of the poster, and the white veil that keeps the copy behind the picture. */
const softness = 42;
const veil = 'rgba(255,255,255,0.45)';

function drawSoftCopy(context: Context, image: Image, box: Box): void {
  // Larger than the box, because the blur fades out at the picture's own edges.
  const wide = {
    x: box.x - softness * 2,
    y: box.y - softness * 2,
    width: box.width + softness * 4,
    height: box.height + softness * 4,
  };
  context.filter = `blur(${softness}px)`;
  drawScaled(context, image, wide, Math.max);
  context.filter = 'none';
  context.fillStyle = veil;
  context.fillRect(box.x, box.y, box.width, box.height);
}

export interface PlaceholderColors {
  from: string;
  to: string;
  mark: string;
  text: string;
}

/** What stands where a product has no picture: a quiet surface with a shopping bag, made to look meant. */
export function drawPlaceholder(context: Context, box: Box, radius: number, colors: PlaceholderColors): void {
  const shade = context.createLinearGradient(box.x, box.y, box.x + box.width, box.y + box.height);
  shade.addColorStop(0, colors.from);
  shade.addColorStop(1, colors.to);
  context.save();
  context.beginPath();
  context.roundRect(box.x, box.y, box.width, box.height, radius);
  context.clip();
  context.fillStyle = shade;
  context.fillRect(box.x, box.y, box.width, box.height);
  context.globalAlpha = 0.35;
  const reach = Math.max(box.width, box.height);
  context.strokeStyle = colors.mark;
  context.lineWidth = 2;
  for (const size of [0.34, 0.48, 0.62]) {
    context.beginPath();
    context.arc(box.x + box.width / 2, box.y + box.height * 0.45, reach * size, 0, Math.PI * 2);
    context.stroke();
  }
  context.restore();
  drawBag(context, box.x + box.width / 2, box.y + box.height * 0.45, box.height * 0.13, colors.mark);
  const style: TextStyle = { family: 'Poster Regular', size: Math.round(box.height * 0.034), color: colors.text };
  const words = '商品图以购买页面为准';
  drawText(
    context,
    words,
    box.x + (box.width - textWidth(context, words, style)) / 2,
    box.y + box.height * 0.71,
    style,
  );
}

function drawBag(context: Context, x: number, y: number, half: number, color: string): void {
  context.strokeStyle = color;
  context.lineWidth = half * 0.09;
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.beginPath();
  context.roundRect(x - half, y - half * 0.7, half * 2, half * 1.9, half * 0.22);
  context.stroke();
  context.beginPath();
  context.arc(x, y - half * 0.35, half * 0.52, Math.PI, 0, true);
  context.stroke();
  context.beginPath();
  context.arc(x, y - half * 0.7, half * 0.52, Math.PI, 0);
  context.stroke();
}
