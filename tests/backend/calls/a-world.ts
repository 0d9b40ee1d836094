import fs from 'node:fs';
import path from 'node:path';
import type { Contract } from '#shared/contract/contract.ts';
import { aCell, anOffice, finish, ticket } from '#tests/helpers/an-office.ts';

/** Prepares a call in the world and returns it, ready to be made. */
export type Example = (world: World) => Promise<() => Promise<unknown>>;
export type World = Awaited<ReturnType<typeof aWorld>>;

export async function aWorld() {
  const office = await anOffice();
  const cell = await aCell(office, 5, '县农业农村局');
  const { agencyId: other } = await aCell(office, 5, '县教育局');
  const [section] = (await office.client.workspace.overview()).sections;
  if (!section) throw new Error('a plan without sections');
  const { taskId, agencyId, periodId } = cell;
  const forms = { count: 0 };
  return { forms, office, client: office.client, cell, taskId, agencyId, other, periodId, sectionId: section.id };
}

/** An example of every call of an area; one that is missing does not compile. */
export type ExamplesOf<Area extends keyof Contract> = { readonly [Call in keyof Contract[Area]]: Example };

/** A form in a folder of its own. */
export async function aForm({ client, office, periodId, agencyId }: World) {
  const folder = fs.mkdtempSync(path.join(office.folder, '填报表'));
  const [form] = await finish(await client.forms.send({ periodId, agencyIds: [agencyId], folder: ticket(folder) }));
  return ticket(path.join(folder, form?.fileName ?? ''));
}
