/** Bytes of the two-byte part of GB18030 by character, made from the decoder so that both cannot disagree. */
function buildTable(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd' && !table.has(character)) {
        table.set(character, lead * 256 + trail);
      }
    }
  }
  return table;
}

let table: ReadonlyMap<string, number> | undefined;

/** Text as GBK bytes; Node has a decoder only. Throws for characters outside GBK. */
export function encodeGbk(text: string): Buffer {
  table ??= buildTable();
  const bytes = Buffer.allocUnsafe(text.length * 2);
  let length = 0;
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code < 0x80) {
      bytes[length] = code;
      length += 1;
      continue;
    }
    const pair = table.get(character);
    if (pair === undefined) throw new RangeError(`not in GBK: ${character}`);
    bytes.writeUInt16BE(pair, length);
    length += 2;
  }
  return bytes.subarray(0, length);
}
