// What made-up commands share: places and rows to pick from.
import { prepared } from '#db/prepared.ts';
import type { AgencyId, PlanId } from '#shared/domain/ids.ts';
import { nth, type TestWorld } from '#tests/helpers/a-plan.ts';

/** @param count how many there are to pick from @returns a place among them */
export type Pick = (count: number) => number;
export type Command = (world: TestWorld, pick: Pick) => unknown;

export const rows = <Row>({ db }: TestWorld, sql: string, ...values: readonly number[]): readonly Row[] =>
  prepared(db, sql).all(...values) as Row[];
export const some = <Item>(items: readonly Item[], pick: Pick): readonly Item[] => items.filter(() => pick(3) > 0);

/** One of a plan's first agencies: they were there before any step that could be taken back. */
export function anAgencyFromTheStart(world: TestWorld, pick: Pick): AgencyId | undefined {
  const there = rows<{ id: AgencyId }>(world, 'SELECT id FROM agency').map(({ id }) => id);
  const first = world.agencyIds.filter((id) => there.includes(id));
  return first[pick(Math.max(1, first.length))];
}

/** The plan that was there first. */
export function planOf(world: TestWorld): PlanId {
  return nth(rows<{ id: PlanId }>(world, 'SELECT id FROM plan ORDER BY id'), 0).id;
}
