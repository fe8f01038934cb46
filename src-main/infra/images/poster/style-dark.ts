import {
  drawCentred,
  drawPill,
  drawPrice,
  drawQr,
  drawStruck,
  drawTicket,
  drawTitle,
  metaLine,
  ticketFits,
} from './parts.ts';
import { type Box, drawRight, drawText, strokeRound, type TextStyle } from './pen.ts';
import { drawPicture, drawPlaceholder } from './picture.ts';
import { fixedWords, qrSide, type Scene } from './scene.ts';

const night = '#14151a';
const ink = '#f6f2ea';
const gold = '#e6c48d';
const margin = 56;
const soft: TextStyle = { family: 'Poster Regular', size: 25, color: '#a5a39d' };
const tiny: TextStyle = { family: 'Poster Regular', size: 21, color: '#8c8a86' };
const strong = (size: number, color: string): TextStyle => ({ family: 'Poster Bold', size, color });
const ticketLook = { fill: 'rgba(230,196,141,0.10)', edge: '#a98c5c', ink: gold, size: 29 };

/** 夜色: near-black, thin gold lines, the picture framed like a print. */
export function drawDark(scene: Scene): void {
  const { context, width, height } = scene;
  const shade = context.createRadialGradient(width / 2, height * 0.3, 100, width / 2, height * 0.4, height * 0.8);
  shade.addColorStop(0, '#26272e');
  shade.addColorStop(1, night);
  context.fillStyle = shade;
  context.fillRect(0, 0, width, height);
  strokeRound(context, { x: 22, y: 22, width: width - 44, height: height - 44 }, 10, 'rgba(230,196,141,0.38)', 1.5);
  drawHeader(scene);
  if (height > width) drawPortrait(scene);
  else drawSquare(scene);
}

function drawHeader({ context, spec, width }: Scene): void {
  const mark = { fill: 'rgba(255,255,255,0.10)', ink: '#d9d6cf', size: 24 };
  const platform = drawText(context, spec.platform, margin, 85, strong(28, gold));
  drawText(
    context,
    metaLine(context, spec, width - margin * 2 - platform - 140, soft),
    margin + platform + 20,
    84,
    soft,
  );
  if (spec.adMark) drawPill(context, fixedWords.advertising, { x: width - margin, y: 54, alignRight: true }, mark);
}

function drawProduct({ context, image }: Scene, box: Box): void {
  if (image) drawPicture(context, image, box, 14);
  else drawPlaceholder(context, box, 14, { from: '#2c2d35', to: '#1b1c22', mark: '#8d7650', text: '#8f8b83' });
  strokeRound(context, box, 14, '#a98c5c', 2);
}

function drawPortrait(scene: Scene): void {
  const { context, spec, qr, width, height } = scene;
  const side = qrSide(qr, 232);
  const footHeight = Math.max(396, side + 64);
  const inner = width - margin * 2;
  drawProduct(scene, { x: margin, y: 116, width: inner, height: height - 116 - 56 - 34 - footHeight });
  const foot = {
    x: margin,
    y: height - 56 - footHeight,
    width: side === 0 ? inner : inner - side - 48,
    height: footHeight,
  };
  const used = drawTitle(context, spec.title, foot, { ...strong(42, ink), maxLines: 2 });
  const rule = foot.y + used + 22;
  context.fillStyle = '#a98c5c';
  context.fillRect(foot.x, rule, 72, 3);
  const ticketDrawn = drawMoney(scene, { ...foot, y: rule + 22 });
  const bottom = foot.y + foot.height;
  if (spec.coupon && !ticketDrawn) {
    const ticket = drawTicket(
      context,
      spec.coupon.text,
      { x: foot.x, y: bottom - 96, maxWidth: foot.width },
      ticketLook,
    );
    if (spec.coupon.until && foot.width - ticket > 240) {
      drawText(context, spec.coupon.until, foot.x + ticket + 16, bottom - 58, tiny);
    }
  }
  drawText(context, fixedWords.disclaimer, foot.x, bottom, tiny);
  if (qr) drawCode(scene, { x: width - margin - side, y: bottom - side - 44, width: side, height: side });
}

function drawSquare(scene: Scene): void {
  const { context, spec, qr, width, height } = scene;
  const side = qrSide(qr, 248);
  const columnWidth = Math.max(side, 304);
  const picture = { x: margin, y: 116, width: width - margin * 2 - 44 - columnWidth, height: 690 };
  drawProduct(scene, picture);
  const column = { x: width - margin - columnWidth, y: picture.y, width: columnWidth, height: picture.height };
  drawMoney({ ...scene, spec: { ...spec, coupon: null } }, column);
  if (spec.coupon) {
    drawTicket(context, spec.coupon.text, { x: column.x, y: column.y + 152, maxWidth: column.width }, ticketLook);
    if (spec.coupon.until) drawText(context, spec.coupon.until, column.x + 2, column.y + 244, tiny);
  }
  const bottom = picture.y + picture.height;
  if (qr) drawCode(scene, { x: column.x + (columnWidth - side) / 2, y: bottom - side - 44, width: side, height: side });
  const title = { x: margin, y: bottom + 34, width: width - margin * 2, height: 0 };
  drawTitle(context, spec.title, title, { ...strong(44, ink), maxLines: 2 });
  drawRight(context, fixedWords.disclaimer, width - margin, height - 52, tiny);
}

/** Label and old price on one line, the figure below, the coupon beside it. False when there was no room for it. */
function drawMoney({ context, spec }: Scene, box: Box): boolean {
  if (!spec.price) {
    drawText(context, fixedWords.noPrice, box.x, box.y + 62, strong(40, gold));
    return false;
  }
  const label = drawText(context, spec.price.label, box.x, box.y + 28, strong(28, gold));
  const struck = { x: box.x + label + 18, y: box.y + 28, maxWidth: box.width - label - 18 };
  if (spec.originalPrice) drawStruck(context, spec.originalPrice, struck, soft);
  const look = { color: gold, size: 102 };
  const price = drawPrice(context, spec.price, { x: box.x, y: box.y + 124, maxWidth: box.width }, look);
  const left = box.x + price + 28;
  const room = box.x + box.width - left;
  if (!spec.coupon || !ticketFits(context, spec.coupon.text, room, ticketLook)) return false;
  drawTicket(context, spec.coupon.text, { x: left, y: box.y + 44, maxWidth: room }, ticketLook);
  if (spec.coupon.until) drawText(context, spec.coupon.until, left + 2, box.y + 126, tiny);
  return true;
}

function drawCode({ context, qr }: Scene, box: Box): void {
  if (!qr) return;
  drawQr(context, qr, box, 12);
  drawCentred(context, fixedWords.scan, box, box.y + box.height + 40, { ...soft, color: '#d9d6cf' });
}
