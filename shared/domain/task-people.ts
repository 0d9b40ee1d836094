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

/** A name without the post in brackets behind it. */
export function bareName(name: string): string {
  return name.replace(/\s*[（(][^（）()]*[）)]\s*$/u, '');
}

/** Whether a field names that person, with or without a post. */
export function namesPerson(text: string, person: string): boolean {
  return namesIn(text).some((name) => name === person || bareName(name) === person);
}

/**
 * A field in which one person has taken another's place. Who is named already is not named twice.
 *
 * @param to the name of who takes over; empty: nobody does, the name goes
 */
export function succeededIn(text: string, from: string, to: string): string {
  if (!namesPerson(text, from)) return text;
  const names = namesIn(text).map((name) => (name === from || bareName(name) === from ? to : name));
  return peopleText(names.filter((name) => name !== '').join('、'));
}
