// What the window can enter of a task, its people and its matters goes in and comes out by names here too.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const CLI = fileURLToPath(new URL('../../../backend/cli.ts', import.meta.url));

function matrix(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' });
  return { exit: status, out: stdout, err: stderr };
}

function json(...args: readonly string[]) {
  const { exit, out, err } = matrix(...args, '--json');
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  return JSON.parse(out);
}

function aDataFile(): { readonly db: string; readonly folder: string } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-enters-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  const db = path.join(folder, '责任 矩阵.db');
  expect(matrix('init', db).exit).toBe(0);
  return { db, folder };
}

// Some ten starts of the real program each; a busy machine takes a second or two for one.
const ROUND_TIMEOUT_MS = 90_000;
const today = ['--today', '2021-10-12'];

test('milestones are planned, reached, changed and taken out', { timeout: ROUND_TIMEOUT_MS }, () => {
  const { db } = aDataFile();
  const set = ['milestone', 'set', db, '--task', '16'];
  expect(matrix(...set, '--title', '印发方案').err).toMatch(/^BAD_PARAMS: .*--planned/u);
  json(...set, '--title', '印发方案', '--planned', '2021-03-31', '--done', '2021-04-02');
  json(...set, '--title', '完成抽检', '--planned', '2021-09-30', '--agency', '县发展和改革局');
  expect(json('milestone', 'list', db, '--task', '16', ...today)).toMatchObject([
    {
      task: 16,
      number: 1,
      agency: null,
      title: '印发方案',
      plannedOn: '2021-03-31',
      state: 'done',
      words: '完成，晚2天',
    },
    { number: 2, agency: '县发展和改革局', title: '完成抽检', doneOn: null, state: 'late', words: '逾期12天' },
  ]);
  json(...set, '--number', '2', '--done', '2021-09-29', '--agency', 'none');
  json(...set, '--number', '1', '--remove');
  expect(json('milestone', 'list', db, ...today)).toMatchObject([
    { number: 1, agency: null, title: '完成抽检', plannedOn: '2021-09-30', doneOn: '2021-09-29', words: '按时完成' },
  ]);
  expect(matrix(...set, '--number', '2', '--done', 'none').err).toMatch(/^ROW_NUMBER_UNKNOWN: .*第 2 条（共 1 条）/u);
  expect(matrix(...set, '--number', '1', '--done', 'bald').exit).toBe(2);
});

test('sub-items have a unit, a day and a state of their own', { timeout: ROUND_TIMEOUT_MS }, () => {
  const { db } = aDataFile();
  const set = ['sub-item', 'set', db, '--task', '16'];
  json(...set, '--title', '粮库抽检', '--agency', '县发展和改革局', '--due', '2021-10-15');
  expect(json('sub-item', 'list', db, '--task', '16', ...today)).toMatchObject([
    { task: 16, number: 1, agency: '县发展和改革局', title: '粮库抽检', status: null, state: 'soon' },
  ]);
  json(...set, '--number', '1', '--status', '已完成', '--percent', '100', '--note', '全部合格');
  expect(json('sub-item', 'list', db, ...today)).toMatchObject([
    { status: 'done', percent: 100, note: '全部合格', dueOn: '2021-10-15', state: 'done' },
  ]);
  expect(matrix(...set, '--number', '1', '--status', '不知').err).toMatch(/^STATUS_UNKNOWN: /u);
  json(...set, '--number', '1', '--remove');
  expect(json('sub-item', 'list', db)).toEqual([]);
});

test('targets of a task are defined, changed and taken out', { timeout: ROUND_TIMEOUT_MS }, () => {
  const { db } = aDataFile();
  const define = ['target', 'define', db, '--task', '16'];
  const targets = () => {
    const rows = json('ledger', db, '--period', '2021-10', ...today);
    const row = rows.find(({ task }: { task: number }) => task === 16);
    return row.targets.map(({ name, comparator, target, unit }: Record<string, unknown>) => [
      name,
      comparator,
      target,
      unit,
    ]);
  };
  json(...define, '--name', '合格率', '--value', '98', '--unit', '%');
  const [first] = targets();
  expect(targets()).toEqual([first, ['合格率', '≥', 98, '%']]);
  json(...define, '--target', '合格率', '--value', '99', '--comparator', '=');
  expect(targets()).toEqual([first, ['合格率', '=', 99, '%']]);
  json(...define, '--target', '2', '--remove');
  expect(targets()).toEqual([first]);
  expect(matrix(...define, '--name', '无数').err).toMatch(/^BAD_PARAMS: .*--value/u);
  expect(matrix(...define, '--target', '没有', '--remove').err).toMatch(/^TARGET_UNKNOWN: /u);
});

test('leaders are named, follow one another, and tasks go with them', { timeout: ROUND_TIMEOUT_MS }, () => {
  const { db } = aDataFile();
  json('leader', 'set', db, '--name', '张三', '--post', '副县长', '--since', '2020-01-01');
  json('people', 'set', db, '--task', '5,8', '--leader-in-charge', '张三', '--person-in-charge', '李四');
  json('leader', 'set', db, '--leader', '张三', '--post', '县委常委、副县长');
  expect(json('leaders', db).leaders).toMatchObject([
    { name: '张三', post: '县委常委、副县长', since: '2020-01-01', until: null, tasks: { leaderInCharge: 2 } },
  ]);
  json('leader', 'succeed', db, '--leader', '张三', '--name', '王五', '--on', '2021-10-01');
  expect(json('leaders', db, '--leader', '王五')).toMatchObject([{ task: 5 }, { task: 8 }]);
  json('leader', 'remove', db, '--leader', '张三');
  expect(json('leaders', db).leaders).toMatchObject([{ name: '王五', tasks: { leaderInCharge: 2 } }]);
  expect(matrix('leader', 'remove', db, '--leader', '赵六').err).toMatch(/^LEADER_UNKNOWN: /u);
  expect(matrix('people', 'set', db, '--task', '5').err).toMatch(/^BAD_PARAMS: /u);
});

test('matters are corrected and taken out; evidence is renamed and taken out', { timeout: ROUND_TIMEOUT_MS }, () => {
  const { db, folder } = aDataFile();
  const add = ['matter', 'add', db, '--kind', '会议议定', '--content', '开展专项整治。', '--source', '常务会议'];
  json(...add, '--on', '2021-09-24', '--workdays', '30', '--lead', '县教育局');
  json('matter', 'edit', db, '--task', '54', '--source', '县政府第12次常务会议', '--due', '2021-12-01');
  expect(json('matter', 'list', db)).toMatchObject([
    { task: 54, kind: 'meeting', source: '县政府第12次常务会议', workdays: null, dueOn: '2021-12-01' },
  ]);
  json('matter', 'edit', db, '--task', '54', '--workdays', '30');
  expect(json('matter', 'list', db)).toMatchObject([{ workdays: 30, dueOn: '2021-11-10' }]);
  expect(matrix('matter', 'edit', db, '--task', '5', '--title', '甲').exit).toBe(1);
  json('matter', 'remove', db, '--task', '54');
  expect(json('matter', 'list', db)).toEqual([]);

  const file = path.join(folder, '记录.pdf');
  fs.writeFileSync(file, '记录');
  json('evidence', 'add', db, file, '--task', '5', '--agency', '县农业农村局');
  const named = ['--number', '5-县农业农村局-01'];
  json('evidence', 'set', db, ...named, '--title', '检查记录', '--note', '原件在档案室');
  expect(json('evidence', 'list', db)).toMatchObject([{ title: '检查记录', note: '原件在档案室' }]);
  json('evidence', 'remove', db, ...named);
  expect(json('evidence', 'list', db)).toEqual([]);
  expect(matrix('evidence', 'remove', db, ...named).err).toMatch(/^EVIDENCE_UNKNOWN: /u);
});

test('a new year goes on with the tasks that are named', { timeout: ROUND_TIMEOUT_MS }, () => {
  const { db, folder } = aDataFile();
  const document = path.join(folder, '2022.txt');
  fs.writeFileSync(
    document,
    '2022年食品安全重点工作安排\n一、工作任务\n1.开展农药残留专项治理。（县农业农村局负责）\n2.强化校园食品安全。（县教育局负责）\n',
  );
  const begin = ['year', 'new', db, '--document', document, '--dry-run'];
  const linked = json(...begin, '--links', '1=7,2=none');
  const items = linked.items.map(({ task, previousTask }: Record<string, unknown>) => [task, previousTask]);
  expect(items).toContainEqual([1, 7]);
  expect(items).toContainEqual([2, null]);
  expect(matrix(...begin, '--links', '1=99').err).toMatch(/^TASK_UNKNOWN: /u);
  expect(matrix(...begin, '--links', 'eins').exit).toBe(2);
});
