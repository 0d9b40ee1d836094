import type { RowId } from '#shared/domain/ids.ts';
import type { TemplateMapping, TemplateView } from '#shared/domain/template.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

/** A template that is remembered, with what it is known by beside its file. */
export type KnownTemplate = TemplateView & { readonly shape: string };

type Row = Omit<KnownTemplate, 'mapping'> & { readonly mapping: string };

const SELECT = 'SELECT id, name, file_name AS fileName, sha256, shape, mapping FROM template';

/** The mapping was checked by the contract when it was kept. */
const known = (row: Row): KnownTemplate => ({ ...row, mapping: JSON.parse(row.mapping) as TemplateMapping });

/** The templates that are remembered, by name. */
export function listTemplates(db: ReadableDb): readonly KnownTemplate[] {
  const rows = prepared(db, SELECT).all() as readonly Row[];
  return rows.map(known).toSorted((one, other) => one.name.localeCompare(other.name, 'zh-CN'));
}

/** @throws AppError TEMPLATE_GONE */
export function getTemplate(db: ReadableDb, id: RowId): KnownTemplate {
  const row = prepared(db, `${SELECT} WHERE id = ?`).get(id) as Row | undefined;
  if (row === undefined) throw new AppError('TEMPLATE_GONE');
  return known(row);
}

/** The file of a template as it was kept. @throws AppError TEMPLATE_GONE */
export function fileOfTemplate(
  db: ReadableDb,
  id: RowId,
): { readonly name: string; readonly sha256: string; readonly content: Uint8Array } {
  const sql = 'SELECT file_name AS name, sha256, content FROM template JOIN stored_file USING (sha256) WHERE id = ?';
  const row = prepared(db, sql).get(id);
  if (row === undefined) throw new AppError('TEMPLATE_GONE');
  // The columns above, under STRICT types.
  return row as { name: string; sha256: string; content: Uint8Array };
}
