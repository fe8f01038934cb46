import type { ReactNode } from 'react';
import { useTranslator } from '../i18n/locale.tsx';

/** An amount of 分 as 元; a dash when it is not known. */
export function Money({ fen, strike = false }: { fen: number | null; strike?: boolean }): ReactNode {
  const { locale } = useTranslator();
  if (fen === null) return <span className="faint">—</span>;
  const text = (fen / 100).toLocaleString(locale, {
    style: 'currency',
    currency: 'CNY',
    currencyDisplay: 'narrowSymbol',
  });
  return strike ? <del className="tabular faint">{text}</del> : <span className="tabular">{text}</span>;
}

/** Hundredths of a percent as percent. */
export function Rate({ bp }: { bp: number | null }): ReactNode {
  const { locale } = useTranslator();
  if (bp === null) return <span className="faint">—</span>;
  return (
    <span className="tabular">
      {(bp / 10_000).toLocaleString(locale, { style: 'percent', maximumFractionDigits: 2 })}
    </span>
  );
}

/** A plain count with the locale's grouping. */
export function Count({ value }: { value: number | null }): ReactNode {
  const { locale } = useTranslator();
  return value === null ? (
    <span className="faint">—</span>
  ) : (
    <span className="tabular">{value.toLocaleString(locale)}</span>
  );
}
