import { Button } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import type { PasteReading } from '#contract/paste';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { markedPieces } from './marked-pieces.ts';

/** The text with everything that was found in it marked; a product's card leads to its place. */
export function MarkedPaste({ reading }: { reading: PasteReading }): ReactNode {
  const { t } = useTranslator();
  const { paste } = useServices();
  const text = useStore(paste, (state) => state.text);
  const pieces = useMemo(() => markedPieces(text, reading), [text, reading]);
  const { links, prices, coupons, products } = reading;
  const legend = [
    { kind: 'link', label: t('paste.legend.links'), n: links.length },
    { kind: 'price', label: t('paste.legend.prices'), n: prices.length },
    { kind: 'coupon', label: t('paste.legend.coupons'), n: coupons.length },
    { kind: 'title', label: t('paste.legend.products'), n: products.length },
  ];
  return (
    <section className="paste-source" aria-label={t('paste.text')}>
      <header>
        <ul className="paste-legend">
          {legend.map(({ kind, label, n }) => (
            <li key={kind}>
              <span className={`paste-mark mark-${kind}`}>{label}</span> <span className="tabular">{n}</span>
            </li>
          ))}
        </ul>
        <Button size="small" onClick={() => paste.getState().edit()}>
          {t('paste.edit')}
        </Button>
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so the keyboard has to reach it */}
      <div className="paste-text" tabIndex={0}>
        {pieces.map(({ start, text: written, kind, product }) =>
          kind === null ? (
            <span key={start}>{written}</span>
          ) : (
            <mark
              key={start}
              className={`paste-mark mark-${kind}`}
              {...(product === null ? {} : { id: `paste-at-${product}` })}
            >
              {written}
            </mark>
          ),
        )}
      </div>
    </section>
  );
}
