import { type PeopleField, peopleText } from '#shared/domain/task-people.ts';

/** What a plan says of who answers for a task; a field that it does not name is left out. */
export type ReadPeople = Partial<Record<PeopleField, string>>;

/** Who leads, who is in charge of it among the leaders, who does it: 牵头县领导, 分管领导, 责任人 (layouts 2, 10, 13, 16). */
const WORDS: readonly (readonly [PeopleField, RegExp])[] = [
  [
    'leadLeader',
    /^(?:总?牵头|主抓|主要|第一责任)(?:的)?(?:[县市区州旗镇乡]|[县市区]级|[县市区]委)?领导(?:同志)?$|^牵头(?:[县市区]长|书记)$|^牵头人$/u,
  ],
  [
    'leaderInCharge',
    /^(?:分管|责任|负责|包保|包抓|包联|挂联|挂点|联系|领衔|督办|主管|挂帅)(?:的)?(?:[县市区州旗镇乡]|[县市区]级|[县市区]委)?(?:领导(?:同志)?|[县市区]长)$|^[县市区]级?(?:政府)?(?:分管|责任|包保|包联|挂联|联系)?领导(?:同志)?$/u,
  ],
  [
    'personInCharge',
    /^(?:直接|具体|第一|主要|单位|部门|项目|整改|工作|任务|牵头单位|责任单位|牵头部门|责任部门)?(?:责任人|负责人)(?:员|姓名|及职务|及联系电话|及电话)?$/u,
  ],
];

/**
 * Which field of a task a head or a label speaks of.
 *
 * @param plain the words without blanks, brackets and signs
 * @returns `undefined` for other people: 联系人, 填报人, 批示领导
 */
export function peopleFieldOf(plain: string): PeopleField | undefined {
  return WORDS.find(([, like]) => like.test(plain))?.[0];
}

/** A telephone beside a name. */
const TELEPHONE = /[（(]?(?:电话|手机|联系电话)?\s*[:：]?\s*\d[\d\s-]{6,}\d[）)]?/gu;
const NOBODY_NAMED = /^(?:无|暂无|[-—–/／\\]+|\/)$/u;

/** The names in a cell as a task keeps them; empty when it names nobody. */
export function peopleIn(text: string): string {
  const names = peopleText(text.replace(TELEPHONE, ' ').trim());
  return NOBODY_NAMED.test(names) ? '' : names;
}

const LABELLED_LINE = /^[ \t\u3000]*([\p{Script=Han}]{3,10})[:：][ \t\u3000]*(\S.*)$/gmu;

/** Who is named in lines of their own under a task: 牵头领导：张三. The lines stay in the task's text. */
export function peopleInLines(text: string): ReadPeople {
  const found: ReadPeople = {};
  for (const [, label = '', words = ''] of text.matchAll(LABELLED_LINE)) {
    const field = peopleFieldOf(label);
    const names = field === undefined ? '' : peopleIn(words.replace(/[。；;]$/u, ''));
    if (field !== undefined && names !== '') found[field] = peopleText([found[field] ?? '', names].join('、'));
  }
  return found;
}
