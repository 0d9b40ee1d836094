import type { RoleVerb } from './role-verbs.ts';
import { roleVerbAtEnd, roleVerbInside } from './role-verbs.ts';
import { unitLikeness } from './unit-lexicon.ts';

/** 和县, 及第街道 and 与时俱进专班 are names: a conjunction that opens a piece joins a group or a higher level sign only. */
export const OPENING_WORDS =
  /^(?:(?:由|并由|请|以及|以(?![上下前后内外])|并)(?=[\u4e00-\u9fff]{2})|(?:[和及与])(?=各|有关|相关|其他|所有|[国省市区州][\u4e00-\u9fff]|乡镇|镇[\u4e00-\u9fff])|[及与](?=县[\u4e00-\u9fff]))/u;

/** 县农业农村局负责技术指导: 指导 is the work, not the role; what stands before the verb must be a whole name. */
export function closingVerb(text: string): RoleVerb | undefined {
  const atEnd = roleVerbAtEnd(text);
  if (atEnd === undefined) return verbWithWork(text);
  const name = text.slice(0, atEnd.start);
  return name === '' || unitLikeness(name.replace(OPENING_WORDS, '')) !== 'odd' ? atEnd : (verbWithWork(text) ?? atEnd);
}

function verbWithWork(text: string): RoleVerb | undefined {
  const verb = roleVerbInside(text);
  return verb !== undefined && isSureOrSigned(text.slice(0, verb.start)) ? verb : undefined;
}

/** 省测绘院: a weak ending with the level sign of an office before it. */
function isSureOrSigned(name: string): boolean {
  const likeness = unitLikeness(name);
  return likeness === 'strict' || (likeness === 'weak' && /^[国省市县区州].{2}/u.test(name));
}
