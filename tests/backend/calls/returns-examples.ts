import fs from 'node:fs';
import path from 'node:path';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { anOffice, finish, ticket } from '#tests/helpers/an-office.ts';
import { fillIn, keptId, receive } from '#tests/helpers/returned-forms.ts';
import { sheetOf } from '../sheets/altered.ts';
import { aForm, type ExamplesOf, type World } from './a-world.ts';

/** A form that came back and is kept; each time another file. */
async function aReturn(w: World) {
  const form = await aForm(w);
  const narrative = `第 ${++w.forms.count} 次`;
  await fillIn(form, 5, { 进展情况: narrative });
  return keptId(await receive(w.office, form));
}

/** Another office's table with a row that is no task of the plan. */
async function aLedger(w: World) {
  const file = path.join(w.office.folder, '2021年10月工作台账.xlsx');
  const heads = ['序号', '工作任务', '责任单位', '进展状态', '进展情况'];
  const { content } = await w.client.matrix.task({ taskId: w.taskId, periodId: w.periodId });
  const own = [1, content, '县农业农村局', '推进中', '推广 1200 亩'];
  const rows = [own, [2, '推进冷链仓库备案，按季度抽查温度记录。', '县交通运输局', '推进中', '备案 12 家']];
  fs.writeFileSync(file, await sheetOf([['2021年10月食品安全工作台账'], heads, ...rows]));
  const review = await receive(w.office, file);
  const returnId = keptId(review);
  const rowNumber = review.files[0]?.leftRows[0]?.rowNumber ?? 0;
  return { returnId, rowNumber };
}

async function aTakenReturn(w: World) {
  const returnId = await aReturn(w);
  await w.client.returns.accept({ returns: [{ returnId, decisions: [] }] });
  return returnId;
}

export const returnsExamples: ExamplesOf<'returns'> = {
  preview: async (w) => {
    const files = [{ ticket: await aForm(w) }];
    return async () => finish(await w.client.returns.preview({ planId: PLAN, files }));
  },
  receive: async (w) => {
    const files = [{ ticket: await aForm(w) }];
    return async () => finish(await w.client.returns.receive({ planId: PLAN, files }));
  },
  list: async (w) => () => w.client.returns.list({}),
  review: async (w) => {
    const returnId = await aReturn(w);
    return () => w.client.returns.review({ returnIds: [returnId] });
  },
  keepDecisions: async (w) => {
    const returnId = await aReturn(w);
    return () => w.client.returns.keepDecisions({ returnId, decisions: [{ key: '1/1/status', choice: 'ours' }] });
  },
  identify: async (w) => {
    const returnId = await aReturn(w);
    return () => w.client.returns.identify({ returnId, agencyId: w.other, periodId: w.periodId });
  },
  mapColumns: async (w) => {
    const returnId = await aReturn(w);
    const [file] = (await w.client.returns.review({ returnIds: [returnId] })).files;
    const columns = (file?.columns ?? []).flatMap(({ column, field }) => (field === null ? [] : [{ column, field }]));
    const rows = { firstHeadRow: file?.headRows?.first ?? 0, lastHeadRow: file?.headRows?.last ?? 0 };
    const mapping = { sheet: file?.sheet ?? '', ...rows, columns };
    return () => w.client.returns.mapColumns({ returnId, mapping });
  },
  picture: async (w) => {
    const returnId = await aReturn(w);
    return () => w.client.returns.picture({ returnId });
  },
  accept: async (w) => {
    const returnId = await aReturn(w);
    return () => w.client.returns.accept({ returns: [{ returnId, decisions: [] }] });
  },
  written: async (w) => {
    const returnId = await aTakenReturn(w);
    return () => w.client.returns.written({ returnId });
  },
  takeBackPreview: async (w) => {
    const returnId = await aTakenReturn(w);
    return () => w.client.returns.takeBackPreview({ returnId });
  },
  takeBack: async (w) => {
    const returnId = await aTakenReturn(w);
    return () => w.client.returns.takeBack({ returnId, includeChanged: false });
  },
  sendBack: async (w) => {
    const returnId = await aReturn(w);
    return () => w.client.returns.sendBack({ returnIds: [returnId], reasons: ['请补充'] });
  },
  refuse: async (w) => {
    const returnId = await aReturn(w);
    return () => w.client.returns.refuse({ returnIds: [returnId], reasons: ['重复'] });
  },
  sendBackText: async (w) => {
    const returnId = await aReturn(w);
    return () => w.client.returns.sendBackText({ returnId, reasons: ['请补充'] });
  },
  annotate: async (w) => {
    const returnId = await aReturn(w);
    await w.client.returns.sendBack({ returnIds: [returnId], reasons: ['请补充'] });
    const folder = ticket(fs.mkdtempSync(path.join(w.office.folder, '退回')));
    return async () => finish(await w.client.returns.annotate({ returnIds: [returnId], folder }));
  },
  overview: async (w) => () => w.client.returns.overview({ planId: PLAN }),
  rules: async (w) => () => w.client.returns.rules({}),
  setRule: async (w) => () => w.client.returns.setRule({ rule: 'same-as-last', active: false }),
  makeTask: async (w) => {
    const row = await aLedger(w);
    return () => w.client.returns.makeTask(row);
  },
  receiveDataFile: async (w) => {
    const other = await anOffice();
    await other.close();
    fs.copyFileSync(w.office.dataFile, other.dataFile);
    const { client, dataFile: file } = await other.reopen();
    await client.progress.set({ entries: [{ ...w.cell, patch: { narrative: '另一个人填的' } }] });
    return async () => finish(await w.client.returns.receiveDataFile({ planId: PLAN, file: ticket(file) }));
  },
};
