import type { ReactNode } from 'react';

/** Light border around a code: four modules (ISO/IEC 18004). */
const quiet = 4;

/** A QR code from its rows of `0` and `1`; always black on white, whatever the theme, because cameras need it. */
export function QrCode({ rows, label }: { rows: readonly string[]; label: string }): ReactNode {
  const side = rows.length + quiet * 2;
  const dark = rows
    .flatMap((row, y) => row.split('').map((module, x) => (module === '1' ? `M${x + quiet} ${y + quiet}h1v1h-1z` : '')))
    .join('');
  return (
    <svg className="qr-code" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={dark} fill="#000" />
    </svg>
  );
}
