import { describe, expect, it } from 'vitest';
import { activeFilters } from '#renderer/features/filters/active-filters.ts';
import { headerSigns } from '#renderer/features/matrix/header-signs.ts';
import { FIRST_VIEW, type MatrixView, readView } from '#renderer/view/matrix-view.ts';
import { rowsOf, shownTasks } from '#renderer/view/shown-tasks.ts';
import { viewShowing } from '#renderer/view/view-showing.ts';
import { WORDS_SET } from '#shared/domain/light-sets/words.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { agencyId, anAgency, aSection, aTask, sectionId, taskId } from '../a-matrix.ts';

const SECTIONS = [aSection(1, '严格进口冷链食品管控'), aSection(2, '强化突出问题整顿治理')];
const AGENCIES = [anAgency(1, '县公安局'), anAgency(2, '县林业局')];
const TASKS = [
  aTask(1, 1, '完成10批次检验', { 1: ['lead', 'overdue'], 2: ['cooperating', 'overdue'] }),
  aTask(2, 1, '安排检查', { 2: ['lead', 'done'] }),
  aTask(3, 2, '完成9批次检验', { 1: ['co-responsible', 'overdue'] }),
];
// What these rules read of an overview.
const OVERVIEW = { sections: SECTIONS, agencies: AGENCIES, lights: WORDS_SET.lights } as unknown as Overview;

function view(change: Partial<MatrixView>): MatrixView {
  return { ...FIRST_VIEW, ...change };
}

describe('sorting', () => {
  const sorted = (sort: MatrixView['sort']) =>
    shownTasks(TASKS, AGENCIES, { ...view({ sort }), mostPressing: 'overdue' }, '').map((task) => task.number);

  it('follows pinyin, and numbers within a title by their value', () => {
    expect(sorted({ by: 'title', descending: false })).toEqual([2, 3, 1]);
    expect(sorted({ by: 'title', descending: true })).toEqual([1, 3, 2]);
  });

  it('by number, by duties, by overdue and by the role of an agency; equal tasks keep the order of the plan', () => {
    expect(sorted({ by: 'number', descending: true })).toEqual([3, 2, 1]);
    expect(sorted({ by: 'duties', descending: true })).toEqual([1, 2, 3]);
    expect(sorted({ by: 'overdue', descending: false })).toEqual([2, 3, 1]);
    expect(sorted({ by: agencyId(2), descending: false })).toEqual([2, 1, 3]);
    expect(sorted(null)).toEqual([1, 2, 3]);
  });

  it('shows the tasks without headings; the order of the plan brings them back', () => {
    const ids = (sort: MatrixView['sort']) => rowsOf(SECTIONS, TASKS, view({ sort })).map((row) => row.id);
    expect(ids({ by: 'number', descending: false })).toEqual(['task-1', 'task-2', 'task-3']);
    expect(ids(null)).toEqual(['section-1', 'task-1', 'task-2', 'section-2', 'task-3']);
  });
});

describe('rows under the hand', () => {
  const leads = view({ agencyFilters: { [agencyId(1)]: { roles: ['lead'], lights: null } } });
  const cleared = TASKS.map((task) => (task.id === taskId(1) ? { ...task, cells: [] } : task));

  it('stay when an edit puts them outside of the filter, until the clerk asks anew', () => {
    const before = shownTasks(TASKS, AGENCIES, leads, '');
    expect(before.map((task) => task.number)).toEqual([1]);
    expect(shownTasks(cleared, AGENCIES, leads, '', before).map((task) => task.number)).toEqual([1]);
    expect(shownTasks(cleared, AGENCIES, leads, '')).toEqual([]);
  });

  it('do not jump when an edit changes what they are sorted by; new ones come last, removed ones go', () => {
    const sort = view({ sort: { by: 'title', descending: false } });
    const before = shownTasks(TASKS, AGENCIES, sort, '');
    const edited = TASKS.map((task) => (task.id === taskId(2) ? { ...task, title: '组织检查' } : task));
    const added = [...edited, aTask(4, 2, '巴')];
    expect(shownTasks(added, AGENCIES, sort, '', before).map((task) => task.number)).toEqual([2, 3, 1, 4]);
    expect(shownTasks(edited.slice(1), AGENCIES, sort, '', before).map((task) => task.number)).toEqual([2, 3]);
  });
});

describe('a remembered view', () => {
  it('is the view that was left', () => {
    const left = view({
      sections: [sectionId(2), null],
      hiddenTasks: [taskId(3)],
      sort: { by: 'title', descending: true },
    });
    expect(readView(JSON.stringify(left))).toEqual(left);
  });

  it.each([null, '', '{', '7', '[]', '{"lights":"x","sort":5,"hiddenTasks":{},"unknown":1}'])(
    'that makes no sense (%s) harms nothing',
    (text) => {
      const read = readView(text);
      expect(Object.keys(read)).toEqual(Object.keys(FIRST_VIEW));
      expect(read.hiddenTasks).toEqual([]);
      expect(read.lights).toEqual([]);
    },
  );
});

describe('what the clerk is told about the view', () => {
  it('names every filter, hiding and sorting in words, each with its way out', () => {
    const busy = view({
      lights: ['overdue'],
      sections: [sectionId(2)],
      titleTest: { operator: 'contains', text: '检验' },
      agencyFilters: { [agencyId(1)]: { roles: ['lead', 'none'], lights: null } },
      hiddenTasks: [taskId(1)],
      sort: { by: agencyId(2), descending: false },
    });
    const active = activeFilters(busy, OVERVIEW);
    expect(active.map((filter) => filter.label)).toEqual([
      '亮灯：逾期未报',
      '章节：二',
      '任务包含“检验”',
      '公安局：牵头、（空白）',
      '隐藏了 1 行',
      '按林业局升序排列',
    ]);
    const cleared: MatrixView = Object.assign({}, busy, ...active.map((filter) => filter.without));
    expect(activeFilters(cleared, OVERVIEW)).toEqual([]);
  });

  it('says nothing about a view that shows everything', () => {
    expect(activeFilters(FIRST_VIEW, OVERVIEW)).toEqual([]);
  });

  it('marks the heads of filtered columns and the sorted one', () => {
    const signs = headerSigns(
      view({
        titles: ['甲'],
        agencyFilters: { [agencyId(1)]: { roles: ['lead'], lights: null } },
        sort: { by: 'number', descending: true },
      }),
    );
    expect([...signs.filtered].toSorted()).toEqual(['agency-1', 'title']);
    expect(signs.sorted).toEqual({ columnId: 'number', descending: true });
  });
});

describe('going to a cell', () => {
  const going = (change: Partial<MatrixView>, query = '') =>
    viewShowing(
      { taskId: taskId(3), agencyId: agencyId(1) },
      { overview: OVERVIEW, tasks: TASKS },
      view(change),
      query,
    );

  it('opens its section and its family, and brings back its hidden row and column', () => {
    const { view: change, unfilter } = going({
      foldedSections: [sectionId(1), sectionId(2)],
      foldedKinds: ['government', 'party'],
      hiddenTasks: [taskId(2), taskId(3)],
      hiddenAgencies: [agencyId(1), agencyId(2)],
    });
    expect(unfilter).toBe(false);
    expect(change).toEqual({
      foldedSections: [sectionId(1)],
      foldedKinds: ['party'],
      hiddenTasks: [taskId(2)],
      hiddenAgencies: [agencyId(2)],
    });
  });

  it('changes nothing at all when the cell is on show, so that the grid keeps its columns and rows', () => {
    expect(going({ foldedKinds: ['party'], hiddenTasks: [taskId(2)], foldedSections: [sectionId(1)] })).toEqual({
      unfilter: false,
      view: {},
    });
  });

  it('leaves the filters alone for a row that an edit has put outside of them and that stays on show', () => {
    const asked = view({ sections: [sectionId(1)] });
    const cell = { taskId: taskId(3), agencyId: agencyId(1) };
    const shown = viewShowing(cell, { overview: OVERVIEW, tasks: TASKS }, asked, '', () => true);
    expect(shown.unfilter).toBe(false);
  });

  it('keeps filters that show it, and takes away those that do not', () => {
    expect(going({ sections: [sectionId(2)] }).unfilter).toBe(false);
    expect(going({ sections: [sectionId(1)] })).toMatchObject({ unfilter: true, view: { sections: null } });
    expect(going({}, '县林业局').unfilter).toBe(true);
  });
});
