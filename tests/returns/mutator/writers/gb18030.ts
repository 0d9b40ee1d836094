/** Two-byte codes of GB18030 by character, worked out from the decoder that Node has. */
function twoByteCodes(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if (letter.length === 1 && letter !== '\uFFFD') codes.set(letter, lead * 256 + trail);
    }
  }
  return codes;
}

let codes: ReadonlyMap<string, number> | undefined;

/** Encodes as Chinese Windows saves a .csv. Characters without a code of two bytes become question marks, as there. */
export function toGb18030(text: string): Uint8Array {
  codes ??= twoByteCodes();
  const bytes: number[] = [];
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0;
    const code = point < 0x80 ? point : (codes.get(letter) ?? 0x3f);
    if (code > 0xff) bytes.push(code >> 8, code & 0xff);
    else bytes.push(code);
  }
  return Uint8Array.from(bytes);
}
