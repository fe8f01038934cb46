/** The clipboard takes pictures as PNG only. */
async function asPng(source: string): Promise<Blob> {
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture cannot be encoded'))), 'image/png');
  });
}

/** Puts a picture on the clipboard. @param source a data address */
export function copyPicture(source: string): Promise<void> {
  return navigator.clipboard.write([new ClipboardItem({ 'image/png': asPng(source) })]);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Picture and text as one piece of formatted text, each alone as well, for whatever takes only one of them. */
export function copyBoth(source: string, text: string): Promise<void> {
  const escaped = text.replace(/[&<>]/g, (sign) => entities[sign] ?? '').replaceAll('\n', '<br>');
  const html = `<img src="${source}"><p>${escaped}</p>`;
  return navigator.clipboard.write([
    new ClipboardItem({
      'text/html': new Blob([html], { type: 'text/html' }),
      'text/plain': new Blob([text], { type: 'text/plain' }),
      'image/png': asPng(source),
    }),
  ]);
}
