import JSZip from 'jszip';
import mammoth from 'mammoth';
import { checkContainer } from '#backend/files/check-container.ts';
import { AppError } from '#shared/errors.ts';
import { type DocumentContent, DocumentText } from '../document-text.ts';
import { type BodyNode, docxTableOf, headingLevel, isContentsEntry, textOf } from './body-model.ts';
import { numberHeadings } from './heading-numbers.ts';
import { type NumberedXml, numberParagraphs } from './number-paragraphs.ts';
import { DocxNumbering } from './numbering.ts';
import { descendants, parseXml } from './xml-tree.ts';

const MAIN_PART = 'word/document.xml';
const NO_HEADING = { level: 0, text: '' };

/**
 * Reads a .docx: the numbers that Word counts by itself are written into the document first, then mammoth reads it.
 * Tracked deletions are left out, insertions are in; of text boxes, notes, headers and footers nothing is read.
 *
 * @param file its name, for the sentence of a refusal
 * @throws AppError DOCUMENT_BOMB, DOCUMENT_DAMAGED, DOCUMENT_ENCRYPTED
 */
export async function readDocx(bytes: Uint8Array, file: string): Promise<DocumentContent> {
  await checkContainer(bytes, file, 'docx');
  try {
    const zip = await JSZip.loadAsync(bytes);
    const main = (await relatedPart(zip, '', '_rels/.rels', 'officeDocument')) ?? MAIN_PART;
    const folder = main.slice(0, main.lastIndexOf('/') + 1);
    const relations = `${folder}_rels/${main.slice(folder.length)}.rels`;
    const partOf = async (type: string): Promise<string | undefined> =>
      textPart(zip, (await relatedPart(zip, folder, relations, type)) ?? `${folder}${type}.xml`);
    const xml = await textPart(zip, main);
    if (xml === undefined) throw new Error(`the package has no ${main}`);
    const numbered = numberParagraphs(xml, new DocxNumbering(await partOf('numbering'), await partOf('styles')));
    // mammoth knows one line through words, not two.
    zip.file(main, numbered.xml.replace(/<([\w.-]+:)dstrike(?=[\s/>])/gu, '<$1strike'));
    const body = await readBody(await zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' }));
    return layOut(body, numbered);
  } catch (cause) {
    // The libraries throw plain errors at whatever they cannot read; what is no fault of the file ends the thread.
    throw new AppError('DOCUMENT_DAMAGED', { file }, { cause });
  }
}

async function textPart(zip: JSZip, name: string): Promise<string | undefined> {
  const text = await zip.file(name)?.async('string');
  return text?.replace(/^\uFEFF/, '');
}

/** The part of that type that a relations part names; `undefined` when it names none that is there. */
async function relatedPart(zip: JSZip, folder: string, relations: string, type: string): Promise<string | undefined> {
  const xml = await textPart(zip, relations);
  if (xml === undefined) return undefined;
  for (const { attributes } of descendants(parseXml(xml), 'Relationship')) {
    if (!attributes.get('Type')?.endsWith(`/${type}`)) continue;
    const target = attributes.get('Target') ?? '';
    const name = target.startsWith('/') ? target.slice(1) : folder + target;
    if (zip.file(name) !== null) return name;
  }
  return undefined;
}

/** What mammoth makes of the package, before it would turn it into a page. */
async function readBody(buffer: Buffer): Promise<readonly BodyNode[]> {
  let body: readonly BodyNode[] = [];
  await mammoth.convertToHtml(
    { buffer },
    {
      // The parameter is mammoth's document model, see BodyNode.
      transformDocument: (document: BodyNode): BodyNode => {
        body = document.children ?? [];
        return { ...document, children: [] };
      },
    },
  );
  return body;
}

function layOut(body: readonly BodyNode[], { numbers, hadTextBoxes }: NumberedXml): DocumentContent {
  const text = new DocumentText(numbers);
  const nodes = body.filter((node) => !isContentsEntry(node));
  const headings = numberHeadings(
    nodes.map((node) => (node.type === 'table' ? NO_HEADING : { level: headingLevel(node), text: textOf(node) })),
  );
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'table') text.addTable(docxTableOf(node));
    else text.addLine((headings.get(index) ?? '') + textOf(node));
  }
  const notes = [
    ...(headings.size > 0 ? ['文件按标题样式分级、没有编号，已补上“一、”“（一）”一类编号，请核对。'] : []),
    ...(hadTextBoxes ? ['文件中有文本框，框内文字没有读取，请核对是否漏了任务。'] : []),
  ];
  return text.content(notes);
}
