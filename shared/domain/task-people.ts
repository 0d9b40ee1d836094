/** 牵头领导, 分管领导 and 责任人 of a task, in the order they are shown. */
export const PEOPLE_FIELDS = ['leadLeader', 'leaderInCharge', 'personInCharge'] as const;

export type PeopleField = (typeof PEOPLE_FIELDS)[number];

/** Who answers for a task, as the document or a person names them: several names are parted by 、, none is empty. */
export type TaskPeople = Readonly<Record<PeopleField, string>>;

export const PEOPLE_LABELS: Readonly<Record<PeopleField, string>> = {
  leadLeader: '牵头领导',
  leaderInCharge: '分管领导',
  personInCharge: '责任人',
};

export const NOBODY: TaskPeople = { leadLeader: '', leaderInCharge: '', personInCharge: '' };

/** What parts names: commas of any kind, semicolons, line breaks; a blank only where it does not stretch one name. */
const BETWEEN = /[、，,；;/／|｜\n\r\t]+|(?<=[^\s]{2})[ \u3000]+(?=[^\s]{2})/u;
/** 张 三: two characters set to the width of three. */
const STRETCHED = /(?<=^\p{Script=Han})[ \u3000]+(?=\p{Script=Han}$)/u;

/**
 * The names in a field, each once, in their order. A post in brackets stays with its name: 张三（副县长）.
 *
 * @param text as written: 张三、李四, 张 三 李四, one a line
 */
export function namesIn(text: string): readonly string[] {
  const outside = text.replace(/[（(][^（）()]*[）)]/gu, (brackets) => brackets.replace(BETWEEN_IN_BRACKETS, '\u0000'));
  const names = outside.split(BETWEEN).map((name) => name.trim().replace(STRETCHED, '').replaceAll('\u0000', '、'));
  return [...new Set(names.filter((name) => name !== ''))];
}

const BETWEEN_IN_BRACKETS = /[、，,；;/／\s]/gu;

/** Those names as a field holds them. */
export function peopleText(text: string): string {
  return namesIn(text).join('、');
}

/** What may follow a name: a post in brackets, or right behind it (张三副县长, 张三同志). */
const POST =
  /^(?:[（(].*[）)]|(?:同志|(?:常务)?副?(?:[县市区州旗镇乡局处科部院所站校]长|秘书长|书记|主任|主席|常委|组长|总经理)).*)$/u;

/** What stands behind a person's name in one piece of a field; `undefined` when the piece names somebody else. */
function behind(piece: string, person: string): string | undefined {
  if (!piece.startsWith(person)) return undefined;
  const rest = piece.slice(person.length).trimStart();
  return rest === '' || POST.test(rest) ? rest : undefined;
}

/** Whether a field names that person, with or without a post. */
export function namesPerson(text: string, person: string): boolean {
  return text.includes(person) && namesIn(text).some((piece) => behind(piece, person) !== undefined);
}

/**
 * A field in which one person has taken another's place; a post behind the name stays, it is the post that was taken
 * over. Who is named already is not named twice.
 */
export function succeededIn(text: string, from: string, to: string): string {
  if (!namesPerson(text, from)) return text;
  const names: string[] = [];
  for (const piece of namesIn(text)) {
    const rest = behind(piece, from);
    const name = rest === undefined ? piece : to + rest;
    if (rest === undefined || !namesPerson(text, to)) names.push(name);
  }
  return peopleText(names.join('、'));
}

/** Names as people know each other, without the posts in brackets behind them. */
export function bareNames(text: string): readonly string[] {
  return namesIn(text).map((piece) => piece.replace(/\s*[（(][^（）()]*[）)]\s*$/u, ''));
}
