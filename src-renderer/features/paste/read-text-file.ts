/** A text file as text: by its byte order mark, else UTF-8, else GB18030, which is what Windows programs here write. */
export async function readTextFile(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Whether a file is to be read as text; tables are imported instead. */
export const isTextFile = (file: File): boolean => /\.(txt|log|md)$/i.test(file.name) || file.type === 'text/plain';
