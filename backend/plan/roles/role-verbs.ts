/**
 * What a verb after a list of units makes of them. `guide` (指导) and `joint` (协同推进) help where somebody else is
 * responsible; they are settled once all units are known.
 */
export type RawRole = 'lead' | 'default' | 'cooperating' | 'guide' | 'joint';

export type RoleVerb = Readonly<{
  role: RawRole;
  /** Offset in the fragment where the verb phrase starts; what is before it are units. */
  start: number;
  /** 结合实际落实 limits the role; it is kept as scope. */
  limits: boolean;
  /** What is owed, when the fragment says it after the verb. */
  work: string;
}>;

/** Longer writings first: the end of a fragment is compared with each in turn. */
const VERBS: readonly (readonly [string, RawRole])[] = [
  ['统筹协调', 'lead'],
  ['统筹推进', 'default'],
  ['统筹落实', 'default'],
  ['组织实施', 'default'],
  ['组织开展', 'default'],
  ['贯彻落实', 'default'],
  ['各负其责', 'default'],
  ['各司其职', 'default'],
  ['分工协作', 'default'],
  ['协同推进', 'joint'],
  ['协同实施', 'joint'],
  ['协同落实', 'joint'],
  ['总牵头', 'lead'],
  ['总负责', 'lead'],
  ['负总责', 'lead'],
  ['为主', 'lead'],
  ['主体责任', 'default'],
  ['属地责任', 'default'],
  ['监管责任', 'default'],
  ['牵头', 'lead'],
  ['主办', 'lead'],
  ['主责', 'lead'],
  ['主抓', 'lead'],
  ['抓总', 'lead'],
  ['统筹', 'lead'],
  ['负责', 'default'],
  ['责任', 'default'],
  ['落实', 'default'],
  ['实施', 'default'],
  ['推进', 'default'],
  ['执行', 'default'],
  ['承办', 'default'],
  ['办理', 'default'],
  ['承担', 'default'],
  ['配合', 'cooperating'],
  ['参与', 'cooperating'],
  ['参加', 'cooperating'],
  ['协助', 'cooperating'],
  ['协同', 'cooperating'],
  ['协办', 'cooperating'],
  ['会办', 'cooperating'],
  ['协作', 'cooperating'],
  ['支持', 'cooperating'],
  ['指导', 'guide'],
  ['督导', 'guide'],
  ['监督', 'guide'],
];

/** Words that may follow the verb: 牵头抓好, 负责推动工作. */
const AFTERWORDS = [
  '推动',
  '组织',
  '抓好',
  '做好',
  '协调',
  '督促',
  '相关工作',
  '有关工作',
  '工作',
  '到位',
  '共同',
  '任务',
  '抓',
  '并',
];

/** Words that may stand between the units and the verb. */
const ADVERBS = [
  '协同',
  '分别',
  '分头',
  '主要',
  '首要',
  '给予',
  '予以',
  '大力',
  '全程',
  '业务',
  '共同',
  '具体',
  '联合',
  '各自',
  '积极',
  '主动',
  '全力',
  '依法',
  '统一',
  '密切',
  '认真',
  '切实',
  '抓好',
  '做好',
  '督促',
  '推动',
  '组织',
  '同步',
  '一并',
  '共',
  '并',
];

/** Said without 按: 县教育局、县公安局职责分工负责. Tried only when no manner phrase holds the word. */
const BARE_MANNERS = ['职责分工', '任务分工', '分工', '职责'];

/** 按职责分工, 按照各自职责, 根据部门职能, 结合实际, 在各自职责范围内 */
const MANNER_OPENING = /按照|依据|依照|根据|结合|按|依|在/u;
const MANNER_CHARS = /^[各自部门单位本地区相关法定实际职责能权限任务分工情况范围的和与及内要求]+$/u;
const MANNER_MAX = 20;

/** 协同负责 is done together, not helped along: before another verb 协同 is an adverb. */
const ADVERB_BEFORE_VERB = '协同';

/** 县水利局为牵头单位: said with a noun instead of a verb. */
const NAMED_ROLE =
  /(?:均|分别)?(?:作为|担任|为|是|系)(?<first>第一|主要)?(?:共同|联合|总)?(?<verb>牵头|主办|主责|责任|承办|落实|实施|配合|协办|协同|协助|参与|参加|支持|指导)(?:责任)?(?:单位|部门)$/u;
const NAMED_ROLE_MAX = 14;

/** The role verb that closes `fragment`, if any. Peels known words off the end, so the cost is linear. */
export function roleVerbAtEnd(fragment: string): RoleVerb | undefined {
  const from = Math.max(0, fragment.length - NAMED_ROLE_MAX);
  const named = NAMED_ROLE.exec(fragment.slice(from));
  if (named !== null) {
    const { first, verb } = named.groups ?? {};
    const role = first === undefined ? (VERBS.find(([word]) => word === verb)?.[1] ?? 'default') : 'lead';
    return { role, start: from + named.index, limits: false, work: '' };
  }
  const closes = VERBS.some(([word]) => fragment.endsWith(word));
  let end = closes ? fragment.length : peel(fragment, fragment.length, AFTERWORDS);
  let role: RawRole | undefined;
  for (;;) {
    const verb = VERBS.find(([word]) => endsAt(fragment, end, word));
    if (verb === undefined) break;
    if (role === undefined || (verb[0] !== ADVERB_BEFORE_VERB && saysMore(verb[1], role))) role = verb[1];
    end = peel(fragment, end - verb[0].length, ADVERBS);
  }
  const start = phraseStart(fragment, end);
  // 县教育局按职责分工做好相关工作: the manner alone says that they are responsible.
  if (role === undefined)
    return mannerStart(fragment, end) < end ? { role: 'default', start, limits: false, work: '' } : undefined;
  return { role, start, limits: fragment.startsWith('结合', start), work: '' };
}

/** 负责牵头, 牵头负责: whoever leads in one of the words leads; 负责配合, 配合落实: else the word that is not 负责 says it. */
function saysMore(earlier: RawRole, later: RawRole): boolean {
  return later !== 'lead' && (earlier !== 'default' || later === 'default');
}

/** Verbs that name what exactly is owed: 县教育局负责学校食堂, 县财政局做好资金保障, 县公安局配合开展执法. */
const VERB_WITH_WORK =
  /牵头|负责|配合|协助|协同|参与|支持(?!中心)|指导(?!中心|站)|做好|提供|加强|抓好|落实(?!办)|推进(?!中心|办|组|会)|开展|组织(?!部|科|处|股)/u;

/** The role verb inside `fragment` with the work it names after it. */
export function roleVerbInside(fragment: string): RoleVerb | undefined {
  const match = VERB_WITH_WORK.exec(fragment);
  if (match === null || match.index === 0 || fragment.startsWith('负责人', match.index)) return undefined;
  const [word] = match;
  const role = VERBS.find(([verb]) => verb === word)?.[1] ?? (word === '提供' ? 'joint' : 'default');
  const start = phraseStart(fragment, peel(fragment, match.index, ADVERBS));
  return { role, start, limits: false, work: fragment.slice(match.index + word.length) };
}

function peel(text: string, end: number, words: readonly string[]): number {
  let at = end;
  for (;;) {
    const word = words.find((candidate) => endsAt(text, at, candidate));
    if (word === undefined) return at;
    at -= word.length;
  }
}

function endsAt(text: string, end: number, word: string): boolean {
  return end >= word.length && text.startsWith(word, end - word.length);
}

function phraseStart(text: string, end: number): number {
  const manner = mannerStart(text, end);
  return peel(text, manner === end ? peel(text, end, BARE_MANNERS) : manner, ADVERBS);
}

function mannerStart(text: string, end: number): number {
  const from = Math.max(0, end - MANNER_MAX);
  const tail = text.slice(from, end);
  for (let at = tail.search(MANNER_OPENING); at >= 0 && at < tail.length; at++) {
    const opening = MANNER_OPENING.exec(tail.slice(at));
    if (opening === null) break;
    at += opening.index;
    if (MANNER_CHARS.test(tail.slice(at + opening[0].length))) return from + at;
  }
  return end;
}
