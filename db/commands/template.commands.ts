import { type CommittedStep, commitStep } from '#db/log/commit-step.ts';
import type { RowId } from '#shared/domain/ids.ts';
import type { Made } from '#shared/domain/step.ts';
import type { TemplateMapping } from '#shared/domain/template.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { getTemplate, listTemplates } from '../queries/template.queries.ts';
import { type FileToKeep, storeFile } from './store-file.ts';

/** What is kept of a superior's form. */
export type TemplateToKeep = {
  /** Left out: a new one. */
  readonly id?: RowId | undefined;
  readonly name: string;
  /** Left out: the file of the one in whose place it is kept. */
  readonly file?: FileToKeep | undefined;
  /** Names forms with the same heads (backend/excel/template/template-shape.ts). */
  readonly shape: string;
  readonly mapping: TemplateMapping;
};

/**
 * Keeps a superior's form whole, and what its columns mean, as one step.
 *
 * @throws AppError TEMPLATE_GONE | TEMPLATE_NAME_TAKEN | NOTHING_TO_CHANGE
 */
export function saveTemplate(
  db: WritableDb,
  { id, name, file, shape, mapping }: TemplateToKeep,
  made: Made,
): CommittedStep {
  return db
    .transaction(() => {
      const before = id === undefined ? undefined : getTemplate(db, id);
      refuseTaken(db, name, id);
      const kept = file ?? (before && { name: before.fileName, sha256: before.sha256 });
      if (kept === undefined) throw new AppError('TEMPLATE_GONE');
      if (file !== undefined) storeFile(db, file, made.at);
      const values = { name, file_name: kept.name, sha256: kept.sha256, shape, mapping: JSON.stringify(mapping) };
      const label = `${before ? '修改' : '记住'}上级表样“${name}”`;
      return commitStep(db, { code: 'template.save', label, ...made }, [{ table: 'template', id: id ?? null, values }]);
    })
    .immediate();
}

/** @throws AppError TEMPLATE_GONE | TEMPLATE_NAME_TAKEN | NOTHING_TO_CHANGE */
export function renameTemplate(db: WritableDb, id: RowId, name: string, made: Made): CommittedStep {
  const { name: was } = getTemplate(db, id);
  refuseTaken(db, name, id);
  const write = { table: 'template', id, values: { name } } as const;
  return commitStep(db, { code: 'template.rename', label: `上级表样“${was}”改名为“${name}”`, ...made }, [write]);
}

/** Forgets a template; its file stays among the stored ones, so that this can be undone. @throws AppError TEMPLATE_GONE */
export function removeTemplate(db: WritableDb, id: RowId, made: Made): CommittedStep {
  const { name } = getTemplate(db, id);
  const write = { table: 'template', id, values: null } as const;
  return commitStep(db, { code: 'template.remove', label: `删除上级表样“${name}”`, ...made }, [write]);
}

function refuseTaken(db: WritableDb, name: string, id: RowId | undefined): void {
  const isTaken = listTemplates(db).some((other) => other.name === name && other.id !== id);
  if (isTaken) throw new AppError('TEMPLATE_NAME_TAKEN', { name });
}
