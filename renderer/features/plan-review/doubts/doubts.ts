import type { PlanReading, ReadWarning, Repair, Span } from '#shared/domain/plan-reading.ts';
import { agencyByWriting, type Draft, type DraftTask, hasSource, shownSpan } from '../draft/draft.ts';
import { lastStartingAt } from '../source/source-lines.ts';

export const DOUBT_KINDS = [
  'NO_RESPONSIBILITY',
  'NO_LEAD',
  'SEVERAL_LEADS',
  'NUMBER_REPEATED',
  'NUMBER_GAP',
  'ALIAS_PROPOSED',
  'UNKNOWN_AGENCY',
  'REPAIR',
  'LOOK_ALIKE_LEFT_OUT',
  'RULE_APPLIED',
  'NOTE',
] as const;
export type DoubtKind = (typeof DOUBT_KINDS)[number];

/** Something a person should look at before the plan is created. */
export type Doubt = {
  /** Stays the same while the draft changes, so that 已核对 stays with it. */
  readonly id: string;
  readonly kind: DoubtKind;
  readonly message: string;
  /** Key of the task it speaks of. */
  readonly task: number | null;
  readonly span: Span | null;
  /** Writing of the unit it speaks of. */
  readonly agency: string | null;
  readonly repair: Repair | null;
  /** A person has looked at it and lets it stand. */
  readonly isSeen: boolean;
};

type Found = Omit<Doubt, 'id' | 'isSeen' | 'agency' | 'repair' | 'span'> &
  Partial<Pick<Doubt, 'agency' | 'repair' | 'span'>> & { readonly about: string | number };

/**
 * Every doubt of a plan under review, in the order of the document. What the draft itself shows (who leads, which unit
 * is unknown) is found anew after each edit, so it goes away when it is put right; what only the reader knows (a
 * sentence that was mended, a bracket that was left out) stays until a person has looked at it.
 */
export function doubtsOf(draft: Draft, reading: PlanReading): readonly Doubt[] {
  const found = [
    ...readerDoubts(draft, reading),
    ...repairDoubts(draft),
    ...draft.tasks.flatMap((task, index) => numberDoubts(task, draft.tasks[index - 1])),
    ...draft.tasks.flatMap((task) => {
      const doubts = LEAD_DOUBTS.get(task) ?? leadDoubts(task);
      LEAD_DOUBTS.set(task, doubts);
      return doubts;
    }),
    ...agencyDoubts(draft),
  ];
  const starts = new Map(draft.tasks.map((task) => [task.key, task.span.start]));
  const startOf = ({ span, task }: Doubt): number => span?.start ?? starts.get(task ?? 0) ?? -1;
  return found
    .map(({ about, agency = null, repair = null, span = null, ...doubt }): Doubt => {
      const id = `${doubt.kind} ${about}`;
      return { ...doubt, id, agency, repair, span, isSeen: draft.seen.has(id) };
    })
    .toSorted((a, b) => startOf(a) - startOf(b));
}

const NONE: readonly Found[] = [];

function numberDoubts({ key, number }: DraftTask, before: DraftTask | undefined): readonly Found[] {
  if (!before || number > before.number) return NONE;
  const message = `序号 ${number} 没有接在上一项 ${before.number} 之后。`;
  return [{ kind: 'NUMBER_REPEATED', about: key, task: key, message }];
}

/** Doubts of tasks that did not change since: an edit touches one of ten thousand. */
const LEAD_DOUBTS = new WeakMap<DraftTask, readonly Found[]>();

function leadDoubts(task: DraftTask): readonly Found[] {
  const { key, number } = task;
  const place = { about: key, task: key };
  const span = task.responsibilities.find((item) => hasSource(item.span))?.span ?? null;
  const roles = task.responsibilities.flatMap((item) => item.roles);
  const leads = roles.filter((role) => role.role === 'lead').map((role) => role.agency);
  const crowded = task.responsibilities.some((item) => item.roles.filter((role) => role.role === 'lead').length > 1);
  if (roles.length === 0) return [{ ...place, kind: 'NO_RESPONSIBILITY', message: `第 ${number} 项没有责任单位。` }];
  if (leads.length === 0) return [{ ...place, span, kind: 'NO_LEAD', message: `第 ${number} 项没有写明牵头单位。` }];
  if (!crowded) return NONE;
  const message = `第 ${number} 项有 ${leads.length} 个牵头单位：${leads.join('、')}。`;
  return [{ ...place, span, kind: 'SEVERAL_LEADS', message }];
}

/** Each unit once, at the first task that names it. */
function agencyDoubts({ agencies, tasks }: Draft): readonly Found[] {
  const agencyOf = agencyByWriting(agencies);
  const open = new Set(agencies.filter((agency) => !agency.isKnown).map((agency) => agency.name));
  const doubts: Found[] = [];
  for (const task of tasks) {
    if (open.size === 0) break;
    for (const { agency: writing, span } of task.responsibilities.flatMap((item) => item.roles)) {
      const agency = agencyOf.get(writing);
      if (!agency || !open.delete(agency.name)) continue;
      const { name, aliasOf } = agency;
      const place = { about: name, agency: name, task: task.key, span: hasSource(span) ? span : null };
      doubts.push(
        aliasOf === null
          ? { ...place, kind: 'UNKNOWN_AGENCY', message: `单位名录中没有“${name}”。` }
          : { ...place, kind: 'ALIAS_PROPOSED', message: `“${name}”与“${aliasOf}”可能是同一单位。` },
      );
    }
  }
  return doubts;
}

const REPAIR_WORDS: Readonly<Record<Repair['kind'], string>> = {
  'page-break': '句子被分页或换行断开，已接上',
  'bracket-closed-early': '括号提前关闭，已改读',
  'unclosed-bracket': '括号没有关闭，已补上',
  width: '全角半角混用，已统一',
  'joined-units': '两个单位连写，已分开',
};

function repairDoubts({ repairs, tasks }: Draft): readonly Found[] {
  const places = tasks
    .filter((task) => hasSource(task.span))
    .map((task) => ({ start: task.span.start, task }))
    .toSorted((a, b) => a.start - b.start);
  // Mixed widths are told once for the whole document.
  return repairs
    .filter((repair) => repair.kind !== 'width')
    .map((repair) => {
      const task = places[lastStartingAt(places, repair.span.start)]?.task;
      return repairDoubt(repair, task && repair.span.start < task.span.end ? task : undefined);
    });
}

function repairDoubt(repair: Repair, task: DraftTask | undefined): Found {
  const { span, before, after } = repair;
  const words = repair.refused === true ? '未作修改，按原文读取' : REPAIR_WORDS[repair.kind];
  return {
    kind: 'REPAIR',
    about: `${repair.kind} ${span.start}`,
    message: `${task ? `第 ${task.number} 项` : ''}${words}：“${shown(before)}”→“${shown(after)}”。`,
    task: task?.key ?? null,
    span: shownSpan(repair),
    repair,
  };
}

/** A repair can join half a page; what differs is mostly in its middle. */
function shown(text: string): string {
  const line = text.replace(/\s+/gu, '⏎');
  return line.length <= 36 ? line : `${line.slice(0, 17)}…${line.slice(-17)}`;
}

function readerDoubts(draft: Draft, reading: PlanReading): readonly Found[] {
  const keyOf = new Map(reading.tasks.map((task, index) => [task.number, index + 1]));
  const kept = new Set(draft.tasks.map((task) => task.key));
  const taken = new Set(
    draft.tasks.flatMap((task) => [task.span.start, ...task.responsibilities.map((item) => item.span.start)]),
  );
  return reading.warnings.flatMap((warning, index): readonly Found[] => {
    const kind = kindOf(warning);
    const task = warning.task === undefined ? null : (keyOf.get(warning.task) ?? null);
    if (kind === null || (task !== null && !kept.has(task))) return [];
    const span = warning.span ?? null;
    // A bracket or passage that was left out and has been taken since.
    const isLeftOut = kind === 'LOOK_ALIKE_LEFT_OUT' || kind === 'NO_RESPONSIBILITY';
    if (isLeftOut && span !== null && taken.has(span.start)) return [];
    return [{ kind, about: `read ${index}`, message: warning.message, task, span }];
  });
}

/** Which of the reader's warnings are kept; the others are found anew from the draft or from its repairs. */
function kindOf({ code, task, span }: ReadWarning): DoubtKind | null {
  switch (code) {
    case 'LOOK_ALIKE_LEFT_OUT':
    case 'RULE_APPLIED':
    case 'NUMBER_GAP':
      return code;
    case 'NUMBER_REPEATED':
    case 'LABEL_UNKNOWN':
      return 'NOTE';
    case 'NO_RESPONSIBILITY':
      return task === undefined ? code : null;
    case 'TEXT_REPAIRED':
      return span === undefined ? 'NOTE' : null;
    default:
      return null;
  }
}

/**
 * The doubt to go to from the one shown.
 *
 * @param step 1 forward, -1 back; goes round at the ends, over those not seen yet while there are any
 */
export function nextDoubt(doubts: readonly Doubt[], current: string | null, step: 1 | -1): Doubt | undefined {
  const open = doubts.filter((doubt) => !doubt.isSeen || doubt.id === current);
  const list = open.length > (open.some((doubt) => doubt.id === current) ? 1 : 0) ? open : doubts;
  const at = list.findIndex((doubt) => doubt.id === current);
  if (at < 0) return step === 1 ? list[0] : list.at(-1);
  return list[(at + step + list.length) % list.length];
}
