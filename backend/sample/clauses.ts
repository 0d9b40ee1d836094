const MIN_CHARS = 6;
const MAX_CHARS = 44;
/** Such a clause says when, where, to whom or how much, not what was done. */
const NOT_AN_ACT = /^(?:对|在|从|按照|根据|各|每|要|到|2021)|达到|%/u;

/**
 * What a task says is to be done, as clauses that a report can take up: its own words, cut at the stops, without those
 * that a bracket or quotation mark runs out of.
 *
 * @returns at least one: its title when no clause will do
 */
export function clausesOf(task: { readonly title: string; readonly content: string }): readonly string[] {
  const clauses = task.content
    .replace(/\s+/gu, '')
    .split(/[。；，,;]/u)
    .filter((clause) => clause.length >= MIN_CHARS && clause.length <= MAX_CHARS && isWhole(clause));
  const acts = clauses.filter((clause) => !NOT_AN_ACT.test(clause));
  return acts.length > 0 ? acts : [clauses.at(-1) ?? task.title.replace(/…$/u, '')];
}

function isWhole(clause: string): boolean {
  return ['“”', '（）', '()'].every(
    ([open = '', close = '']) => clause.split(open).length === clause.split(close).length,
  );
}
