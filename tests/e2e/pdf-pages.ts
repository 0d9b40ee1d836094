import fs from 'node:fs';
import path from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { withUsualCharacters } from '#tests/helpers/pdf-characters.ts';

export type PdfPages = {
  readonly title: string;
  /** `1191 x 842`, whole points: Chromium rounds a millimetre's fraction up. */
  readonly size: string;
  /** The text of each page, line by line as it stands in the table. */
  readonly pages: readonly string[];
};

/** Reads a printed PDF, and keeps a copy outside git for people to look at. */
export async function readPdfPages(file: string): Promise<PdfPages> {
  const folder = path.resolve('artefacts/pdf');
  fs.mkdirSync(folder, { recursive: true });
  fs.copyFileSync(file, path.join(folder, path.basename(file)));
  const document = await getDocumentProxy(new Uint8Array(fs.readFileSync(file)), { verbosity: 0 });
  const { text } = await extractText(document, { mergePages: false });
  const [, , width = 0, height = 0] = (await document.getPage(1)).view;
  const { info } = await document.getMetadata();
  return {
    title: 'Title' in info ? String(info.Title) : '',
    size: `${Math.floor(width)} x ${Math.floor(height)}`,
    pages: text.map(withUsualCharacters),
  };
}
