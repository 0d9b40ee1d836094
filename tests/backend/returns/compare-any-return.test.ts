import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryKey } from '#backend/returns/entry-key.ts';
import type { ProgressTexts } from '#backend/returns/progress-texts.ts';
import { PROGRESS_FIELDS } from '#shared/domain/progress.ts';
import { aRow, compareRows, entryOf, readable, TASKS, TEXTS, toldOf } from './returned-rows.ts';

describe('any return', () => {
  const text = fc.constantFrom('', '甲', '乙 ', '已检查 12 家', '正在推进');
  const texts = fc.record<ProgressTexts>({
    status: fc.constantFrom('', '推进中', '已完成', '未启动'),
    percent: fc.constantFrom('', '0', '50', '100'),
    narrative: text,
    problems: text,
    nextSteps: text,
    reportedOn: fc.constantFrom('', '2021-10-08', '2012-10-08'),
  });

  it('that comes back untouched asks nobody anything, whatever we changed meanwhile', () => {
    fc.assert(
      fc.property(texts, texts, (sent, ours) => {
        // 100% and no status would be an offer: the one thing that is said of an untouched form.
        fc.pre(!(sent.percent === '100' && sent.status === '' && ours.status === ''));
        const row = aRow({}, sent);
        const compared = compareRows([row], { sent: entryOf(sent), ours: entryOf(ours) });
        expect(compared.items).toEqual([]);
        expect(compared.untouched.size).toBe(PROGRESS_FIELDS.length);
      }),
    );
  });

  it('has no cell chosen that has a doubt, is a conflict, is empty or was sent so', () => {
    const cell = fc.record({
      doubt: fc.constantFrom('', '', '由“x”读作'),
      readable: fc.constantFrom(true, true, false),
    });
    fc.assert(
      fc.property(
        texts,
        texts,
        texts,
        fc.option(texts),
        cell,
        fc.constantFrom('', '表有疑点'),
        (sent, theirs, ours, earlier, odd, doubt) => {
          const narrative = { ...readable(theirs.narrative, odd.doubt), readable: odd.readable };
          const { items } = compareRows([aRow({ fields: { narrative } }, theirs)], {
            sent: entryOf(sent),
            ours: entryOf(ours),
            told: earlier ? toldOf(earlier) : new Map(),
            doubts: [doubt],
          });
          for (const item of items.filter(({ chosen }) => chosen)) {
            expect(item).toMatchObject({ state: 'proposed', doubt: '', doubts: [], retraction: false });
            expect(item.theirs).not.toBe('');
            expect(item.base.trim()).toBe(item.ours.trim());
            expect(doubt).toBe('');
          }
          expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
        },
      ),
    );
  });

  it('has each of its cells either among its items or among the untouched', () => {
    fc.assert(
      fc.property(texts, texts, texts, (sent, theirs, ours) => {
        const rows = TASKS.map((task, index) =>
          aRow(
            { rowNumber: index + 5, taskId: task.taskId, number: String(task.number), taskText: TEXTS[index] ?? '' },
            theirs,
          ),
        );
        const { items, untouched, unchangedCells } = compareRows(rows, {
          sent: new Map(TASKS.map((task) => [entryKey(task.taskId, task.agencyId), sent])),
          ours: new Map(TASKS.map((task) => [entryKey(task.taskId, task.agencyId), ours])),
        });
        expect(items.length + unchangedCells).toBe(rows.length * PROGRESS_FIELDS.length);
        expect(items.some(({ key }) => untouched.has(key))).toBe(false);
      }),
    );
  });
});
