import { setProgress } from '#db/commands/progress.commands.ts';
import { openDataFile } from '#db/open.ts';
import { listAssignments } from '#db/queries/assignment.queries.ts';
import { listPeriods } from '#db/queries/period.queries.ts';
import { nth, PLAN } from '#tests/helpers/a-plan.ts';

// Writes one progress entry after another and says so once each is on disk. Ends only by being killed.
const db = openDataFile(nth(process.argv, 2));
const assignment = nth(listAssignments(db, PLAN), 0);
const period = nth(listPeriods(db, PLAN), 0);
for (let count = 1; ; count++) {
  const { taskId, agencyId } = assignment;
  const entry = { taskId, agencyId, periodId: period.id, patch: { narrative: `第 ${count} 次` } };
  setProgress(db, [entry], { client: 'window', manner: 'typed', at: new Date().toISOString() });
  process.stdout.write(`${count}\n`);
}
