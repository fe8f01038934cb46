import { describe, expect, it } from 'vitest';
import type { PosterSpec } from '#domain/copy-pack/poster-spec';
import { canvasApi } from '../canvas.ts';
import { loadPosterFonts } from '../poster-fonts.ts';
import { drawPoster, posterSize } from './draw-poster.ts';

const covers = loadPosterFonts();

interface Words {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Every text of a poster with the room it takes. */
function drawnWords(spec: PosterSpec): Words[] {
  const canvas = canvasApi().createCanvas(posterSize[spec.format].width, posterSize[spec.format].height);
  const context = canvas.getContext('2d');
  const words: Words[] = [];
  const fillText = context.fillText.bind(context);
  context.fillText = (text, x, y) => {
    const { width } = context.measureText(text);
    const size = Number.parseFloat(context.font);
    // Digits and capitals reach about seven tenths of the size above the baseline.
    if (text.trim() !== '') words.push({ text, left: x, right: x + width, top: y - size * 0.7, bottom: y });
    fillText(text, x, y);
  };
  drawPoster(canvas, spec, null, covers);
  return words;
}

const overlap = (a: Words, b: Words): boolean =>
  a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;

const usual: PosterSpec = {
  style: 'clean',
  format: 'portrait',
  title: '三塘陶瓷创意马克杯带勺办公室家用大容量水杯',
  platform: '天猫',
  shop: '三塘陶瓷旗舰店',
  sales: '月销1.2万',
  price: { label: '券后价', yuan: '39', fen: '.9' },
  originalPrice: '¥69.9',
  coupon: { text: '满69减30元券', until: '可用到11月30日' },
  qrUrl: 'https://m.tb.cn/h.VELwTd9',
  adMark: true,
};

const odd: Record<string, Partial<PosterSpec>> = {
  usual: {},
  'a long address': { qrUrl: `https://s.click.taobao.com/t?e=${'m%3D2'.repeat(120)}` },
  'no address': { qrUrl: null },
  'nothing but a title': { price: null, originalPrice: null, coupon: null, shop: null, sales: null, qrUrl: null },
  'a long title': { title: '超级好用的马克杯'.repeat(30), shop: '名字特别长的旗舰店'.repeat(9) },
  'a title of one endless word': { title: 'W'.repeat(400) },
  'texts as long as a cell may be': { title: '杯'.repeat(32_767), shop: 'i'.repeat(32_767) },
  'huge prices': { price: { label: '券后价', yuan: '99999999', fen: '.99' }, originalPrice: '¥199999999.99' },
  'everything at once': {
    title: '超级好用的马克杯'.repeat(30),
    price: { label: '券后价', yuan: '99999999', fen: '.99' },
    originalPrice: '¥199999999.99',
    coupon: { text: '满999999减888888.88元券', until: '可用到12月31日' },
    qrUrl: `https://s.click.taobao.com/t?e=${'m%3D2'.repeat(120)}`,
  },
};

const styles = (['clean', 'bold', 'dark'] as const).flatMap((style) =>
  (['portrait', 'square'] as const).map((format) => [style, format] as const),
);

describe.each(styles)('the %s %s poster', (style, format) => {
  it.each(Object.keys(odd))('keeps every word on the sheet and off the others with %s', (name) => {
    const words = drawnWords({ ...usual, ...odd[name], style, format });
    const { width, height } = posterSize[format];
    const outside = words.filter(
      ({ left, right, top, bottom }) => left < 20 || right > width - 20 || top < 20 || bottom > height - 12,
    );
    expect(outside).toEqual([]);
    const clashes = words.flatMap((a, index) =>
      words
        .slice(index + 1)
        .filter((b) => overlap(a, b))
        .map((b) => `${a.text} / ${b.text}`),
    );
    expect(clashes).toEqual([]);
  });

  it('draws no empty boxes for emoji and strange scripts', () => {
    const title = (text: string): string =>
      drawnWords({ ...usual, title: text, shop: '👑', style, format })
        .map((each) => each.text)
        .join('');
    expect(title('🔥马克杯👨‍👩‍👧')).toMatch(/马克杯/);
    expect(title('🔥马克杯👨‍👩‍👧')).not.toMatch(/\p{Extended_Pictographic}/u);
    expect(title('🔥🔥')).toMatch(/商品/);
  });

  it('says what it is given', () => {
    const all = drawnWords({ ...usual, style, format })
      .map(({ text }) => text)
      .join('\n');
    for (const said of ['天猫', '券后价', '39', '.9', '¥69.9', '满69减30元券', '月销1.2万', '广告', '扫码查看商品']) {
      expect(all).toContain(said);
    }
    expect(all).toMatch(/价格与优惠以购买页面为准/);
    expect(drawnWords({ ...usual, style, format, adMark: false }).map(({ text }) => text)).not.toContain('广告');
  });
});
