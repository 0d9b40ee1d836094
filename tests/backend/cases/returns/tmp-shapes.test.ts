import Database from 'better-sqlite3';
import { test } from 'vitest';
import { readReturn } from '#backend/returns/read-return.ts';
import { readSheets } from '#backend/sheets/read-sheets.ts';
import { matchLedger } from '#backend/returns/match-ledger.ts';
import { nameBook } from '#backend/returns/name-book.ts';
import { OFFICE_TABLES } from './office-tables.ts';

const db = new Database('/tmp/base.db', { readonly: true });
const words = (n: number) => db.prepare('select content from task where number=?').pluck().get(n) as string;
const agencies = (db.prepare('select id, name, short_name as shortName from agency').all() as any[]).map((a) => ({ ...a, aliases: [], formerNames: [] }));
const assignments = db.prepare('select t.id taskId, t.number, t.title, t.content, a.id agencyId, a.name agencyName from task t join assignment x on x.task_id=t.id join agency a on a.id=x.agency_id').all() as any[];

test.each(OFFICE_TABLES.map((t) => [t.name, t] as const))('%s', async (_, t) => {
  const parsed = readReturn(await readSheets(await t.build(words), t.fileName), t.fileName, { mappings: new Map(), near: '2021-10-31' });
  for (const table of parsed.tables) {
    const lines: string[] = [];
    lines.push(`kind ${table.kind} heads ${table.firstHeadRow}-${table.lastHeadRow} doubts ${table.doubts} notes ${table.notes}`);
    lines.push(JSON.stringify(table.said));
    lines.push(table.columns.map((c) => `${c.head}=${c.field}/${c.how}${c.doubt ? `(${c.doubt})` : ''}`).join(' | '));
    const m = matchLedger(table.rows, assignments, nameBook(agencies, ['泽州县人民政府办公室']));
    for (const x of m.matched) lines.push(`${x.task.number} ${x.task.agencyName} ${x.doubt}: ${Object.entries(x.row.fields).map(([f, c]) => `${f}=${c.text}${c.doubt ? `(${c.doubt})` : ''}`).join(' ; ')} sect=${x.row.section ?? ''}`);
    for (const x of m.left) lines.push(`LEFT ${x.rowNumber} ${x.taskText.slice(0, 20)} [${x.agencyText}] ${JSON.stringify(x.fields)}`);
    lines.push(...m.notes);
    console.log(lines.join('\n'));
  }
});
