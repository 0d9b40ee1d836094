import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { compareDataFile, type EarlierVersion } from '#backend/cases/returns/compare-data-file.ts';
import { markOfLineage } from '#backend/returns/data-file/lineage.ts';
import { mergeAgencies } from '#db/commands/merge-agencies.commands.ts';
import { setProgress } from '#db/commands/progress.commands.ts';
import { insertTasks } from '#db/commands/task.commands.ts';
import { setTaskTexts } from '#db/commands/task-text.commands.ts';
import type { WritableDb } from '#db/handle.ts';
import { createDataFile, openDataFile } from '#db/open.ts';
import { listTasks } from '#db/queries/plan.queries.ts';
import { lastCommonStep, logEnd } from '#db/queries/two-logs.queries.ts';
import type { ProgressPatch } from '#shared/contract/progress.contract.ts';
import { createTestDb, MADE, nth, PLAN, type TestWorld } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';

let folder = '';
let world: TestWorld;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
});

function open(name: string): WritableDb {
  const db = openDataFile(path.join(folder, name));
  onTestFinished(() => void db.close());
  return db;
}

/** A new data file with the plan of the tests. */
function make(name: string, fill: (db: WritableDb) => void = () => undefined): void {
  createDataFile(path.join(folder, name), (db) => {
    world = createTestDb({ tasks: 3, agencies: 4 }, db);
    fill(db);
  });
}

/** Two files that were one: work done before the copy, then in each. */
function fork(before: (db: WritableDb) => void = () => undefined): {
  readonly ours: WritableDb;
  readonly theirs: WritableDb;
} {
  make('甲.db', before);
  fs.copyFileSync(path.join(folder, '甲.db'), path.join(folder, '乙.db'));
  return { ours: open('甲.db'), theirs: open('乙.db') };
}

let second = 0;

/** No two steps are made at the same moment, in whichever file. */
const moment = (): string => new Date(Date.UTC(2021, 9, 8, 9, 0, ++second)).toISOString();

/** Says something of task, agency and month, each counted from 1. */
function say(db: WritableDb, task: number, agency: number, month: number, patch: ProgressPatch): void {
  const place = {
    taskId: nth(world.taskIds, task - 1),
    agencyId: nth(world.agencyIds, agency - 1),
    periodId: nth(world.periodIds, month - 1),
  };
  setProgress(db, [{ ...place, patch }], { ...MADE, at: moment() });
}

const compare = (ours: WritableDb, theirs: WritableDb, earlier: readonly EarlierVersion[] = []) =>
  compareDataFile(ours, theirs, PLAN, '乙.db', earlier);

/** What comes of a comparison, in short: agency, month, task, base and text of the narrative. */
function narratives({ returns }: ReturnType<typeof compare>) {
  return returns.flatMap(({ agencyId, periodId, table }) =>
    table.rows.map((row) => [
      world.agencyIds.indexOf(agencyId) + 1,
      world.periodIds.indexOf(periodId) + 1,
      Number(row.number),
      row.base?.narrative ?? null,
      row.fields.narrative?.text,
    ]),
  );
}

describe('two copies of one data file', () => {
  test('say what only theirs has, with what both had before; what only ours has is no matter', () => {
    const { ours, theirs } = fork((db) => say(db, 1, 1, 9, { narrative: '九月' }));
    say(theirs, 1, 1, 9, { narrative: '九月，改过' });
    say(theirs, 1, 2, 10, { narrative: '乙写的', percent: 40 });
    say(ours, 2, 1, 10, { narrative: '甲写的' });
    say(ours, 1, 2, 10, { narrative: '甲也写' });
    expect(narratives(compare(ours, theirs))).toEqual([
      [1, 9, 1, '九月', '九月，改过'],
      [2, 10, 1, '', '乙写的'],
    ]);
    expect(narratives(compare(theirs, ours))).toEqual([
      [1, 10, 2, '', '甲写的'],
      [2, 10, 1, '', '甲也写'],
    ]);
  });

  test('were one until the last step that did the same in both, whatever the clock and the labels say', () => {
    const { ours, theirs } = fork((db) => say(db, 1, 1, 9, { narrative: '九月' }));
    const last = logEnd(ours).last;
    expect(lastCommonStep(ours, theirs)).toBe(last);
    // Two clerks type into one cell at the very same moment.
    const place = {
      taskId: nth(world.taskIds, 0),
      agencyId: nth(world.agencyIds, 0),
      periodId: nth(world.periodIds, 9),
    };
    setProgress(theirs, [{ ...place, patch: { narrative: '乙' } }], MADE);
    expect(lastCommonStep(ours, theirs)).toBe(last);
    expect(lastCommonStep(theirs, ours)).toBe(last);
    setProgress(ours, [{ ...place, patch: { narrative: '甲' } }], MADE);
    expect(lastCommonStep(ours, theirs)).toBe(last);
    expect(narratives(compare(ours, theirs))).toEqual([[1, 10, 1, '', '乙']]);
  });

  test('say nothing when both wrote the same, or only ours went on', () => {
    const { ours, theirs } = fork((db) => say(db, 1, 1, 9, { narrative: '九月' }));
    say(ours, 1, 1, 9, { narrative: '九月，改过' });
    say(ours, 2, 1, 10, { narrative: '同样' });
    say(theirs, 2, 1, 10, { narrative: '同样' });
    expect(compare(ours, theirs).returns).toEqual([]);
  });

  test('tell a cell that they cleared', () => {
    const { ours, theirs } = fork((db) => say(db, 1, 1, 9, { narrative: '九月', problems: '有' }));
    say(theirs, 1, 1, 9, { narrative: '' });
    expect(narratives(compare(ours, theirs))).toEqual([[1, 9, 1, '九月', '']]);
  });

  test('take tasks made after the copy for what they say, not for their ids', () => {
    const { ours, theirs } = fork();
    const added = (db: WritableDb, title: string, content: string) =>
      insertTasks(db, PLAN, { endOf: null }, [{ title, content }], 'keep', { ...MADE, at: moment() });
    added(ours, '甲方加的任务', '开展校园周边食品摊点整治行动，建立台账。');
    added(theirs, '乙方加的任务', '推进冷链仓库备案，按季度抽查温度记录。');
    const { notes, returns } = compare(ours, theirs);
    expect(returns).toEqual([]);
    expect(notes).toContain('对方多出的任务（其进展没有带入）：第 4 项“乙方加的任务”。');
    expect(notes).toContain('对方没有的任务：第 4 项“甲方加的任务”。');
  });

  test('find the agency that ours has merged into another since', () => {
    const { ours, theirs } = fork();
    say(theirs, 1, 2, 10, { narrative: '合并前的单位写的' });
    mergeAgencies(ours, nth(world.agencyIds, 1), nth(world.agencyIds, 3), MADE);
    const { returns } = compare(ours, theirs);
    expect(returns.map(({ agencyId }) => agencyId)).toEqual([nth(world.agencyIds, 3)]);
  });

  test('leave a closed period alone and say so', () => {
    const { ours, theirs } = fork();
    say(theirs, 1, 2, 9, { narrative: '迟到的' });
    ours.exec("UPDATE period SET closed_on = '2021-10-01' WHERE label = '2021-09'");
    const { returns, notes } = compare(ours, theirs);
    expect(returns).toEqual([]);
    expect(notes.at(-1)).toBe('“2021-09”在本文件中已关闭，对方有 1 项进展不同，没有带入。');
  });

  test('know the same file again: what was decided last time is the base, not what both had long ago', () => {
    const { ours, theirs } = fork();
    say(theirs, 1, 2, 10, { narrative: '第一次' });
    const first = compare(ours, theirs);
    const lineage = first.returns[0]?.table.shape ?? '';
    expect(markOfLineage(lineage)?.steps).toBe(logEnd(theirs).steps);
    // Taken in, then corrected here: theirs has said nothing since.
    say(ours, 1, 2, 10, { narrative: '第一次，经核实更正' });
    expect(narratives(compare(ours, theirs))).toEqual([[2, 10, 1, '', '第一次']]);
    const settled = { lineage, isSettled: () => true };
    expect(compare(ours, theirs, [settled]).returns).toEqual([]);
    say(theirs, 1, 2, 10, { narrative: '第二次' });
    expect(narratives(compare(ours, theirs, [settled]))).toEqual([[2, 10, 1, '第一次', '第二次']]);
    expect(narratives(compare(ours, theirs, [{ lineage, isSettled: () => false }]))).toEqual([
      [2, 10, 1, '', '第二次'],
    ]);
    // The version of some other file is no version of this one.
    const foreign = { lineage: lineage.replace(/.{8}$/, 'deadbeef'), isSettled: () => true };
    expect(narratives(compare(ours, theirs, [foreign]))).toEqual([[2, 10, 1, '', '第二次']]);
  });
});

describe('two files of the same plan that were never one', () => {
  /** Made a moment later, as another clerk does: no step of it is ours. */
  function unrelated(fill: (db: WritableDb) => void): { readonly ours: WritableDb; readonly theirs: WritableDb } {
    make('乙.db', fill);
    const theirs = open('乙.db');
    make('甲.db');
    const ours = open('甲.db');
    ours.exec('DROP TRIGGER step_is_final_update');
    ours.exec("UPDATE step SET at = '2021-01-01T00:00:00.000Z'");
    return { ours, theirs };
  }

  test('have no base: what differs is told, what theirs leaves empty is not', () => {
    const { ours, theirs } = unrelated((db) => say(db, 1, 2, 10, { narrative: '乙写的' }));
    say(ours, 2, 1, 10, { narrative: '甲写的' });
    expect(narratives(compare(ours, theirs))).toEqual([[2, 10, 1, null, '乙写的']]);
  });

  test('pair their tasks by words and their agencies by names', () => {
    const { ours, theirs } = unrelated((db) => {
      say(db, 3, 4, 10, { narrative: '乙写的' });
      const [first] = listTasks(db, PLAN);
      if (first)
        setTaskTexts(db, [{ taskId: first.id, title: '完全不同的说法', content: '与对方毫不相干的一段文字。' }], MADE);
    });
    const { returns, notes } = compare(ours, theirs);
    expect(returns.flatMap(({ table }) => table.rows.map(({ taskId }) => taskId))).toEqual([nth(world.taskIds, 2)]);
    expect(notes).toContain('对方没有的任务：第 1 项“任务1”。');
  });

  test('are refused when theirs has not this plan', () => {
    const { ours, theirs } = unrelated(() => undefined);
    theirs.exec("UPDATE plan SET title = '别的安排', document_number = '别〔2021〕9号'");
    expect(codeOf(() => compare(ours, theirs))).toBe('DATA_FILE_OTHER_PLAN');
  });
});
