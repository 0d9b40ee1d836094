// Commands about people and matters, made up for the run of random commands.
import { setContact } from '#db/commands/contact.commands.ts';
import { addMatter, editMatter, removeMatter } from '#db/commands/matter.commands.ts';
import { removeLeader, setLeader, setTaskPeople, succeedLeader } from '#db/commands/people.commands.ts';
import type { AgencyId, LeaderId, RowId, TaskId } from '#shared/domain/ids.ts';
import { MATTER_KINDS } from '#shared/domain/year-facts.ts';
import { MADE, nth, type TestWorld } from '#tests/helpers/a-plan.ts';
import { type Command, type Pick, planOf, rows, some } from './at-random.ts';

const NAMES = ['张三', '李四', '王五', '张三（副县长）'] as const;
const aName = (pick: Pick) => nth(NAMES, pick(NAMES.length));
const DAYS = ['2021-03-01', '2021-09-24', '2021-11-01', '2022-02-01'] as const;
const aDay = (pick: Pick) => nth(DAYS, pick(DAYS.length));

function idOf<Id>(world: TestWorld, pick: Pick, sql: string): Id | undefined {
  const ids = rows<{ id: Id }>(world, sql).map(({ id }) => id);
  return ids[pick(Math.max(1, ids.length))];
}

/** One of the directory; the first is put there. */
function aLeader(world: TestWorld, pick: Pick): LeaderId {
  const found = idOf<LeaderId>(world, pick, 'SELECT id FROM leader WHERE until IS NULL');
  if (found !== undefined) return found;
  setLeader(world.db, { name: aName(pick), post: '副县长' }, 2021, MADE);
  return aLeader(world, pick);
}

/** One of the plan; the first is added. */
function aMatter(world: TestWorld, pick: Pick): TaskId {
  const sql = 'SELECT task.id FROM matter JOIN task ON task.id = task_id WHERE removed = 0';
  return idOf<TaskId>(world, pick, sql) ?? newMatter(world, pick).taskId;
}

function newMatter(world: TestWorld, pick: Pick) {
  const agencies = rows<{ id: AgencyId }>(world, 'SELECT id FROM agency LIMIT 3');
  const roles = some(agencies, pick).map(({ id: agencyId }) => ({ agencyId, role: 'lead' as const }));
  const due = nth(
    [
      { workdays: 30, dueOn: null },
      { workdays: null, dueOn: '2022-12-01' },
    ],
    pick(2),
  );
  const words = { kind: nth(MATTER_KINDS, pick(3)), source: '', title: '', content: '限期办理。' };
  return addMatter(world.db, { planId: planOf(world), ...words, ...due, aroseOn: aDay(pick), roles }, MADE);
}

export const PEOPLE_COMMANDS: Readonly<Record<string, Command>> = {
  setTaskPeople: (world, pick) => {
    const ids = some(rows<{ id: TaskId }>(world, 'SELECT id FROM task WHERE removed = 0'), pick);
    const edits = ids.map(({ id: taskId }) => ({ taskId, leadLeader: `${aName(pick)}、${aName(pick)}` }));
    return edits.length === 0 ? null : setTaskPeople(world.db, edits, MADE);
  },
  setLeader: (world, pick) => {
    const leaderId = pick(2) === 0 ? undefined : idOf<LeaderId>(world, pick, 'SELECT id FROM leader');
    const patch = { name: aName(pick), post: nth(['', '副县长'], pick(2)), since: aDay(pick) };
    return setLeader(world.db, { ...patch, ...(leaderId === undefined ? {} : { leaderId }) }, 2021, MADE);
  },
  removeLeader: (world, pick) => removeLeader(world.db, aLeader(world, pick), MADE),
  succeedLeader: (world, pick) =>
    succeedLeader(world.db, { leaderId: aLeader(world, pick), name: aName(pick), on: '2022-03-01' }, MADE),
  setContact: (world, pick) => {
    const agencyId = idOf<AgencyId>(world, pick, 'SELECT id FROM agency');
    const contactId = idOf<RowId>(world, pick, 'SELECT id FROM agency_contact');
    if (agencyId === undefined) return null;
    const words = { reporter: aName(pick), phone: nth(['', '139'], pick(2)), post: '', note: '' };
    const which = contactId === undefined || pick(2) === 0 ? {} : { contactId };
    return setContact(world.db, { agencyId, ...words, ...which }, '2021-10-08', MADE);
  },
  addMatter: newMatter,
  editMatter: (world, pick) => {
    const due = nth([{ workdays: 1 + pick(9) }, { dueOn: aDay(pick) }, { content: `办理${pick(3)}。` }], pick(3));
    return editMatter(world.db, { taskId: aMatter(world, pick), ...due }, MADE);
  },
  removeMatter: (world, pick) =>
    removeMatter(world.db, aMatter(world, pick), nth(['keep', 'renumber'] as const, pick(2)), MADE),
};
