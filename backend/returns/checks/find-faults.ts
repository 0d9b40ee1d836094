import type { ReturnedEntry } from '#backend/returns/comparing/compare-return.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { ProgressField } from '#shared/domain/progress.ts';
import type { ReturnFault } from '#shared/domain/return-review.ts';
import type { ReturnRuleName } from '#shared/domain/return-rules.ts';
import { STATUS_LABELS } from '#shared/domain/status.ts';
import { type EntryKey, entryKey } from '../entry-key.ts';
import { NO_PROGRESS, type ProgressTexts } from '../progress-texts.ts';
import { type CheckedTarget, figureAgainstPercent, figureAgainstTarget, figureBelowLast } from './check-figures.ts';
import { COPY_LIKENESS, type CopyFound, copiedShare, copyLikeness, indexCopies } from './near-duplicates.ts';
import { isStockPhrase, saysNone } from './stock-phrases.ts';

/** What the returns of one period are checked against. */
export type FaultGround = {
  readonly tasks: readonly {
    readonly taskId: TaskId;
    readonly content: string;
    readonly targets: readonly CheckedTarget[];
  }[];
  /** What stands for the period before, of all agencies. */
  readonly last: ReadonlyMap<EntryKey, ProgressTexts>;
  /** Reports for this period: those that stand, and those of the other files of the review. */
  readonly narratives: readonly NarrativeOf[];
  /** Rules that are switched on. */
  readonly rules: ReadonlySet<ReturnRuleName>;
};

export type NarrativeOf = {
  readonly agencyId: AgencyId;
  readonly agencyName: string;
  readonly taskId: TaskId;
  readonly text: string;
};

/** A fault, with the cells it casts a doubt on. */
export type FoundFault = ReturnFault & { readonly agencyId: AgencyId; readonly fields: readonly ProgressField[] };

type Facts = {
  readonly entry: ReturnedEntry;
  readonly content: string;
  readonly targets: readonly CheckedTarget[];
  readonly last: ProgressTexts;
  readonly copyOf: (text: string, agencyId: AgencyId) => CopyFound<NarrativeOf> | undefined;
};

/** One rule: the cells it is about, the first of them where the sentence points, and what is wrong with them. */
type Rule = {
  readonly fields: readonly ProgressField[];
  /** Fields that must have come back and be readable, for the rule to say anything. */
  readonly needs: readonly ProgressField[];
  /** In Chinese, without a full stop; `null`: nothing wrong. */
  readonly check: (facts: Facts) => string | null;
};

function percent(likeness: number): string {
  return `${Math.round(likeness * 100)}%`;
}

/** The mark at the beginning of the form's column 上期进展: 〔2021年9月〕. Nobody begins a report of their own with it. */
const COPIED_COLUMN = /^〔\d{4}年[^〕]{0,12}〕/u;

const RULES: Readonly<Record<ReturnRuleName, Rule>> = {
  'done-without-narrative': {
    fields: ['status'],
    needs: ['status', 'narrative'],
    check: ({ entry: { texts } }) =>
      texts.status === STATUS_LABELS.done && texts.narrative === '' ? '状态为“已完成”，进展情况未填' : null,
  },
  'blocked-without-problem': {
    fields: ['problems', 'status'],
    needs: ['status', 'problems'],
    check: ({ entry: { texts } }) =>
      texts.status === STATUS_LABELS.blocked && saysNone(texts.problems)
        ? `状态为“受阻”，存在问题却填“${texts.problems}”`
        : null,
  },
  'same-as-last': {
    fields: ['narrative'],
    needs: ['narrative'],
    check: ({ entry: { texts }, last }) => {
      if (COPIED_COLUMN.test(texts.narrative)) return '进展情况照搬了“上期进展”一列';
      const like = copyLikeness(texts.narrative, last.narrative);
      return like >= COPY_LIKENESS ? `进展情况与上期相同（${percent(like)}）` : null;
    },
  },
  'same-as-other': {
    fields: ['narrative'],
    needs: ['narrative'],
    check: ({ entry: { texts, task }, copyOf }) => {
      const copy = copyOf(texts.narrative, task.agencyId);
      return copy ? `进展情况与${copy.source.agencyName}的相同（${percent(copy.likeness)}）` : null;
    },
  },
  'same-as-plan': {
    fields: ['narrative'],
    needs: ['narrative'],
    check: ({ entry: { texts }, content }) => {
      const share = copiedShare(texts.narrative, content);
      return share >= COPY_LIKENESS ? `进展情况照抄任务原文（${percent(share)}）` : null;
    },
  },
  'figure-against-target': {
    fields: ['narrative', 'status', 'percent'],
    needs: ['narrative'],
    check: ({ entry: { texts }, targets }) => figureAgainstTarget(texts, targets),
  },
  'figure-against-percent': {
    fields: ['percent', 'narrative'],
    needs: ['percent', 'narrative'],
    check: ({ entry: { texts } }) => figureAgainstPercent(texts),
  },
  'figure-below-last': {
    fields: ['narrative'],
    needs: ['narrative'],
    check: ({ entry: { texts }, last }) => figureBelowLast(texts.narrative, last.narrative),
  },
  'words-only': {
    fields: ['narrative'],
    needs: ['narrative'],
    check: ({ entry: { texts } }) =>
      isStockPhrase(texts.narrative) ? `进展情况只写了“${texts.narrative.trim()}”，没有具体内容、数字或日期` : null,
  },
  'done-below-hundred': {
    fields: ['percent', 'status'],
    needs: ['status', 'percent'],
    check: ({ entry: { texts } }) =>
      texts.status === STATUS_LABELS.done && texts.percent !== '' && Number(texts.percent) < 100
        ? `状态为“已完成”，完成比例是 ${texts.percent}%`
        : null,
  },
};

/**
 * Looks at what came back by the rules that are on (shared/domain/return-rules.ts). Prepared once for a review.
 *
 * @returns for the entries of a table the faults found, in their order
 */
export function prepareFaults(ground: FaultGround): (entries: readonly ReturnedEntry[]) => readonly FoundFault[] {
  const tasks = new Map(ground.tasks.map((task) => [task.taskId, task]));
  const copies = indexCopies(ground.narratives.map((source) => ({ text: source.text, source })));
  const copyOf: Facts['copyOf'] = (text, agencyId) => copies(text, (source) => source.agencyId !== agencyId);
  const rules = Object.entries(RULES).filter(([name]) => (ground.rules as ReadonlySet<string>).has(name));
  return (entries) =>
    entries.flatMap((entry) => {
      const { task, places } = entry;
      const plan = tasks.get(task.taskId);
      const facts: Facts = {
        entry,
        content: plan?.content ?? task.content,
        targets: plan?.targets ?? [],
        last: ground.last.get(entryKey(task.taskId, task.agencyId)) ?? NO_PROGRESS,
        copyOf,
      };
      return rules.flatMap(([name, { fields, needs, check }]): FoundFault[] => {
        const wrong = needs.every((field) => field in places) ? check(facts) : null;
        if (wrong === null) return [];
        const [field = null] = fields;
        return [
          {
            rule: name,
            sentence: `第 ${task.number} 项：${wrong}。`,
            taskId: task.taskId,
            agencyId: task.agencyId,
            field,
            fields,
            place: (field === null ? null : places[field]) ?? null,
          },
        ];
      });
    });
}
