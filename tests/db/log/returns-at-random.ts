// What comes back, made up for the run of random commands: files are received, named, mapped, put aside, taken in and
// taken back. They read the rows as they are, whatever the queries leave out.
import { createHash } from 'node:crypto';
import {
  keepDraft,
  mapReturn,
  markReturns,
  nameReturn,
  type ReturnReading,
  recordReturns,
  setReturnRule,
} from '#db/commands/return.commands.ts';
import { acceptReturns, type TakenReturn, takeBackReturn } from '#db/commands/take-returns.commands.ts';
import type { RowWrite } from '#db/log/row-writer.ts';
import type { AgencyId, FormId, PeriodId, ReturnId, TaskId } from '#shared/domain/ids.ts';
import { PROGRESS_FIELDS } from '#shared/domain/progress.ts';
import { MADE, nth, type TestWorld } from '#tests/helpers/a-plan.ts';
import { anAgencyFromTheStart, type Command, type Pick, planOf, rows, some } from './at-random.ts';

type FormRow = { readonly id: FormId; readonly agencyId: AgencyId; readonly periodId: PeriodId };
type KeptRow = { readonly id: ReturnId; readonly agencyId: AgencyId | null; readonly periodId: PeriodId | null };

const aReading = (pick: Pick): ReturnReading => ({
  sheet: '填报表',
  kind: 'form',
  reading: JSON.stringify({ rows: pick(99) }),
  reporter: nth(['', '甲', '乙'], pick(3)),
  phone: '',
});

/** Files that came: of agencies that were there at the start, for what came has come (see {@link aForm}). */
function receive(world: TestWorld, pick: Pick): unknown {
  const agencyId = anAgencyFromTheStart(world, pick);
  if (agencyId === undefined) return null;
  const form = rows<FormRow>(world, 'SELECT id, agency_id AS agencyId, period_id AS periodId FROM form').findLast(
    (row) => row.agencyId === agencyId,
  );
  const content = Buffer.from(`回收 ${pick(1_000)}`);
  const periodId = form?.periodId ?? nth(world.periodIds, pick(2));
  const place = { planId: planOf(world), agencyId, periodId, formId: form?.id ?? null };
  const known = { ...place, state: 'to-review', read: aReading(pick), refusal: null } as const;
  const held = { ...known, agencyId: null, periodId: null, formId: null, state: 'received' } as const;
  const refusal = { code: 'WORKBOOK_ENCRYPTED', details: { file: '回收.xlsx' } } as const;
  const refused = { ...held, state: 'refused', read: null, refusal } as const;
  const waiting = rows<KeptRow>(
    world,
    `SELECT id FROM "return" WHERE state = 'refused' AND refusal IS NOT NULL AND reasons = '[]'`,
  )[0];
  const table = nth([known, known, held, refused], pick(4));
  const tables = [waiting && pick(2) === 0 ? { ...table, continues: waiting.id } : table];
  const file = { name: '回收.xlsx', sha256: createHash('sha256').update(content).digest('hex'), content };
  return recordReturns(world.db, [{ file, tables }], '收到 1 份', MADE);
}

function aReturn(world: TestWorld, pick: Pick): KeptRow | undefined {
  const kept = rows<KeptRow>(world, 'SELECT id, agency_id AS agencyId, period_id AS periodId FROM "return"');
  return kept[pick(Math.max(1, kept.length))];
}

/** Several returns at once, of forms and of ledgers; values for cells that are owed, and decisions for all. */
function takeReturns(world: TestWorld, pick: Pick): unknown {
  const owed = rows<{ taskId: TaskId; agencyId: AgencyId }>(
    world,
    `SELECT task_id AS taskId, agency_id AS agencyId FROM assignment JOIN task ON task.id = task_id WHERE removed = 0`,
  );
  const kept = rows<KeptRow>(
    world,
    `SELECT id, agency_id AS agencyId, period_id AS periodId FROM "return" WHERE agency_id IS NOT NULL`,
  );
  const chosen = some(kept, pick).slice(0, 2);
  if (chosen.length === 0) return null;
  const taken = chosen.map(({ id: returnId, agencyId, periodId }, index): TakenReturn => {
    const cells = owed.filter((cell) => cell.agencyId === agencyId);
    return {
      returnId,
      place: { planId: planOf(world), agencyId, periodId, formId: null },
      periodId: periodId ?? nth(world.periodIds, 0),
      state: nth(['taken', 'to-review'] as const, pick(2)),
      items: cells.map((cell) => ({
        ...cell,
        field: nth(PROGRESS_FIELDS, pick(PROGRESS_FIELDS.length)),
        base: '',
        baseFrom: nth(['told', 'sent', null] as const, pick(3)),
        theirs: '他们的',
        ours: '',
        decision: pick(2) === 0 ? 'theirs' : 'ours',
        value: pick(4) === 0 ? '改写' : null,
      })),
      patches:
        index > 0
          ? []
          : some(cells, pick).map((cell) => ({
              ...cell,
              patch: { status: 'done', narrative: nth(['办结', '', '两行\n文字'], pick(3)), reporter: '甲' },
            })),
      contact: { reporter: nth(['', '甲', '乙'], pick(3)), phone: nth(['', '3021'], pick(2)) },
    };
  });
  return acceptReturns(world.db, taken, '收回', MADE);
}

/** What a return wrote goes back: one progress entry of its agency, or none. So seldom is one taken that it is done first. */
function takeBack(world: TestWorld, pick: Pick): unknown {
  const listTaken = () =>
    rows<KeptRow>(world, `SELECT id, agency_id AS agencyId FROM "return" WHERE taken_in_at IS NOT NULL`);
  if (listTaken().length === 0) {
    receive(world, pick);
    takeReturns(world, pick);
  }
  const taken = listTaken();
  const one = taken[pick(Math.max(1, taken.length))];
  if (!one) return null;
  const entries = rows<{ id: number }>(world, 'SELECT id FROM progress WHERE agency_id = ?', one.agencyId ?? 0);
  const writes = entries.slice(0, pick(2)).map(({ id }): RowWrite => {
    return { table: 'progress', id, values: pick(2) === 0 ? null : { narrative: '从前的' } };
  });
  return takeBackReturn(world.db, one.id, writes, '撤回', MADE);
}

function nameAReturn(world: TestWorld, pick: Pick): unknown {
  const one = aReturn(world, pick);
  const agencyId = anAgencyFromTheStart(world, pick);
  if (!one || agencyId === undefined) return null;
  const place = { planId: planOf(world), agencyId, periodId: nth(world.periodIds, pick(2)), formId: null };
  return nameReturn(world.db, one.id, place, pick(2) === 0 ? aReading(pick) : null, '认定', MADE);
}

function mapAReturn(world: TestWorld, pick: Pick): unknown {
  const one = aReturn(world, pick);
  if (!one) return null;
  const place = { planId: planOf(world), agencyId: null, periodId: null, formId: null };
  const table = { ...place, state: 'received', read: aReading(pick) } as const;
  return mapReturn(world.db, one.id, table, { shape: `形${pick(2)}`, json: `{"columns":${pick(9)}}` }, MADE);
}

function putAside(world: TestWorld, pick: Pick): unknown {
  const one = aReturn(world, pick);
  return one ? markReturns(world.db, [one.id], pick(2) === 0 ? 'sent-back' : 'refused', ['请补充'], MADE) : null;
}

function keepADraft(world: TestWorld, pick: Pick): unknown {
  const one = aReturn(world, pick);
  return one ? keepDraft(world.db, one.id, `[${pick(9)}]`, MADE.at) : null;
}

const switchRule = ({ db }: TestWorld, pick: Pick): unknown =>
  setReturnRule(db, `rule-${pick(2)}`, pick(2) === 0, '检查', MADE);

export const RETURN_COMMANDS: Readonly<Record<string, Command>> = {
  receive,
  takeReturns,
  takeBack,
  nameAReturn,
  mapAReturn,
  putAside,
  keepADraft,
  switchRule,
};
