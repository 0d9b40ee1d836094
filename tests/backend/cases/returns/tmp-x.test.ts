import fs from 'node:fs';
import path from 'node:path';
import { test } from 'vitest';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, ticket, finish } from '#tests/helpers/an-office.ts';
import { keptIntake } from '#tests/helpers/kept-intake.ts';
test('x', async () => {
  const office = await anOffice();
  const { agencyId, periodId } = await aCell(office, 5, '县农业农村局');
  await finish(await office.client.forms.send({ periodId, agencyIds: [agencyId], folder: ticket(office.folder) }));
  const f = path.join(office.folder, `县农业农村局-2021年10月填报表.xlsx`);
  const intake = keptIntake();
  try { console.log((await intake.expand(f)).map((x: any) => x.name)); console.log(JSON.stringify(await intake.readReturn({name:'x.xlsx', bytes: fs.readFileSync(f)})).slice(0,300)); } catch (e) { console.log(e); }
});
