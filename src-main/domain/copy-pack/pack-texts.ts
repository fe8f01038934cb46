import { type PackPlan, packFileNames } from './plan-pack.ts';

/** A text file of the pack, exactly as it is to be written in UTF-8. */
export interface PackTextFile {
  path: string;
  content: string;
}

const byteOrderMark = '\ufeff';

/**
 * Text as a .txt file: UTF-8 with byte order mark and CRLF. Old Windows Notepad takes UTF-8 without a mark for GBK and
 * shows line feeds alone as one long line; so do several viewers on phones. Copying out of such a file gives neither
 * the mark nor stray characters, so what is pasted into WeChat is the copy itself.
 */
export const textFile = (path: string, text: string): PackTextFile => ({
  path,
  content: `${byteOrderMark}${text.replaceAll('\n', '\r\n')}\r\n`,
});

/** The copy in a text file written by {@link textFile}, also after an editor saved it with other line ends. */
export const textOfFile = (content: string): string =>
  content
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '');

/** Every copy in one file, each under a line with its number and folder. */
export function allTextsFile(plan: PackPlan): PackTextFile {
  const texts = plan.items.map(({ folder, text }) => `──────── ${folder} ────────\n${text}`);
  return textFile(packFileNames.allTexts, texts.join('\n\n'));
}
