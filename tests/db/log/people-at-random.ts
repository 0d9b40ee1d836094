// Commands about people and matters, made up for the run of random commands.
import { setContact } from '#db/commands/contact.commands.ts';
import { addMatter, editMatter, removeMatter } from '#db/commands/matter.commands.ts';
import { removeLeader, setLeader, setTaskPeople, succeedLeader } from '#db/commands/people.commands.ts';
import type { AgencyId, LeaderId, RowId, TaskId } from '#shared/domain/ids.ts';
import { MATTER_KINDS } from '#shared/domain/year-facts.ts';
import { MADE, nth } from '#tests/helpers/a-plan.ts';
import { type Command, type Pick, planOf, rows, some } from './at-random.ts';

const NAMES = ['张三', '李四', '王五', '张三（副县长）'] as const;
const aName = (pick: Pick) => nth(NAMES, pick(NAMES.length));
const DAYS = ['2021-03-01', '2021-09-24', '2021-11-01', '2022-02-01'] as const;
const aDay = (pick: Pick) => nth(DAYS, pick(DAYS.length));

function idOf<Id>(world: Parameters<Command>[0], pick: Pick, sql: string): Id | undefined {
  const ids = rows<{ id: Id }>(world, sql).map(({ id }) => id);
  return ids[pick(Math.max(1, ids.length))];
}

const aLeader = (world: Parameters<Command>[0], pick: Pick) => idOf<LeaderId>(world, pick, 'SELECT id FROM leader');
const aMatter = (world: Parameters<Command>[0], pick: Pick) =>
  idOf<TaskId>(world, pick, 'SELECT task_id AS id FROM matter');

export const PEOPLE_COMMANDS: Readonly<Record<string, Command>> = {
  setTaskPeople: (world, pick) => {
    const ids = some(rows<{ id: TaskId }>(world, 'SELECT id FROM task WHERE removed = 0'), pick);
    const edits = ids.map(({ id: taskId }) => ({ taskId, leadLeader: `${aName(pick)}、${aName(pick)}` }));
    return edits.length === 0 ? null : setTaskPeople(world.db, edits, MADE);
  },
  setLeader: (world, pick) => {
    const leaderId = pick(2) === 0 ? undefined : aLeader(world, pick);
    const patch = { name: aName(pick), post: nth(['', '副县长'], pick(2)), since: aDay(pick) };
    return setLeader(world.db, { ...patch, ...(leaderId === undefined ? {} : { leaderId }) }, 2021, MADE);
  },
  removeLeader: (world, pick) => {
    const leaderId = aLeader(world, pick);
    return leaderId === undefined ? null : removeLeader(world.db, leaderId, MADE);
  },
  succeedLeader: (world, pick) => {
    const leaderId = aLeader(world, pick);
    return leaderId === undefined
      ? null
      : succeedLeader(world.db, { leaderId, name: aName(pick), on: aDay(pick) }, MADE);
  },
  setContact: (world, pick) => {
    const agencyId = idOf<AgencyId>(world, pick, 'SELECT id FROM agency');
    const contactId = idOf<RowId>(world, pick, 'SELECT id FROM agency_contact');
    if (agencyId === undefined) return null;
    const words = { reporter: aName(pick), phone: nth(['', '139'], pick(2)), post: '', note: '' };
    const which = contactId === undefined || pick(2) === 0 ? {} : { contactId };
    return setContact(world.db, { agencyId, ...words, ...which }, '2021-10-08', MADE);
  },
  addMatter: (world, pick) => {
    const agencies = rows<{ id: AgencyId }>(world, 'SELECT id FROM agency LIMIT 3');
    const roles = some(agencies, pick).map(({ id: agencyId }) => ({ agencyId, role: 'lead' as const }));
    const due = nth(
      [
        { workdays: 30, dueOn: null },
        { workdays: null, dueOn: '2021-12-01' },
      ],
      pick(2),
    );
    const words = { kind: nth(MATTER_KINDS, pick(3)), source: '', title: '', content: '限期办理。' };
    return addMatter(world.db, { planId: planOf(world), ...words, ...due, aroseOn: aDay(pick), roles }, MADE);
  },
  editMatter: (world, pick) => {
    const taskId = aMatter(world, pick);
    const due = nth([{ workdays: 1 + pick(9) }, { dueOn: aDay(pick) }, { content: `办理${pick(3)}。` }], pick(3));
    return taskId === undefined ? null : editMatter(world.db, { taskId, ...due }, MADE);
  },
  removeMatter: (world, pick) => {
    const taskId = aMatter(world, pick);
    return taskId === undefined
      ? null
      : removeMatter(world.db, taskId, nth(['keep', 'renumber'] as const, pick(2)), MADE);
  },
};
