import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FindScope, findHits, findInLedger, neighbour } from '#renderer/features/find/find-hits.ts';
import { type FindWish, finderOf } from '#renderer/features/find/find-text.ts';
import { IN_LEDGER, planReplacement } from '#renderer/features/find/plan-replacement.ts';
import type { ProgressText } from '#shared/domain/progress.ts';
import { aRow } from '../../a-ledger.ts';
import { agencyId, anAgency, aTask, taskId } from '../../a-matrix.ts';

const AGENCIES = [anAgency(1, '县公安局'), anAgency(2, '县林业局')];
const TASKS = [
  { ...aTask(1, 1, '检验检测', { 1: ['lead', 'overdue'] }), notes: [{ agencyId: agencyId(2), text: '请核对检测数' }] },
  aTask(2, 1, '巡查', { 1: ['cooperating', 'done'], 2: ['lead', 'done'] }),
];
const PROGRESS: readonly ProgressText[] = [
  { taskId: taskId(2), agencyId: agencyId(2), narrative: '已检测12次', problems: '', nextSteps: '继续检测' },
];

function wish(words: string, more: Partial<FindWish> = {}): FindWish {
  return { words, matchCase: false, wholeCell: false, ...more };
}

function found(words: string, scope: FindScope = 'all', more: Partial<FindWish> = {}) {
  return findHits({ tasks: TASKS, agencies: AGENCIES, progress: PROGRESS }, scope, wish(words, more));
}

const ids = (hits: ReturnType<typeof found>) => hits.map((hit) => hit.id);

describe('finding', () => {
  it('looks through titles, full texts, progress and notes, task by task from left to right', () => {
    expect(ids(found('检测'))).toEqual(['title-1-', 'content-1-', 'note-1-2', 'narrative-2-2', 'nextSteps-2-2']);
    expect(ids(found('检测', 'task'))).toEqual(['title-1-', 'content-1-']);
    expect(ids(found('检测', 'progress'))).toEqual(['narrative-2-2', 'nextSteps-2-2']);
    expect(ids(found('检测', 'note'))).toEqual(['note-1-2']);
  });

  it('finds agencies by name and marks by the word or sign of their role', () => {
    expect(ids(found('林业', 'agency'))).toEqual(['agency--2']);
    expect(ids(found('牵头'))).toEqual(['role-1-1', 'role-2-2']);
    expect(ids(found('△', 'role'))).toEqual(['role-2-1']);
  });

  it('takes a bare digit for text, although typed into a cell it would name a role', () => {
    expect(ids(found('1'))).toEqual(['narrative-2-2']);
    expect(ids(found('1', 'role'))).toEqual([]);
  });

  it('finds nothing for no words, and only whole texts when asked so', () => {
    expect(found('')).toEqual([]);
    expect(ids(found('巡查', 'task', { wholeCell: true }))).toEqual(['title-2-']);
    expect(ids(found('巡', 'task', { wholeCell: true }))).toEqual([]);
  });

  it('minds capital letters only when asked so', () => {
    const spans = (more: Partial<FindWish>) => finderOf(wish('haccp', more))?.spans('推行HACCP体系').length;
    expect(spans({})).toBe(1);
    expect(spans({ matchCase: true })).toBe(0);
  });

  it('takes full and half width signs for the same, and replaces them in their places', () => {
    const finder = finderOf(wish('65%'));
    expect(finder?.spans('覆盖率６５％以上，65%')).toEqual([
      { start: 3, end: 6 },
      { start: 9, end: 12 },
    ]);
    expect(finder?.replaced('覆盖率６５％以上，65%', '70%')).toBe('覆盖率70%以上，70%');
  });

  it('walks over the units once, not once for each task that has nothing to look at', () => {
    let walks = 0;
    const counted = new Proxy(AGENCIES, {
      get: (target, key, receiver) => {
        if (key === Symbol.iterator) walks += 1;
        return Reflect.get(target, key, receiver);
      },
    });
    const plain = Array.from({ length: 50 }, (_, index) => aTask(index + 1, 1, '甲', { 1: ['lead', 'done'] }));
    findHits({ tasks: plain, agencies: counted, progress: [] }, 'all', wish('检测'));
    expect(walks).toBe(1);
  });

  it('takes every sign literally', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), fc.string(), (words, before, after) => {
        const finder = finderOf(wish(words, { matchCase: true }));
        expect(finder?.spans(before + words + after).length).toBeGreaterThan(0);
        expect(finder?.replaced(words, '$&$1')).toBe('$&$1');
      }),
    );
  });

  it('goes on around the end, in both directions', () => {
    const hits = found('检测');
    expect(neighbour(hits, null, 1)?.id).toBe('title-1-');
    expect(neighbour(hits, 'nextSteps-2-2', 1)?.id).toBe('title-1-');
    expect(neighbour(hits, 'title-1-', -1)?.id).toBe('nextSteps-2-2');
    expect(neighbour([], null, 1)).toBeNull();
  });
});

describe('replacing', () => {
  it('changes every occurrence in title and full text of a task in one edit', () => {
    expect(planReplacement(found('检', 'task'), wish('检'), '查')).toEqual({
      kind: 'texts',
      edits: [{ taskId: 1, title: '查验查测', content: '查验查测。全文。' }],
      left: 0,
    });
  });

  it('changes marks to another role or clears them, and refuses what is no role', () => {
    const hits = found('牵头', 'role');
    expect(planReplacement(hits, wish('牵头'), '配合')).toMatchObject({
      kind: 'roles',
      cells: [{ role: 'cooperating' }, { role: 'cooperating' }],
    });
    expect(planReplacement(hits, wish('牵头'), '')).toMatchObject({ cells: [{ role: null }, { role: null }] });
    expect(planReplacement(hits, wish('牵头'), '主席')).toEqual({ kind: 'no-role' });
  });

  it('leaves names of agencies and progress alone and counts them', () => {
    const hits = [...found('检测', 'task'), ...found('检测', 'progress')];
    expect(planReplacement(hits, wish('检测'), '抽检')).toMatchObject({ kind: 'texts', left: 2 });
    expect(planReplacement(found('林业', 'agency'), wish('林业'), '森林')).toEqual({ kind: 'nothing' });
  });

  it('in the ledger changes what is written there, a cell’s texts together, and leaves titles and units alone', () => {
    const lines = [
      aRow(1, 1, { title: '检测', narrative: '检测三次', problems: '检测缺人' }),
      aRow(1, 2, { title: '检测', agencyName: '检测站' }),
    ];
    const hits = findInLedger(lines, 'all', wish('检测'));
    expect(hits.map(({ id }) => id)).toEqual(['title-1-1', 'narrative-1-1', 'problems-1-1', 'agency-1-2']);
    expect(planReplacement(hits, wish('检测'), '抽检', IN_LEDGER)).toEqual({
      kind: 'progress',
      entries: [{ taskId: 1, agencyId: 1, patch: { narrative: '抽检三次', problems: '抽检缺人' } }],
      left: 2,
    });
  });

  it('asks for a narrower search when one step would have to change texts and notes', () => {
    expect(planReplacement(found('检测'), wish('检测'), '抽检')).toEqual({ kind: 'mixed' });
    expect(planReplacement(found('检测', 'note'), wish('检测'), '抽检')).toEqual({
      kind: 'notes',
      notes: [{ taskId: 1, agencyId: 2, text: '请核对抽检数' }],
      left: 0,
    });
  });

  it('does nothing when the words are replaced by themselves', () => {
    expect(planReplacement(found('检', 'task'), wish('检'), '检')).toEqual({ kind: 'nothing' });
  });
});
