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
import { type Box, drawRight, drawText, fillRound, strokeRound, type TextStyle } from './pen.ts';
import { drawPicture, drawPlaceholder } from './picture.ts';
import { fixedWords, qrSide, type Scene } from './scene.ts';

const paper = '#f6f3ee';
const ink = '#1d1f24';
const red = '#d8371c';
const margin = 44;
const soft: TextStyle = { family: 'Poster Regular', size: 26, color: '#72767f' };
const tiny: TextStyle = { family: 'Poster Regular', size: 21, color: '#8d9098' };
const strong = (size: number, color: string): TextStyle => ({ family: 'Poster Bold', size, color });
const ticketLook = { fill: '#fbe4dd', edge: '#eeb3a4', ink: red, size: 30 };

/** 清爽: warm paper, one large picture, quiet type, the price in red. */
export function drawClean(scene: Scene): void {
  const { context, width, height } = scene;
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  if (height > width) drawPortrait(scene);
  else drawSquare(scene);
}

function drawPortrait(scene: Scene): void {
  const { context, spec, qr, width, height } = scene;
  const side = qrSide(qr, 264);
  const footHeight = Math.max(376, side + 64);
  const inner = width - margin * 2;
  drawProduct(scene, { x: margin, y: margin, width: inner, height: height - margin * 2 - 36 - footHeight });
  const foot = {
    x: margin,
    y: height - margin - footHeight,
    width: side === 0 ? inner : inner - side - 48,
    height: footHeight,
  };
  const used = drawTitle(context, spec.title, foot, { ...strong(43, ink), maxLines: 2 });
  const ticketDrawn = drawMoney(scene, { ...foot, y: foot.y + used + 16 });
  const bottom = foot.y + foot.height;
  if (spec.coupon && !ticketDrawn) {
    drawTicket(context, spec.coupon.text, { x: foot.x, y: bottom - 92, maxWidth: foot.width }, ticketLook);
  } else {
    drawText(context, metaLine(context, spec, foot.width, soft), foot.x, bottom - 38, soft);
  }
  drawText(context, fixedWords.disclaimer, foot.x, bottom - 2, tiny);
  if (qr) drawCode(scene, { x: width - margin - side, y: bottom - side - 48, width: side, height: side });
}

function drawSquare(scene: Scene): void {
  const { context, spec, qr, width, height } = scene;
  const side = qrSide(qr, 264);
  const columnWidth = Math.max(side, 312);
  const picture = { x: margin, y: margin, width: width - margin * 3 - columnWidth, height: 716 };
  drawProduct(scene, picture);
  const column = { x: width - margin - columnWidth, y: picture.y + 4, width: columnWidth, height: picture.height };
  drawMoney({ ...scene, spec: { ...spec, coupon: null } }, column);
  if (spec.coupon) {
    drawTicket(context, spec.coupon.text, { x: column.x, y: column.y + 160, maxWidth: column.width }, ticketLook);
    if (spec.coupon.until) drawText(context, spec.coupon.until, column.x + 2, column.y + 254, tiny);
  }
  const bottom = picture.y + picture.height;
  if (qr) drawCode(scene, { x: column.x + (columnWidth - side) / 2, y: bottom - side - 48, width: side, height: side });
  const title = { x: margin, y: bottom + 36, width: width - margin * 2, height: 0 };
  drawTitle(context, spec.title, title, { ...strong(46, ink), maxLines: 2 });
  drawText(context, metaLine(context, spec, 600, soft), margin, height - margin, soft);
  drawRight(context, fixedWords.disclaimer, width - margin, height - margin, tiny);
}

function drawProduct({ context, image, spec }: Scene, box: Box): void {
  if (image) drawPicture(context, image, box, 28);
  else drawPlaceholder(context, box, 28, { from: '#fffdf9', to: '#ece5da', mark: '#cbbfae', text: '#9b9082' });
  strokeRound(context, box, 28, 'rgba(29,31,36,0.08)');
  const platform = { fill: 'rgba(246,243,238,0.96)', ink, size: 27, edge: 'rgba(29,31,36,0.10)' };
  drawPill(context, spec.platform, { x: box.x + 24, y: box.y + 24 }, platform);
  if (!spec.adMark) return;
  const mark = { fill: 'rgba(29,31,36,0.62)', ink: '#ffffff', size: 26 };
  drawPill(context, fixedWords.advertising, { x: box.x + box.width - 24, y: box.y + 24, alignRight: true }, mark);
}

/** Label and old price on one line, the figure below, the coupon beside it. False when there was no room for it. */
function drawMoney({ context, spec }: Scene, box: Box): boolean {
  if (!spec.price) {
    drawText(context, fixedWords.noPrice, box.x, box.y + 64, strong(40, red));
    return false;
  }
  const label = drawText(context, spec.price.label, box.x, box.y + 30, strong(31, red));
  const at = { x: box.x + label + 18, y: box.y + 30, maxWidth: box.width - label - 18 };
  if (spec.originalPrice) drawStruck(context, spec.originalPrice, at, soft);
  const price = drawPrice(
    context,
    spec.price,
    { x: box.x, y: box.y + 130, maxWidth: box.width },
    { color: red, size: 108 },
  );
  const left = box.x + price + 28;
  const room = box.x + box.width - left;
  if (!spec.coupon || !ticketFits(context, spec.coupon.text, room, ticketLook)) return false;
  drawTicket(context, spec.coupon.text, { x: left, y: box.y + 48, maxWidth: room }, ticketLook);
  if (spec.coupon.until) drawText(context, spec.coupon.until, left + 2, box.y + 132, tiny);
  return true;
}

function drawCode({ context, qr }: Scene, box: Box): void {
  if (!qr) return;
  fillRound(context, { x: box.x - 6, y: box.y - 6, width: box.width + 12, height: box.height + 12 }, 18, '#ffffff');
  drawQr(context, qr, box, 12);
  drawCentred(context, fixedWords.scan, box, box.y + box.height + 46, { ...soft, color: ink });
}
