import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ReturnFileReview } from '#shared/domain/return-review.ts';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, finish, type Office, ticket } from '#tests/helpers/an-office.ts';
import { OFFICE_TABLES, type OfficeTable } from './office-tables.ts';

/** Words of the tasks of the embedded plan, by number. */
async function wordsOf(office: Office): Promise<(task: number) => string> {
  const { periodId } = await aCell(office, 5, '县农业农村局');
  const tasks = await office.client.matrix.read({ periodId });
  const details = await Promise.all(
    tasks.slice(0, 15).map(({ id }) => office.client.matrix.task({ taskId: id, periodId })),
  );
  return (number) => {
    const found = details.find((task) => task.number === number);
    if (!found) throw new Error(`no task ${number}`);
    return found.content;
  };
}

async function receive(office: Office, table: OfficeTable): Promise<readonly ReturnFileReview[]> {
  const file = path.join(office.folder, table.fileName);
  fs.writeFileSync(file, await table.build(await wordsOf(office)));
  const { files } = await finish(
    await office.client.returns.receive({ planId: PLAN, files: [{ ticket: ticket(file) }] }),
  );
  return files;
}

/** `task agency field` → value, as the expected readings of the tables are written. */
function said(
  files: readonly ReturnFileReview[],
  only: (item: ReturnFileReview['items'][number]) => boolean = () => true,
) {
  const items = files.flatMap((file) => file.items).filter(only);
  return Object.fromEntries(
    items.map(({ taskNumber, agencyName, field, theirs }) => [`${taskNumber} ${agencyName} ${field}`, theirs]),
  );
}

async function written(office: Office): Promise<Readonly<Record<string, string>>> {
  const { periodId } = await aCell(office, 5, '县农业农村局');
  const { rows } = { rows: (await office.client.workspace.dump()).progress };
  const words = {
    'in-progress': '推进中',
    done: '已完成',
    'not-started': '未启动',
    blocked: '受阻',
    'not-applicable': '不涉及',
  };
  expect(periodId).toBeGreaterThan(0);
  return Object.fromEntries(
    rows.flatMap((row) => {
      expect(row.period).toBe('2021-10');
      const values = {
        status: row.status === null ? '' : words[row.status],
        percent: row.percent === null ? '' : String(row.percent),
        narrative: row.narrative,
        problems: row.problems,
        nextSteps: row.nextSteps,
        reportedOn: row.reportedOn ?? '',
      };
      return Object.entries(values)
        .filter(([, value]) => value !== '')
        .map(([field, value]) => [`${row.task} ${row.agency} ${field}`, value]);
    }),
  );
}

describe.each(OFFICE_TABLES.map((table) => [table.name, table] as const))(
  'a table of another office: %s',
  (_, table) => {
    test('every cell is read for its task and unit; what is chosen beforehand is right, and nothing else is written', async () => {
      const office = await anOffice();
      const files = await receive(office, table);
      expect(files.map(({ refusal, held, periodLabel }) => [refusal, held, periodLabel])).toEqual([
        [null, null, '2021-10'],
      ]);
      expect(said(files)).toEqual(table.says);
      expect(files.flatMap(({ leftRows }) => leftRows.map(({ taskText }) => taskText))).toEqual(table.strangers ?? []);

      const returns = files.flatMap(({ returnId, items }) =>
        returnId === null
          ? []
          : [
              {
                returnId,
                decisions: items.filter(({ chosen }) => chosen).map(({ key }) => ({ key, choice: 'theirs' as const })),
              },
            ],
      );
      await office.client.returns.accept({ returns });
      expect(await written(office)).toEqual(said(files, ({ chosen }) => chosen));
      expect(await office.client.workspace.check()).toEqual([]);
    });
  },
);
