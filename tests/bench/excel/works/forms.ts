import fs from 'node:fs';
import path from 'node:path';
import { FileTicketSchema } from '#shared/contract/call.ts';
import { openWorld } from '#tests/helpers/what-leaves.ts';
import type { Work } from '../work.ts';

/** Forms for so many agencies of the big world, through the same call as the window. */
export const work: Work = async (count, folder) => {
  const { client, close } = await openWorld('big', folder);
  const { agencies, periods } = await client.workspace.overview();
  const periodId = periods.find(({ label }) => label === '2021-11')?.id;
  if (periodId === undefined) throw new Error('no such period');
  const to = path.join(folder, 'forms');
  fs.mkdirSync(to);
  const agencyIds = agencies.slice(0, count).map(({ id }) => id);
  return async () => {
    let written = 0;
    for await (const event of await client.forms.send({ periodId, agencyIds, folder: FileTicketSchema.parse(to) })) {
      if (event.kind === 'result') written = event.result.length;
    }
    if (written < count) throw new Error(`${written} of ${count} forms`);
    await close();
  };
};
