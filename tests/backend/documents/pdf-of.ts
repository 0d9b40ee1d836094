/** Words on a test page: letters from the left margin, and lines from the top, if not the one after the last. */
export type PageLine = { readonly text: string; readonly indent?: number; readonly row?: number };

const SIZE = 16;
const LEFT = 80;
const TOP = 780;
const LEADING = 28;
/** What GB/T 9704 puts on a page. */
const LETTERS_PER_LINE = 28;
const LINES_PER_PAGE = 22;

/** Breaks paragraphs as an office page does: 28 letters a line, first lines indented by two. */
export function pagesOf(paragraphs: readonly string[]): readonly (readonly PageLine[])[] {
  const lines = paragraphs.flatMap((text): PageLine[] => {
    const letters = [...text];
    const first = { text: letters.slice(0, LETTERS_PER_LINE - 2).join(''), indent: 2 };
    const rest: PageLine[] = [];
    for (let at = LETTERS_PER_LINE - 2; at < letters.length; at += LETTERS_PER_LINE)
      rest.push({ text: letters.slice(at, at + LETTERS_PER_LINE).join('') });
    return [first, ...rest];
  });
  const pages: PageLine[][] = [];
  for (let at = 0; at < lines.length; at += LINES_PER_PAGE) {
    const number = { text: `— ${pages.length + 1} —`, indent: pages.length % 2 === 0 ? 22 : 0 };
    pages.push([...lines.slice(at, at + LINES_PER_PAGE), number]);
  }
  return pages;
}

/** Operators that draw a line between two places, in the same letters and lines; `thick` draws it as a filled box. */
export function lineOf(from: readonly [number, number], to: readonly [number, number], thick = false): string {
  const [x1, y1, x2, y2] = [from, to].flatMap(([indent, row]) => [LEFT + indent * SIZE, TOP + SIZE - row * LEADING]);
  if (!thick) return `${x1} ${y1} m ${x2} ${y2} l S`;
  return `${x1} ${y1} ${Math.max(0.5, (x2 ?? 0) - (x1 ?? 0))} ${Math.min(-0.5, (y2 ?? 0) - (y1 ?? 0))} re f`;
}

function hex(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}

/**
 * A PDF whose text can be taken out: two-byte codes that are Unicode themselves, as its ToUnicode map says.
 *
 * @param options.encrypted asks for a password that nobody has
 * @param options.drawn what is drawn on each page beside its text, in operators of a content stream
 * @param options.turned degrees by which its pages are turned when they are shown
 */
export function pdfOf(
  pages: readonly (readonly PageLine[])[],
  options: { readonly encrypted?: boolean; readonly drawn?: readonly string[]; readonly turned?: number } = {},
): Uint8Array {
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end`;
  const stream = (text: string): string => `<< /Length ${Buffer.byteLength(text)} >>\nstream\n${text}\nendstream`;
  const kids = pages.map((_, index) => `${6 + index * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /FangSong /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /FangSong /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /FangSong /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 900 /StemV 80 >> >>',
    stream(map),
    ...pages.flatMap((lines, page) => [
      `<< /Type /Page /Rotate ${options.turned ?? 0} /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + page * 2} 0 R >>`,
      stream(
        `${options.turned === 90 ? '0 1 -1 0 800 0 cm\n' : ''}${options.drawn?.[page] ?? ''}\n${lines
          .map(({ text, indent = 0, row }, index) => {
            const place = `1 0 0 1 ${LEFT + indent * SIZE} ${TOP - (row ?? index) * LEADING} Tm`;
            return `BT /F1 ${SIZE} Tf ${place} <${hex(text)}> Tj ET`;
          })
          .join('\n')}`,
      ),
    ]),
  ];
  let body = '%PDF-1.5\n';
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(Buffer.byteLength(body));
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const start = Buffer.byteLength(body);
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const id = '00'.repeat(16);
  const lock = ` /Encrypt << /Filter /Standard /V 1 /R 2 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> /P -4 >>`;
  const trailer = `<< /Size ${objects.length + 1} /Root 1 0 R /ID [<${id}> <${id}>]${options.encrypted === true ? lock : ''} >>`;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(body));
}
