import type { ReactNode } from 'react';
import { useTranslator } from '../i18n/locale.tsx';

const styles = {
  money: { style: 'currency', currency: 'CNY', currencyDisplay: 'narrowSymbol' },
  // ¥1172万, ¥11.72M
  shortMoney: {
    style: 'currency',
    currency: 'CNY',
    currencyDisplay: 'narrowSymbol',
    notation: 'compact',
    maximumSignificantDigits: 4,
  },
  rate: { style: 'percent', maximumFractionDigits: 2 },
  count: {},
} satisfies Record<string, Intl.NumberFormatOptions>;

const formats = new Map<string, Intl.NumberFormat>();

/** `toLocaleString` makes such a format anew for every number, which a scrolled table feels. */
function write(value: number, style: keyof typeof styles, locale: string): string {
  const key = `${style} ${locale}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, styles[style]);
  formats.set(key, format);
  return format.format(value);
}

interface MoneyProps {
  fen: number | null;
  /** What it is besides a number; `del` is a price that no longer holds. */
  as?: 'span' | 'strong' | 'del';
}

const moneyClass = { span: 'tabular', strong: 'tabular price', del: 'tabular faint' };

/** From here on a sum is read for its size: a million 元. */
const largeFen = 100_000_000;
/** From here on no column has room for all its digits: ten million 元. */
const hugeFen = 1_000_000_000;
/** ¥99,999.99 is as long as usual; a longer one is written smaller in tables. */
const usualLength = 10;

/** An amount of 分 as 元, a huge one in four digits with the exact one on hover; a dash when it is not known. */
export function Money({ fen, as: Kind = 'span' }: MoneyProps): ReactNode {
  const { locale } = useTranslator();
  if (fen === null) return <span className="faint">—</span>;
  const exact = write(fen / 100, 'money', locale);
  if (fen >= hugeFen) {
    return (
      <Kind className={moneyClass[Kind]} title={exact}>
        {write(fen / 100, 'shortMoney', locale)}
      </Kind>
    );
  }
  return (
    <Kind className={exact.length > usualLength ? `${moneyClass[Kind]} money-long` : moneyClass[Kind]}>{exact}</Kind>
  );
}

/** A sum where there is little room: a large one in four digits, with the exact one on hover. */
export function ShortMoney({ fen }: { fen: number }): ReactNode {
  const { locale } = useTranslator();
  if (fen < largeFen) return <Money fen={fen} />;
  return (
    <span className="tabular" title={write(fen / 100, 'money', locale)}>
      {write(fen / 100, 'shortMoney', locale)}
    </span>
  );
}

/** Hundredths of a percent as percent. */
export function Rate({ bp, as: Kind = 'span' }: { bp: number | null; as?: 'span' | 'small' }): ReactNode {
  const { locale } = useTranslator();
  if (bp === null) return <span className="faint">—</span>;
  return <Kind className="tabular">{write(bp / 10_000, 'rate', locale)}</Kind>;
}

/** A plain count with the locale's grouping. */
export function Count({ value }: { value: number | null }): ReactNode {
  const { locale } = useTranslator();
  return value === null ? (
    <span className="faint">—</span>
  ) : (
    <span className="tabular">{write(value, 'count', locale)}</span>
  );
}
