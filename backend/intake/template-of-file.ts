import { createHash } from 'node:crypto';
import { readTemplate } from '#backend/excel/template/read-template.ts';
import { fileKind, KIND_NAMES } from '#backend/files/file-kind.ts';
import { ADVICE } from '#backend/sheets/advice.ts';
import { readSheets } from '#backend/sheets/read-sheets.ts';
import { sheetsOfXlsx } from '#backend/sheets/sheets-of-xlsx.ts';
import type { TemplatePlace } from '#shared/domain/template.ts';
import { AppError } from '#shared/errors.ts';
import type { IntakeTemplate } from './intake-messages.ts';

type NamedFile = { readonly name: string; readonly bytes: Uint8Array };

const ENCRYPTED = '请用 Excel 或 WPS 打开，去掉打开密码后另存为“.xlsx”再试。';

/**
 * Reads a superior's form. Only workbooks of today are forms: what leaves is that very file with its cells filled in.
 *
 * @throws AppError TEMPLATE_KIND_UNSUPPORTED for any other kind and for one with a password, with what to do; else as
 *   backend/sheets/read-sheets.ts
 */
export async function templateOfFile(
  { name, bytes }: NamedFile,
  { place, example }: { readonly place: TemplatePlace | undefined; readonly example: NamedFile | undefined },
): Promise<IntakeTemplate> {
  const kind = await fileKind(bytes);
  if (kind === 'broken-zip') throw new AppError('WORKBOOK_DAMAGED', { file: name });
  if (kind === 'empty') throw new AppError('FILE_EMPTY', { file: name });
  if (kind !== 'xlsx') {
    const advice = kind === 'encrypted' ? ENCRYPTED : kind === 'text' ? ADVICE.xls : ADVICE[kind];
    throw new AppError('TEMPLATE_KIND_UNSUPPORTED', { file: name, kind: KIND_NAMES[kind], advice });
  }
  const sheets = await sheetsOfXlsx(bytes, name);
  const filled = example && (await readSheets(example.bytes, example.name));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { fileName: name, sha256, ...readTemplate(sheets, { place, example: filled }) };
}
