import { assertNever } from '#shared/assert-never.ts';
import { refuseRepair, takeAsResponsibility, takeAsTasks } from '../ask-reader.ts';
import type { Draft } from '../draft/draft.ts';
import { rolesOf } from '../draft/draft.ts';
import { edit, type ReviewStore } from '../review-store.ts';
import type { Doubt, DoubtKind } from './doubts.ts';

export const DOUBT_WORDS: Readonly<Record<DoubtKind, string>> = {
  NO_RESPONSIBILITY: '没有责任单位',
  NO_LEAD: '没有牵头',
  SEVERAL_LEADS: '多个牵头',
  NUMBER_REPEATED: '序号重复',
  NUMBER_GAP: '序号跳号',
  ALIAS_PROPOSED: '疑似别称',
  UNKNOWN_AGENCY: '名录外单位',
  REPAIR: '读取时修改',
  LOOK_ALIKE_LEFT_OUT: '未列为责任',
  RULE_APPLIED: '按说明确定',
  NOTE: '提示',
};

/** What a person can do about each kind, besides letting it stand. */
export const DOUBT_ADVICE: Readonly<Record<DoubtKind, string>> = {
  NO_RESPONSIBILITY: '在任务里添加单位；确实没有的，点“已核对”。',
  NO_LEAD: '选一个单位牵头；几家共同负责的，点“已核对”。',
  SEVERAL_LEADS: '只由一家牵头的，在这里选定；确为共同牵头的，点“已核对”。',
  NUMBER_REPEATED: '改正序号，或按先后顺序重新编号。',
  NUMBER_GAP: '看看原文是否漏了任务；原文就是这样的，点“已核对”。',
  ALIAS_PROPOSED: '是同一单位的，作为别称；不是的，点“另一单位”。',
  UNKNOWN_AGENCY: '是已有单位的，选它；新单位点“新增”，简称和类别在“单位”页改。',
  REPAIR: '读法不对的，按原文读。',
  LOOK_ALIKE_LEFT_OUT: '说的是责任单位的，列为责任；不是的，点“已核对”。',
  RULE_APPLIED: '看看说明是否适用于这一项。',
  NOTE: '看过即可。',
};

/** A way to settle a doubt. */
export type DoubtAction = {
  readonly label: string;
  readonly run: (store: ReviewStore) => void;
  /** There is nothing more to look at here: the next doubt may be shown. */
  readonly goesOn: boolean;
};

/** Units offered as lead; a bracket with more is corrected in the task itself. */
const LEADS_OFFERED_MAX = 4;

/**
 * What can be done about a doubt at once. The last one lets it stand as it is, or takes that back.
 *
 * @param doubts all of the review: those of the same kind can be let stand together
 */
export function doubtActions(doubt: Doubt, doubts: readonly Doubt[], draft: Draft): readonly DoubtAction[] {
  const seeLabel = doubt.isSeen ? '重新列为疑点' : letStandLabel(doubt.kind);
  const see = (store: ReviewStore): void => edit(store, { kind: 'see', doubts: [doubt.id], seen: !doubt.isSeen });
  return [
    ...settlingActions(doubt, draft).map((action) => ({ ...action, goesOn: false })),
    ...letAllStand(doubt.kind, doubts),
    { label: seeLabel, run: see, goesOn: !doubt.isSeen },
  ];
}

/** Another county's document names its own units: one press for all of them. Each alias is decided by itself. */
export function letAllStand(kind: DoubtKind, doubts: readonly Doubt[]): readonly DoubtAction[] {
  const open = doubts.filter((doubt) => doubt.kind === kind && !doubt.isSeen).map((doubt) => doubt.id);
  if (open.length < 2 || kind === 'ALIAS_PROPOSED') return [];
  const label = kind === 'UNKNOWN_AGENCY' ? `全部新增（${open.length}）` : `同类全部已核对（${open.length}）`;
  return [{ label, run: (store) => edit(store, { kind: 'see', doubts: open, seen: true }), goesOn: true }];
}

function letStandLabel(kind: DoubtKind): string {
  if (kind === 'ALIAS_PROPOSED') return '另一单位';
  return kind === 'UNKNOWN_AGENCY' ? '新增' : '已核对';
}

type Settling = Omit<DoubtAction, 'goesOn'>;

function settlingActions(doubt: Doubt, draft: Draft): readonly Settling[] {
  const { kind, task: key, span, agency, repair } = doubt;
  const task = draft.tasks.find((candidate) => candidate.key === key);
  switch (kind) {
    case 'NO_LEAD':
    case 'SEVERAL_LEADS':
      return task ? leadActions(task.key, rolesOf([task])) : [];
    case 'NUMBER_REPEATED':
      return [{ label: '重新编号', run: (store) => edit(store, { kind: 'renumber' }) }];
    case 'ALIAS_PROPOSED':
    case 'UNKNOWN_AGENCY':
      return agency === null ? [] : aliasActions(agency, draft);
    case 'REPAIR': {
      if (repair === null) return [];
      const refused = repair.refused === true;
      return [{ label: refused ? '还是修改' : '按原文读', run: (store) => void refuseRepair(store, repair, !refused) }];
    }
    case 'LOOK_ALIKE_LEFT_OUT':
      return span && task
        ? [{ label: '列为责任单位', run: (store) => void takeAsResponsibility(store, task.key, span) }]
        : [];
    case 'NO_RESPONSIBILITY':
      return span && !task ? [{ label: '列为任务', run: (store) => void takeAsTasks(store, span) }] : [];
    case 'NUMBER_GAP':
    case 'RULE_APPLIED':
    case 'NOTE':
      return [];
    default:
      return assertNever(kind);
  }
}

function leadActions(key: number, roles: ReturnType<typeof rolesOf>): readonly Settling[] {
  const leads = roles.filter((role) => role.role === 'lead');
  const offered = leads.length > 0 ? leads : roles;
  return offered.slice(0, LEADS_OFFERED_MAX).map(({ agency }) => ({
    label: `由${agency}牵头`,
    run: (store) => edit(store, { kind: 'choose-lead', key, agency }),
  }));
}

function aliasActions(name: string, draft: Draft): readonly Settling[] {
  const agency = draft.agencies.find((candidate) => candidate.name === name);
  const names = new Set([...(agency?.aliasOf ? [agency.aliasOf] : []), ...(agency?.nearest ?? [])]);
  return [...names].map((into) => ({
    label: `是${into}`,
    run: (store) => edit(store, { kind: 'merge-agency', name, into }),
  }));
}
