import {
  drawCentred,
  drawPill,
  drawPrice,
  drawQr,
  drawStruck,
  drawTicket,
  drawTitle,
  metaLine,
  priceWidth,
  ticketFits,
} from './parts.ts';
import { type Box, drawText, fillRound, paintAround, type TextStyle } from './pen.ts';
import { drawPicture, drawPlaceholder } from './picture.ts';
import { fixedWords, qrSide, type Scene } from './scene.ts';

const cream = '#fff7e8';
const ink = '#2a1410';
const red = '#e0241b';
const margin = 40;
/** Where the picture begins, and how round it and the panel are. */
const top = 112;
const corner = 36;
/** What is left of the sheet below the panel. */
const below = { portrait: 64, square: 60 };
const soft: TextStyle = { family: 'Poster Regular', size: 25, color: '#85675c' };
const tiny: TextStyle = { family: 'Poster Regular', size: 21, color: '#927a6f' };
const struckLook: TextStyle = { ...soft, size: 30 };
/** Between the figure and the coupon. */
const gap = 28;
const strong = (size: number, color: string): TextStyle => ({ family: 'Poster Bold', size, color });

/** 醒目: a red sheet, the price as large as it gets on a cream panel that overlaps the picture. */
export function drawBold(scene: Scene): void {
  const { width, height } = scene;
  const foot = height > width ? below.portrait : below.square;
  const straight = top + corner;
  // Picture and panel lie over one another and leave none of the sheet between them.
  const covered = { x: margin, y: straight, width: width - margin * 2, height: height - foot - corner - straight };
  paintAround(scene, covered, () => drawSheet(scene));
  drawHeader(scene);
  if (height > width) drawPortrait(scene);
  else drawSquare(scene);
}

function drawSheet({ context, width, height }: Scene): void {
  const sheet = context.createLinearGradient(0, 0, width * 0.5, height);
  sheet.addColorStop(0, '#ff6a3d');
  sheet.addColorStop(0.55, '#ee3124');
  sheet.addColorStop(1, '#c9101f');
  context.fillStyle = sheet;
  context.fillRect(0, 0, width, height);
  context.fillStyle = 'rgba(255,255,255,0.07)';
  for (const [x, y, radius] of [
    [width * 0.92, height * 0.04, 260],
    [width * 0.02, height * 0.5, 330],
    [width * 0.98, height * 0.82, 300],
  ] as const) {
    context.beginPath();
    context.arc(x, y, radius, 0, Math.PI * 2);
    context.fill();
  }
}

function drawHeader({ context, spec, width }: Scene): void {
  const pill = drawPill(context, spec.platform, { x: margin, y: 34 }, { fill: '#ffffff', ink: red, size: 30 });
  const style = { ...strong(29, '#ffffff') };
  drawText(context, metaLine(context, spec, width - margin * 2 - pill - 160, style), margin + pill + 20, 71, style);
  if (!spec.adMark) return;
  const mark = { fill: 'rgba(80,0,0,0.38)', ink: '#ffffff', size: 26 };
  drawPill(context, fixedWords.advertising, { x: width - margin, y: 37, alignRight: true }, mark);
}

function drawProduct({ context, image }: Scene, box: Box): void {
  if (image) drawPicture(context, image, box, corner);
  else drawPlaceholder(context, box, corner, { from: '#fffaf1', to: '#ffe3c4', mark: '#f0b48a', text: '#b98563' });
}

/** How far the picture reaches under the panel, so that its own round corners never show. */
const tuck = 72;

function drawPortrait(scene: Scene): void {
  const { context, spec, qr, width, height } = scene;
  const side = qrSide(qr, 252);
  const panelHeight = Math.max(456, side + 112);
  const panel = { x: margin, y: height - below.portrait - panelHeight, width: width - margin * 2, height: panelHeight };
  drawProduct(scene, { x: margin, y: top, width: panel.width, height: panel.y - top + tuck });
  fillRound(context, panel, corner, cream);
  const inner = { x: panel.x + 36, y: panel.y + 28, width: panel.width - 72, height: panelHeight };
  const code = { x: inner.x + inner.width - side, y: panel.y + panelHeight - side - 66, width: side, height: side };
  const narrow = side === 0 ? inner.width : inner.width - side - 44;
  const codeReachesPrice = side !== 0 && code.y < inner.y + 170;
  const codeReachesLine = side !== 0 && code.y < inner.y + 70;
  drawMoney(
    scene,
    { ...inner, width: codeReachesPrice ? narrow : inner.width },
    codeReachesLine ? narrow : inner.width,
  );
  const text = { ...inner, y: panel.y + 236, width: narrow };
  const used = drawTitle(context, spec.title, text, { ...strong(41, ink), maxLines: side > 300 ? 3 : 2 });
  if (spec.coupon?.until) drawText(context, `优惠券${spec.coupon.until}`, text.x, text.y + used + 36, soft);
  if (qr) drawCode(scene, code);
  drawCentred(context, fixedWords.disclaimer, panel, height - 24, { ...tiny, color: 'rgba(255,255,255,0.9)' });
}

function drawSquare(scene: Scene): void {
  const { context, spec, qr, width, height } = scene;
  const side = qrSide(qr, 244);
  const panelHeight = Math.max(362, side + 96);
  const panel = { x: margin, y: height - below.square - panelHeight, width: width - margin * 2, height: panelHeight };
  drawProduct(scene, { x: margin, y: top, width: panel.width, height: panel.y - top + tuck });
  fillRound(context, panel, corner, cream);
  const inner = { x: panel.x + 32, y: panel.y + 24, width: panel.width - 64, height: panelHeight };
  const text = { ...inner, width: side === 0 ? inner.width : inner.width - side - 40 };
  drawMoney(scene, text);
  drawTitle(context, spec.title, { ...text, y: panel.y + 226 }, { ...strong(39, ink), maxLines: side > 300 ? 3 : 2 });
  if (qr) drawCode(scene, { x: inner.x + inner.width - side, y: panel.y + 26, width: side, height: side });
  drawCentred(context, fixedWords.disclaimer, panel, height - 22, { ...tiny, color: 'rgba(255,255,255,0.9)' });
}

const ticketLook = { fill: red, edge: null, ink: '#fff3d6', size: 36 };

/**
 * The figure first and largest with the coupon at its right. A coupon whose words are too long for that goes into the
 * line above, which may be wider than the box (`lineWidth`); where that is full too, the figure shrinks to leave room.
 */
function drawMoney({ context, spec }: Scene, box: Box, lineWidth = box.width): void {
  const { price, coupon, originalPrice } = spec;
  if (!price) {
    drawText(context, fixedWords.noPrice, box.x, box.y + 100, strong(52, red));
    return;
  }
  const lineEnd = box.x + lineWidth;
  let left =
    box.x + drawPill(context, price.label, { x: box.x, y: box.y }, { fill: red, ink: '#ffffff', size: 28 }) + 20;
  if (originalPrice) {
    left += drawStruck(context, originalPrice, { x: left, y: box.y + 35, maxWidth: lineEnd - left }, struckLook) + 24;
  }
  const figure = { color: red, size: 140 };
  const beside = coupon ? box.width - priceWidth(context, price, figure.size) - gap : 0;
  const isAbove =
    coupon !== null &&
    !ticketFits(context, coupon.text, beside, ticketLook) &&
    ticketFits(context, coupon.text, lineEnd - left, ticketLook);
  const room = coupon && !isAbove ? Math.min(330, box.width * 0.42) + gap : 0;
  const width = drawPrice(context, price, { x: box.x, y: box.y + 166, maxWidth: box.width - room }, figure);
  if (!coupon) return;
  const beyond = box.x + width + gap;
  const at = isAbove
    ? { x: left, y: box.y - 8, maxWidth: lineEnd - left }
    : { x: beyond, y: box.y + 92, maxWidth: box.x + box.width - beyond };
  drawTicket(context, coupon.text, at, ticketLook);
}

function drawCode({ context, qr }: Scene, box: Box): void {
  if (!qr) return;
  fillRound(context, { x: box.x - 4, y: box.y - 4, width: box.width + 8, height: box.height + 8 }, 16, '#ffffff');
  drawQr(context, qr, box, 12);
  drawCentred(context, fixedWords.scan, box, box.y + box.height + 40, strong(25, ink));
}
