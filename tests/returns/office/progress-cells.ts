import Database from 'better-sqlite3';
import { PROGRESS_FIELDS, type ProgressField } from '#shared/domain/progress.ts';
import { type Status, statusText } from '#shared/domain/status.ts';

/** One cell of progress by what a person sees: task number, agency's name, period's label. */
export type CellName = {
  readonly task: number;
  readonly agency: string;
  readonly period: string;
  readonly field: ProgressField;
};

/** Values by {@link cellKey}; empty ones are left out. */
export type ProgressCells = ReadonlyMap<string, string>;

/** 2021-10/县农业农村局/7/percent */
export function cellKey({ task, agency, period, field }: CellName): string {
  return [period, agency, task, field].join('/');
}

type Row = {
  readonly period: string;
  readonly agency: string;
  readonly task: number;
  readonly status: Status | null;
  readonly percent: number | null;
  readonly narrative: string;
  readonly problems: string;
  readonly nextSteps: string;
  readonly reportedOn: string | null;
};

/** All progress of a data file in the form's own writing, read from outside the program. */
export function progressCells(dataFile: string): ProgressCells {
  const db = new Database(dataFile, { readonly: true });
  try {
    const rows = db
      .prepare(
        `SELECT period.label AS period, agency.name AS agency, task.number AS task, status, percent, narrative,
           problems, next_steps AS nextSteps, reported_on AS reportedOn
         FROM progress JOIN period ON period.id = period_id JOIN agency ON agency.id = agency_id
           JOIN task ON task.id = task_id`,
      )
      .all() as readonly Row[];
    const cells = new Map<string, string>();
    for (const row of rows) {
      for (const field of PROGRESS_FIELDS) {
        const text = field === 'status' ? statusText(row.status) : String(row[field] ?? '');
        if (text !== '') cells.set(cellKey({ ...row, field }), text);
      }
    }
    return cells;
  } finally {
    db.close();
  }
}
