// The embedded plan as a document that was just read: its units known but for one.
import type { TaskId } from '#shared/domain/ids.ts';
import type { PlanComparison } from '#shared/domain/plan-comparison.ts';
import type { PlanReview, ProposedAgency } from '#shared/domain/plan-review.ts';
import type { FakeWorld } from './fake-world.ts';

/** The last unit of the directory is made unknown, so that its doubt can be looked at. */
export function aPlanReview(world: FakeWorld): PlanReview {
  const { text, reading } = world.source;
  const agencies = world.agencies.map((agency, index): ProposedAgency => {
    const { name, shortName, kind, pinyin } = agency;
    const isKnown = index < world.agencies.length - 1;
    return {
      name,
      shortName,
      kind,
      pinyin,
      aliases: [...agency.aliases],
      members: [],
      isKnown,
      aliasOf: null,
      nearest: isKnown ? [] : ['县教育局'],
    };
  });
  return {
    reviewId: 'review',
    source: { name: '县2022年食品安全重点工作安排.docx', sha256: '0'.repeat(64), text },
    reading,
    agencies,
    others: [],
  };
}

/** One change of most kinds, as a newer version of the plan would bring. */
export function aComparison(world: FakeWorld): PlanComparison {
  const [first, second] = world.tasks;
  const about = { note: '', overridesHand: false, number: 2 };
  const text = second?.content ?? '';
  return {
    changes: [
      {
        ...about,
        id: 'removed 1',
        kind: 'removed',
        taskId: 1 as TaskId,
        title: `第 1 项 ${first?.title}`,
        before: first?.content ?? '',
        after: '',
        note: '已登记 2 条进展，移出后仍保留',
      },
      {
        ...about,
        id: 'text 2',
        kind: 'text',
        taskId: 2 as TaskId,
        title: `第 2 项 ${second?.title}`,
        before: text,
        after: text.replace('规范', '规范和操作规程'),
      },
      {
        ...about,
        id: 'roles 2',
        kind: 'roles',
        taskId: 2 as TaskId,
        title: `第 2 项 ${second?.title}`,
        before: '牵头：县交通运输局',
        after: '牵头：县交通运输局；配合：县公安局',
      },
    ],
    sameYear: true,
    matched: 52,
    tasksBefore: 53,
    tasksAfter: 53,
  };
}
