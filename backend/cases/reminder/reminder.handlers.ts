import { made } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { addReminders, answerReminder, removeReminder } from '#db/commands/reminder.commands.ts';
import { reportStep } from '../step-report.ts';
import { listReminderViews } from './list-reminders.ts';
import { readLetter, readOwing } from './read-owing.ts';
import { reminderPage } from './reminder-page.ts';

export const reminderHandlers = {
  owed: os.reminder.owed.handler(({ context, input: { planId, periodId, on } }) =>
    readOwing(context, planId, periodId, on ?? context.today()),
  ),
  letter: os.reminder.letter.handler(({ context, input }) => readLetter(context, input, context.today())),
  list: os.reminder.list.handler(({ context, input: { planId, ...scope } }) =>
    listReminderViews(context, planId, scope),
  ),
  add: os.reminder.add.handler(({ context, input: { madeOn = context.today(), ...sending } }) =>
    reportStep(context.db, addReminders(context.db, { ...sending, madeOn }, made(context, 'typed'))),
  ),
  answer: os.reminder.answer.handler(({ context, input: { reminderId, patch } }) =>
    reportStep(context.db, answerReminder(context.db, reminderId, patch, made(context, 'typed'))),
  ),
  remove: os.reminder.remove.handler(({ context, input }) =>
    reportStep(context.db, removeReminder(context.db, input.reminderId, made(context, 'typed'))),
  ),
  printTable: os.reminder.printTable.handler(({ context, input }) => reminderPage(context, input.reminderId)),
};
