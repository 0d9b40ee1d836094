import type { TextView } from '../text/text-view.ts';
import { concatViews, sliceView } from '../text/text-view.ts';
import { closingVerb, OPENING_WORDS } from './clause-verb.ts';
import type { DocumentRule } from './document-rules.ts';
import { findRules } from './document-rules.ts';
import { labelAt } from './labels.ts';
import type { RawRole } from './role-verbs.ts';
import { roleVerbAtEnd } from './role-verbs.ts';
import { splitFragments } from './split-fragments.ts';
import type { UnitPart } from './split-units.ts';
import { splitUnits } from './split-units.ts';
import { withoutTime } from './time-remarks.ts';
import { isPersonByTitle, isStrictUnit, meansNoUnit, unitLikeness } from './unit-lexicon.ts';
import { withoutMark, withoutPerson } from './unit-marks.ts';

/**
 * The grammar of a responsibility: lists of units, each list closed by a role verb or opened by a label.
 *
 *   县教育局、县公安局 牵头 ， 县民政局 、 县供销社 按职责分工负责
 *   └──── lead ─────────┘     └───────── default ───────────────┘
 *
 * A comma does not end a list; a verb does. Units after the last verb take the label's role, or the default.
 */
export type RawUnit = Readonly<{ name: string; view: TextView; role: RawRole }>;

export type RawReading = Readonly<{
  units: readonly RawUnit[];
  scope: readonly string[];
  rules: readonly DocumentRule[];
  hasLabel: boolean;
  hasVerb: boolean;
  /** Labels whose meaning nobody knows (考核单位：); their units help, which is to be checked. */
  unknownLabels: readonly string[];
  /** Two units whose separator was lost, as written. */
  joined: readonly UnitPart[];
}>;

type State = {
  units: RawUnit[];
  scope: string[];
  pending: UnitPart[];
  joined: UnitPart[];
  /** Role the current label gives; `skip` under 责任领导：, 完成时限： and unknown labels. */
  label: RawRole | 'skip' | undefined;
  /** 责任单位及责任人：: names of people stand among the units. */
  persons: boolean;
  /** 会同 makes what follows cooperating until the next verb. */
  together: boolean;
  /** How many units stood before those that 会同 brings others to. */
  headsFrom: number;
  hasLabel: boolean;
  hasVerb: boolean;
  unknownLabels: string[];
};

const TOGETHER = /会同|商同|会?商(?=[国省市县区])|联合(?=[\u4e00-\u9fff]{2,}(?:局|委|办|部|厅|政府|部门|单位))/u;
/** 市教育局指导各学校落实: those who are guided do the work. */
const GUIDES = /(?:指导|督促|督导)(?=(?:各|有关|相关)[\u4e00-\u9fff])/u;
/** 此项工作由县教育局牵头, 校车安全由县公安局负责: what is said before 由 is the work. */
const WORK_FIRST = /^(?<work>[^由]{2,24})(?<![自理缘事经])由(?=[\u4e00-\u9fff]{3})/u;
const WHOLE_WORK = /^(?:此|该|本|上述|以上|这)(?:项|条|些)?(?:工作|任务|措施|事项)?$/u;
/** 1.责任单位：, ①: the number of a line that came along. */
const BARE_NUMBER = /^(?:\d{1,3}|[①-⑳])$/u;
const EMPTY_BRACKET = /[（(〔［[]\s{0,4}[）)〕］\]]/u;
const SAME_BELOW = /^(?:以?下同|同上)$/u;
/**
 * Reads the words of one responsibility, brackets already taken off.
 *
 * @returns units in the order written, each with what its label or verb says; see {@link settleRoles} for the roles
 */
export function readRoleWords(view: TextView): RawReading {
  const rules = findRules(view);
  const words = withoutRules(view, rules);
  const state: State = {
    units: [],
    scope: [],
    pending: [],
    joined: [],
    label: undefined,
    persons: false,
    together: false,
    headsFrom: 0,
    hasLabel: false,
    hasVerb: false,
    unknownLabels: [],
  };
  let mark = '';
  for (const { view: fragment, after } of splitFragments(words)) {
    if (mark !== ' ' || !followsUnit(state, fragment.text)) readFragment(state, fragment);
    mark = after;
  }
  closeList(state, undefined);
  state.scope.push(...rules.map((rule) => rule.text));
  return { ...state, rules };
}

function withoutRules(view: TextView, rules: readonly DocumentRule[]): TextView {
  if (rules.length === 0) return view;
  const starts = [0, ...rules.map((rule) => rule.end)];
  const words = concatViews(
    starts.map((start, index) => sliceView(view, start, Math.max(start, rules[index]?.start ?? view.text.length))),
  );
  // （列首位的为牵头单位，下同） in a bracket of its own leaves that bracket empty.
  const empty = EMPTY_BRACKET.exec(words.text);
  if (empty === null) return words;
  return concatViews([sliceView(words, 0, empty.index), sliceView(words, empty.index + empty[0].length)]);
}

function readFragment(state: State, fragment: TextView): void {
  const label = labelAt(fragment.text, 0, true);
  if (label !== undefined) {
    closeList(state, undefined);
    state.label = roleOfLabel(label.meaning);
    state.persons = label.persons;
    if (label.meaning === 'unknown') state.unknownLabels.push(label.text);
    else if (state.label !== 'skip') state.hasLabel = true;
    readWords(state, sliceView(fragment, label.end));
  } else {
    readWords(state, fragment);
  }
}

function roleOfLabel(meaning: NonNullable<ReturnType<typeof labelAt>>['meaning']): RawRole | 'skip' {
  switch (meaning) {
    case 'lead':
    case 'default':
    case 'cooperating':
    case 'joint':
      return meaning;
    case 'unknown':
      return 'joint';
    case 'person':
    case 'due':
    case 'other':
      return 'skip';
  }
}

function readWords(state: State, words: TextView): void {
  if (state.label === 'skip' || meansNoUnit(words.text) || BARE_NUMBER.test(words.text)) return;
  if (SAME_BELOW.test(words.text)) {
    state.scope.push(words.text);
    return;
  }
  const untimed = withoutTime(words);
  if (untimed === undefined) return;
  const workFirst = WORK_FIRST.exec(untimed.text);
  const work = workFirst?.groups?.['work'] ?? '';
  if (workFirst !== null && closesList(untimed.text) && unitLikeness(work) === 'odd') {
    if (!WHOLE_WORK.test(work)) state.scope.push(work);
    readTimeless(state, sliceView(untimed, workFirst[0].length));
  } else {
    readTimeless(state, untimed);
  }
}

function closesList(text: string): boolean {
  return roleVerbAtEnd(text) !== undefined;
}

function readTimeless(state: State, words: TextView): void {
  const together = TOGETHER.exec(words.text);
  if (together !== null && (together.index === 0 || canPrecedeTogether(words.text.slice(0, together.index)))) {
    const before = sliceView(words, 0, together.index);
    const verb = roleVerbAtEnd(before.text);
    if (verb !== undefined) state.hasVerb = true;
    addUnits(state, sliceView(before, 0, verb?.start ?? before.text.length));
    state.headsFrom = state.units.length;
    closeList(state, verb?.role ?? 'default');
    state.together = true;
    readClause(state, sliceView(words, together.index + together[0].length));
    return;
  }
  const guides = GUIDES.exec(words.text);
  if (guides !== null && isStrictUnit(words.text.slice(0, guides.index))) {
    readClause(state, sliceView(words, 0, guides.index + guides[0].length));
    readClause(state, sliceView(words, guides.index + guides[0].length));
  } else {
    readClause(state, words);
  }
}

function canPrecedeTogether(left: string): boolean {
  return unitLikeness(left.replace(OPENING_WORDS, '').slice(0, roleVerbAtEnd(left)?.start ?? left.length)) !== 'odd';
}

function readClause(state: State, clause: TextView): void {
  const verb = closingVerb(clause.text);
  if (verb === undefined) {
    addUnits(state, clause);
    return;
  }
  state.hasVerb = true;
  const units = sliceView(clause, 0, verb.start);
  addUnits(state, units);
  const list = state.pending.map((part) => part.view.text).join('、');
  if (verb.limits) state.scope.push(clause.text);
  else if (verb.role === 'guide') state.scope.push(`${list}${clause.text.slice(verb.start)}`);
  else if (verb.work !== '') state.scope.push(clause.text);
  if (state.together && verb.role === 'lead') leadTogether(state);
  closeList(state, state.together ? 'cooperating' : verb.role);
}

/** 市公安局会同市交通运输局牵头: who brings the others leads. */
function leadTogether(state: State): void {
  state.units = state.units.map((unit, index) =>
    index >= state.headsFrom && unit.role === 'default' ? { ...unit, role: 'lead' } : unit,
  );
}

function addUnits(state: State, words: TextView): void {
  const opening = OPENING_WORDS.exec(words.text);
  const list = opening === null ? words : sliceView(words, opening[0].length);
  const { units, scope, joined } = splitUnits(list);
  state.pending.push(...units.filter((part) => !(state.persons && isPerson(part.view.text))));
  state.scope.push(...scope);
  state.joined.push(...joined);
  // 会同财政部、商务部等部门，各地区负责: 等部门 ends those who help.
  if (state.together && scope.length > 0) closeList(state, 'cooperating');
}

/** 县财政局 李某某: a short word after a blank is the unit's person. */
function followsUnit(state: State, word: string): boolean {
  const before = state.pending.at(-1)?.view.text ?? '';
  return (
    /^[\u4e00-\u9fff]{2,3}$/u.test(word) && isPerson(word) && roleVerbAtEnd(word) === undefined && isStrictUnit(before)
  );
}

function isPerson(name: string): boolean {
  return name.length <= 4 && unitLikeness(name) === 'odd';
}

/** Gives the units read since the last verb their role. */
function closeList(state: State, verb: RawRole | undefined): void {
  const label = state.label === 'skip' ? undefined : state.label;
  for (const part of state.pending) {
    const { view, role: nestedRole } = withoutMark(state.persons ? withoutPerson(part.view) : part.view);
    const role = nestedRole ?? (state.together && verb === undefined ? 'cooperating' : roleFrom(label, verb));
    if (nestedRole !== undefined) state.hasVerb = true;
    if (view.text !== '' && !isPersonByTitle(view.text)) state.units.push({ name: view.text, view, role });
  }
  state.pending = [];
  state.together = false;
}

/** A verb says more than its label, but 牵头单位：X负责 stays lead and 配合单位：Y负责 stays cooperating. */
function roleFrom(label: RawRole | undefined, verb: RawRole | undefined): RawRole {
  if (verb === undefined) return label ?? 'default';
  return verb === 'default' ? (label ?? 'default') : verb;
}
