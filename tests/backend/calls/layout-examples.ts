import fs from 'node:fs';
import path from 'node:path';
import { BUILT_IN_LAYOUTS } from '#backend/excel/layouts/built-in/all.ts';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { finish, ticket } from '#tests/helpers/an-office.ts';
import type { ExamplesOf } from './a-world.ts';

const OWN = { ...BUILT_IN_LAYOUTS.ledger, name: '月度台账' };

export const layoutExamples: ExamplesOf<'layout'> = {
  list: async (w) => () => w.client.layout.list({}),
  get: async (w) => () => w.client.layout.get({ layout: '责任矩阵' }),
  save: async (w) => () => w.client.layout.save({ def: OWN }),
  remove: async (w) => {
    const { key } = await w.client.layout.save({ def: { ...OWN, name: '季度台账' } });
    return () => w.client.layout.remove({ key });
  },
  writeFile: async (w) => () =>
    w.client.layout.writeFile({ def: OWN, file: ticket(path.join(w.office.folder, '月度台账.表样.json')) }),
  readFile: async (w) => {
    const file = ticket(path.join(w.office.folder, '收到的.表样.json'));
    await w.client.layout.writeFile({ def: OWN, file });
    return () => w.client.layout.readFile({ file });
  },
};

export const exportsExamples: ExamplesOf<'exports'> = {
  table: async (w) => async () =>
    finish(
      await w.client.exports.table({
        planId: PLAN,
        layout: 'ledger',
        periodId: w.periodId,
        file: ticket(path.join(w.office.folder, '台账.xlsx')),
      }),
    ),
  tables: async (w) => {
    const folder = path.join(w.office.folder, '任务清单');
    fs.mkdirSync(folder);
    return async () =>
      finish(
        await w.client.exports.tables({
          planId: PLAN,
          layout: 'agency-tasks',
          agencyIds: [w.agencyId],
          folder: ticket(folder),
        }),
      );
  },
  printTable: async (w) => () =>
    w.client.exports.printTable({ planId: PLAN, layout: 'matrix', periodId: w.periodId, withLights: false }),
  sheets: async (w) => () => w.client.exports.sheets({ planId: PLAN, layout: 'agency-tasks' }),
  pdf: async (w) => () =>
    w.client.exports.pdf({
      file: ticket(path.join(w.office.folder, '矩阵.pdf')),
      content: new File(['%PDF-1.7\n%%EOF\n'], 'a.pdf', { type: 'application/pdf' }),
    }),
};
