import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { convertFiles } from './office-program.ts';
import { withUsualCharacters } from './pdf-characters.ts';

/** A page as an office program prints it. */
export type PrintedPage = {
  /** All texts of the page in the order in which they are drawn, cell after cell, without blanks. */
  readonly text: string;
  /** Lines that stick out of the box they are drawn in: a person sees them cut, or not at all. */
  readonly cut: readonly string[];
  /** The size of the smallest letters, as printed; infinite on a page without any. Points. */
  readonly smallest: number;
  /** Points. */
  readonly width: number;
  readonly height: number;
};

/**
 * Prints workbooks with LibreOffice and reads the pages.
 *
 * @param folder for its profile and the PDFs; a test's own
 * @returns pages by file, as named in `files`
 * @throws Error that says so when LibreOffice is not there
 */
export async function printedPages(
  files: readonly string[],
  folder: string,
): Promise<ReadonlyMap<string, readonly PrintedPage[]>> {
  const out = path.join(folder, 'pdf');
  await convertFiles('pdf', files, out, folder);
  const printed = new Map<string, readonly PrintedPage[]>();
  for (const file of files) {
    const pdf = path.join(out, path.basename(file).replace(/\.[^.]+$/, '.pdf'));
    printed.set(file, await pagesOfPdf(await readFile(pdf)));
  }
  return printed;
}

/** Reads the pages of a PDF, and which of its texts stick out of their boxes. */
export async function pagesOfPdf(pdf: Uint8Array): Promise<readonly PrintedPage[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf), { verbosity: 0 });
  const { OPS } = await getResolvedPDFJS();
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { fnArray, argsArray } = await page.getOperatorList();
    const [, , width = 0, height = 0] = page.view;
    const steps = fnArray.map((code, index) => ({ code, operands: argsArray[index] as unknown }));
    pages.push({ ...readSteps(steps, OPS), width, height });
    page.cleanup();
  }
  await document.cleanup();
  return pages;
}

type Step = { readonly code: number; readonly operands: unknown };
type Box = { readonly left: number; readonly bottom: number; readonly right: number; readonly top: number };
type Glyph = { readonly unicode: string; readonly width: number };

const ANYWHERE: Box = { left: -Infinity, bottom: -Infinity, right: Infinity, top: Infinity };
/** Edges and rounding; less of a line is not seen to be missing. */
const SLACK_POINTS = 1.5;
/** How far a Chinese character reaches above and below its line, in its size. */
const ABOVE = 0.8;
const BELOW = 0.08;

function numbers(value: unknown): readonly number[] {
  return Array.isArray(value) || ArrayBuffer.isView(value) ? Array.from(value as ArrayLike<number>, Number) : [];
}

/** The box around a path: its operands end with that box. */
function boxOf(operands: unknown): Box {
  const [left = 0, bottom = 0, right = 0, top = 0] = numbers((operands as readonly unknown[])[2]);
  return { left, bottom, right, top };
}

function within(one: Box, other: Box): Box {
  return {
    left: Math.max(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.min(one.right, other.right),
    top: Math.min(one.top, other.top),
  };
}

function glyphsOf(operands: unknown): readonly Glyph[] {
  const [list] = operands as readonly (readonly (Glyph | number)[])[];
  return (list ?? []).filter((glyph) => typeof glyph === 'object');
}

/** Goes through what is drawn: boxes that clip, and texts with their places. */
function readSteps(
  steps: readonly Step[],
  codes: Readonly<Record<string, number>>,
): Pick<PrintedPage, 'text' | 'cut' | 'smallest'> {
  const texts: string[] = [];
  const cut: string[] = [];
  let smallest = Infinity;
  const outer: Box[] = [];
  let box = ANYWHERE;
  let isClipping = false;
  let size = 0;
  let at: readonly number[] = [1, 0, 0, 1, 0, 0];
  for (const { code, operands } of steps) {
    switch (code) {
      case codes['save']:
        outer.push(box);
        break;
      case codes['restore']:
        box = outer.pop() ?? ANYWHERE;
        break;
      case codes['clip']:
      case codes['eoClip']:
        isClipping = true;
        break;
      case codes['constructPath']:
        if (isClipping) box = within(box, boxOf(operands));
        isClipping = false;
        break;
      case codes['beginText']:
        at = [1, 0, 0, 1, 0, 0];
        break;
      case codes['setFont']:
        size = Number((operands as readonly unknown[])[1]);
        break;
      case codes['setTextMatrix']:
        at = numbers((operands as readonly unknown[]).length === 1 ? (operands as readonly unknown[])[0] : operands);
        break;
      case codes['moveText']: {
        const [right = 0, up = 0] = numbers(operands);
        const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = at;
        at = [a, b, c, d, x + a * right + c * up, y + b * right + d * up];
        break;
      }
      case codes['showText']:
      case codes['showSpacedText']: {
        const glyphs = glyphsOf(operands);
        const text = glyphs.map(({ unicode }) => unicode).join('');
        texts.push(text);
        if (text.trim() === '') break;
        smallest = Math.min(smallest, size * Math.hypot(at[2] ?? 0, at[3] ?? 1));
        if (sticksOut(at, size, glyphs, box)) cut.push(withUsualCharacters(text));
        break;
      }
    }
  }
  return { text: bare(texts.join('')), cut, smallest };
}

/** Whether a line of text reaches out of the box that clips it. */
function sticksOut(at: readonly number[], size: number, glyphs: readonly Glyph[], box: Box): boolean {
  const [a = 1, b = 0, , d = 1, x = 0, y = 0] = at;
  const isUpright = Math.abs(b) < 0.01;
  const scale = isUpright ? Math.abs(d) : 0;
  const wide = glyphs.reduce((sum, { width }) => sum + width, 0) / 1_000;
  return (
    y + ABOVE * size * scale > box.top + SLACK_POINTS ||
    y - BELOW * size * scale < box.bottom - SLACK_POINTS ||
    x < box.left - SLACK_POINTS ||
    (isUpright && x + wide * size * Math.abs(a) > box.right + SLACK_POINTS)
  );
}

/** A text as it can be compared with what a PDF says: usual characters, no blanks. */
export function bare(text: string): string {
  return withUsualCharacters(text)
    .normalize('NFKC')
    .replace(/[\s\u200B\uFEFF]+/gu, '');
}
