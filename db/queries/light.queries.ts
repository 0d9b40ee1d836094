import type { PlanId } from '#shared/domain/ids.ts';
import { type LightRuleSet, LightRuleSetSchema } from '#shared/domain/light-rule-set.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

/** A set of light rules that an office made its own. */
export type OwnRuleSet = { readonly id: number; readonly set: LightRuleSet };

/** An office's own sets by name. One that cannot be read is left out: a file from elsewhere says what it likes. */
export function listOwnRuleSets(db: ReadableDb): readonly OwnRuleSet[] {
  const rows = prepared(db, 'SELECT id, name, rules FROM light_rule_set ORDER BY name').all();
  return (rows as StoredSet[]).flatMap((row) => {
    const set = readSet(row);
    return set ? [{ id: row.id, set }] : [];
  });
}

/** One of them by its name, or `undefined`. */
export function findOwnRuleSet(db: ReadableDb, name: string): OwnRuleSet | undefined {
  const row = prepared(db, 'SELECT id, name, rules FROM light_rule_set WHERE name = ?').get(name);
  const stored = row as StoredSet | undefined;
  const set = stored && readSet(stored);
  return stored && set && { id: stored.id, set };
}

/** Name of the set a plan uses; '' is the default one. */
export function rulesNameOf(db: ReadableDb, planId: PlanId): string {
  const row = prepared(db, 'SELECT light_rules AS name FROM plan WHERE id = ?').get(planId);
  return (row as { readonly name: string } | undefined)?.name ?? '';
}

/** Plans with the set each uses, the newest first. */
export function listRulesInUse(
  db: ReadableDb,
): readonly { readonly planId: PlanId; readonly title: string; readonly name: string }[] {
  const sql = 'SELECT id AS planId, title, light_rules AS name FROM plan ORDER BY year DESC, id DESC';
  return prepared(db, sql).all() as { planId: PlanId; title: string; name: string }[];
}

type StoredSet = { readonly id: number; readonly name: string; readonly rules: string };

function readSet({ name, rules }: StoredSet): LightRuleSet | undefined {
  const read = LightRuleSetSchema.safeParse({ ...JSON.parse(rules), name });
  return read.success ? read.data : undefined;
}
