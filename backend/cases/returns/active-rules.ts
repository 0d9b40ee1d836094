import type { ReadableDb } from '#db/handle.ts';
import { listRuleSwitches } from '#db/queries/return.queries.ts';
import { RETURN_RULES, type ReturnRuleName } from '#shared/domain/return-rules.ts';

/** Every rule that looks at what came back, and whether it is on. */
export function listReturnRules(
  db: ReadableDb,
): readonly { readonly rule: ReturnRuleName; readonly label: string; readonly active: boolean }[] {
  const switches = listRuleSwitches(db);
  return RETURN_RULES.map(({ name, label, on }) => ({ rule: name, label, active: switches.get(name) ?? on }));
}

/** The rules that are on. */
export function activeRules(db: ReadableDb): ReadonlySet<ReturnRuleName> {
  return new Set(listReturnRules(db).flatMap(({ rule, active }) => (active ? [rule] : [])));
}
