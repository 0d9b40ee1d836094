import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { ProgressPatch } from '#shared/contract/progress.contract.ts';
import type { ReturnFileReview, ReturnReview } from '#shared/domain/return-review.ts';
import { PLAN } from '#tests/helpers/a-plan.ts';
import {
  aCell,
  anOffice,
  asKept,
  finish,
  keptFiles,
  type Office,
  refusalOf,
  ticket,
} from '#tests/helpers/an-office.ts';

const FARM = '县农业农村局';
const TRAFFIC = '县交通运输局';

/** Two clerks who work on copies of one file. */
async function twoCopies(before: (office: Office) => Promise<unknown> = async () => undefined) {
  const ours = await anOffice();
  await before(ours);
  const other = await anOffice();
  await other.close();
  fs.copyFileSync(ours.dataFile, other.dataFile);
  return { ours, theirs: await other.reopen() };
}

async function say(office: Office, task: number, agency: string, patch: ProgressPatch, label = '2021-10') {
  const cell = await aCell(office, task, agency, label);
  await office.client.progress.set({ entries: [{ ...cell, patch }] });
}

const receive = async (office: Office, from: Office): Promise<ReturnReview> =>
  finish(await office.client.returns.receiveDataFile({ planId: PLAN, file: ticket(from.dataFile) }));

/** Takes in what is chosen beforehand, or all of it. */
async function accept(office: Office, files: readonly ReturnFileReview[], all = false) {
  const returns = files.flatMap(({ returnId, items }) =>
    returnId === null
      ? []
      : [
          {
            returnId,
            decisions: items
              .filter(({ chosen }) => all || chosen)
              .map(({ key }) => ({ key, choice: 'theirs' as const })),
          },
        ],
  );
  return office.client.returns.accept({ returns });
}

const brief = ({ files }: ReturnReview) =>
  files.flatMap(({ agencyName, periodLabel, items }) =>
    items.map(({ taskNumber, field, base, theirs, ours, state, baseFrom, chosen }) =>
      [agencyName, periodLabel, taskNumber, field, base, theirs, ours, state, baseFrom, chosen].join('|'),
    ),
  );

const progressOf = async (office: Office) =>
  (await office.client.workspace.dump()).progress.map(({ task, agency, period, narrative, status, percent }) =>
    [task, agency, period, narrative, status, percent].join('|'),
  );

test('two copies, worked in apart, are brought together both ways: nothing lost, nothing doubled', async () => {
  const { ours, theirs } = await twoCopies((office) => say(office, 5, FARM, { narrative: '共同的' }, '2021-09'));
  await say(ours, 5, FARM, { narrative: '甲方写的' });
  await say(theirs, 5, FARM, { narrative: '九月改过' }, '2021-09');
  await say(theirs, 10, FARM, { status: 'in-progress', narrative: '乙方写的', percent: 30 });
  await say(theirs, 2, TRAFFIC, { narrative: '车辆消毒' });
  const before = await progressOf(ours);

  const review = await receive(ours, theirs);
  expect(review.files.map((file) => [file.agencyName, file.periodLabel, file.state, file.held, file.leftRows])).toEqual(
    [
      [FARM, '2021-09', 'to-review', null, []],
      [FARM, '2021-10', 'to-review', null, []],
      [TRAFFIC, '2021-10', 'to-review', null, []],
    ],
  );
  expect(brief(review)).toEqual([
    `${FARM}|2021-09|5|narrative|共同的|九月改过|共同的|proposed|common|true`,
    `${FARM}|2021-10|10|status||推进中||proposed|common|true`,
    `${FARM}|2021-10|10|percent||30||proposed|common|true`,
    `${FARM}|2021-10|10|narrative||乙方写的||proposed|common|true`,
    `${TRAFFIC}|2021-10|2|narrative||车辆消毒||proposed|common|true`,
  ]);
  expect(await progressOf(ours)).toEqual(before);

  await accept(ours, review.files);
  const merged = await progressOf(ours);
  expect(merged).toHaveLength(4);
  expect(await ours.client.workspace.check()).toEqual([]);

  await accept(theirs, (await receive(theirs, ours)).files);
  expect(await progressOf(theirs)).toEqual(merged);
  expect(await refusalOf(receive(ours, theirs))).toBe('DATA_FILE_NOTHING_NEW');
  expect(await refusalOf(receive(theirs, ours))).toBe('DATA_FILE_NOTHING_NEW');

  await ours.client.history.undo({});
  expect(await progressOf(ours)).toEqual(before);
});

test('what both changed is a conflict and not chosen; their clearing is told and not chosen', async () => {
  const { ours, theirs } = await twoCopies((office) => say(office, 5, FARM, { narrative: '共同的', problems: '缺人' }));
  await say(ours, 5, FARM, { narrative: '甲方的' });
  await say(theirs, 5, FARM, { narrative: '乙方的', problems: '' });
  const review = await receive(ours, theirs);
  expect(brief(review)).toEqual([
    `${FARM}|2021-10|5|narrative|共同的|乙方的|甲方的|conflict|common|false`,
    `${FARM}|2021-10|5|problems|缺人||缺人|proposed|common|false`,
  ]);
});

test('the same file again gives the same returns; a later version is compared with what was decided last', async () => {
  const { ours, theirs } = await twoCopies();
  await say(theirs, 5, FARM, { narrative: '第一次' });
  const first = await receive(ours, theirs);
  const again = await receive(ours, theirs);
  expect(again.files.map(({ returnId }) => returnId)).toEqual(first.files.map(({ returnId }) => returnId));
  await accept(ours, first.files);
  await say(ours, 5, FARM, { narrative: '第一次，经核实更正' });
  expect(await refusalOf(receive(ours, theirs))).toBe('DATA_FILE_NOTHING_NEW');
  await say(theirs, 5, FARM, { problems: '新的问题' });
  expect(brief(await receive(ours, theirs))).toEqual([`${FARM}|2021-10|5|problems||新的问题||proposed|common|true`]);
});

test('the other file stays as it is and is kept under its hash; what is said survives a restart', async () => {
  const { ours, theirs } = await twoCopies();
  await say(theirs, 5, FARM, { narrative: '乙方的' });
  const before = fs.readFileSync(theirs.dataFile);
  const { files } = await receive(ours, theirs);
  expect(fs.readFileSync(theirs.dataFile)).toEqual(before);
  expect(fs.readdirSync(theirs.folder)).toEqual(['责任矩阵.db']);
  expect(keptFiles(ours)).toEqual([asKept(theirs.dataFile)]);
  const later = await ours.reopen();
  const returnIds = files.flatMap(({ returnId }) => (returnId === null ? [] : [returnId]));
  const review = await later.client.returns.review({ returnIds });
  expect(brief(review)).toEqual([`${FARM}|2021-10|5|narrative||乙方的||proposed|common|true`]);
  await accept(later, review.files);
  expect(await progressOf(later)).toHaveLength(1);
});

test('two files of one plan that were never one: empty cells are filled, different ones are conflicts', async () => {
  const [ours, made] = [await anOffice(), await anOffice()];
  await made.close();
  anotherBeginning(made.dataFile);
  const theirs = await made.reopen();
  await say(ours, 5, FARM, { narrative: '甲方的', problems: '缺人' });
  await say(theirs, 5, FARM, { narrative: '乙方的', percent: 30 });
  await say(theirs, 2, TRAFFIC, { narrative: '车辆消毒' });
  expect(brief(await receive(ours, theirs))).toEqual([
    `${FARM}|2021-10|5|percent||30||proposed||true`,
    `${FARM}|2021-10|5|narrative||乙方的|甲方的|conflict||false`,
    `${TRAFFIC}|2021-10|2|narrative||车辆消毒||proposed||true`,
  ]);
});

/** Makes a data file one that was begun at another moment: the clock of all tests shows the same. */
function anotherBeginning(file: string): void {
  const db = new Database(file);
  const guard = "SELECT sql FROM sqlite_schema WHERE name = 'step_is_final_update'";
  const trigger = String(db.prepare(guard).pluck().get());
  db.exec("DROP TRIGGER step_is_final_update; UPDATE step SET at = '2021-01-01T00:00:00.000Z'");
  db.exec(trigger);
  db.close();
}

test('what differs besides progress is named and left alone; a row of a duty that ours does not know is left over', async () => {
  const { ours, theirs } = await twoCopies();
  const cell = await aCell(theirs, 5, TRAFFIC);
  const { taskId, agencyId } = cell;
  await theirs.client.matrix.setRoles({ cells: [{ taskId, agencyId, role: 'cooperating' }] });
  await say(theirs, 5, TRAFFIC, { narrative: '我局也参与' });
  await say(theirs, 2, TRAFFIC, { narrative: '车辆消毒' });
  const before = await ours.client.workspace.dump();
  const review = await receive(ours, theirs);
  const [file] = review.files;
  expect(brief(review)).toEqual([`${TRAFFIC}|2021-10|2|narrative||车辆消毒||proposed|common|true`]);
  expect(file?.leftRows).toMatchObject([{ fields: { narrative: '我局也参与' } }]);
  expect(file?.notes).toContain(`责任不同：第 5 项${TRAFFIC}（对方配合，本文件无）。`);
  await accept(ours, review.files);
  expect((await ours.client.workspace.dump()).assignments).toEqual(before.assignments);
  const [left] = file?.leftRows ?? [];
  const returnId = file?.returnId;
  if (returnId == null || !left) throw new Error('nothing was received');
  const make = ours.client.returns.makeTask({ returnId, rowNumber: left.rowNumber });
  expect(await refusalOf(make)).toBe('RETURN_ROW_GONE');
});

test('a file that is no other data file of this program is refused, and nothing is kept of it', async () => {
  const office = await anOffice();
  const file = path.join(office.folder, '台账.db');
  fs.writeFileSync(file, '序号,任务\n'.repeat(50));
  const ask = async (name: string) =>
    refusalOf(finish(await office.client.returns.receiveDataFile({ planId: PLAN, file: ticket(name) })));
  expect(await ask(file)).toBe('DATA_FILE_DAMAGED');
  expect(await ask(office.dataFile)).toBe('DATA_FILE_SAME');
  expect(await ask(path.join(office.folder, '没有.db'))).toBe('DATA_FILE_MISSING');
  expect(keptFiles(office)).toEqual([]);
});
