import { made } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { setContact } from '#db/commands/contact.commands.ts';
import { removeLeader, setLeader, setTaskPeople, succeedLeader } from '#db/commands/people.commands.ts';
import { reportStep } from '../step-report.ts';
import { readContacts } from './read-contacts.ts';
import { readLeaders, tasksOfLeader } from './read-leaders.ts';

export const peopleHandlers = {
  leaders: os.people.leaders.handler(({ context, input }) => readLeaders(context.db, input.planId)),
  tasksOfLeader: os.people.tasksOfLeader.handler(({ context, input }) =>
    tasksOfLeader(context.db, input.planId, input.name),
  ),
  setLeader: os.people.setLeader.handler(({ context, input }) => {
    const year = Number(context.today().slice(0, 4));
    return reportStep(context.db, setLeader(context.db, input, year, made(context, 'typed')));
  }),
  removeLeader: os.people.removeLeader.handler(({ context, input }) =>
    reportStep(context.db, removeLeader(context.db, input.leaderId, made(context, 'typed'))),
  ),
  succeed: os.people.succeed.handler(({ context, input }) =>
    reportStep(context.db, succeedLeader(context.db, input, made(context, 'typed'))),
  ),
  setOfTasks: os.people.setOfTasks.handler(({ context, input }) =>
    reportStep(context.db, setTaskPeople(context.db, input.edits, made(context, 'typed'))),
  ),
  contacts: os.people.contacts.handler(({ context, input }) => readContacts(context.db, input.agencyId)),
  setContact: os.people.setContact.handler(({ context, input }) =>
    reportStep(context.db, setContact(context.db, input, context.today(), made(context, 'typed'))),
  ),
};
