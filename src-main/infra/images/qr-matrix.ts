import QRCode from 'qrcode';

/** Dark modules of a QR code, row by row, without the quiet zone. */
export interface QrMatrix {
  size: number;
  isDark(row: number, column: number): boolean;
}

/** Characters up to which the stronger level keeps the modules large. */
const shortText = 120;

/** A QR code with error correction level Q for short texts and M for long ones (at least 15 % may be unreadable). */
export function qrMatrix(text: string): QrMatrix {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: text.length <= shortText ? 'Q' : 'M' });
  return { size: modules.size, isDark: (row, column) => modules.get(row, column) === 1 };
}

/** The modules row by row, as `0` (light) and `1` (dark), for pages that draw them. */
export function qrRows({ size, isDark }: QrMatrix): string[] {
  const line = Array.from({ length: size }, (_, index) => index);
  return line.map((row) => line.map((column) => (isDark(row, column) ? '1' : '0')).join(''));
}
