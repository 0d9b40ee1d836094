// Examples of the calls about a superior's form, for call-kinds.test.ts.
import fs from 'node:fs';
import path from 'node:path';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { finish, ticket } from '#tests/helpers/an-office.ts';
import { madeForm, row } from '../excel/template/made-forms.ts';
import type { ExamplesOf, World } from './a-world.ts';

/** A form of a superior in the office's folder. */
async function aTemplate({ office }: World) {
  const file = path.join(office.folder, '市级表样.xlsx');
  const cells = { A1: '重点工作进展情况表', ...row(2, ['序号', '工作任务', '责任单位', '进展情况']) };
  if (!fs.existsSync(file)) fs.writeFileSync(file, await madeForm({ cells }));
  return ticket(file);
}

/** One that is remembered under a name. */
async function remembered(world: World, name: string) {
  const file = await aTemplate(world);
  const { mapping } = await world.client.template.read({ file });
  if (!mapping) throw new Error('the made form has no table');
  const save = () => world.client.template.save({ name, file, mapping });
  return { save, file, mapping };
}

async function idOf(world: World, name: string) {
  await (await remembered(world, name)).save();
  const found = (await world.client.template.list({})).find((template) => template.name === name);
  if (!found) throw new Error('no template was kept');
  return found.id;
}

export const templateExamples: ExamplesOf<'template'> = {
  read: async (w) => {
    const file = await aTemplate(w);
    return () => w.client.template.read({ file });
  },
  list: async (w) => () => w.client.template.list({}),
  get: async (w) => {
    const templateId = await idOf(w, '市级月报');
    return () => w.client.template.get({ templateId });
  },
  save: async (w) => (await remembered(w, '省级月报')).save,
  rename: async (w) => {
    const templateId = await idOf(w, '市级季报');
    return () => w.client.template.rename({ templateId, name: '市级半年报' });
  },
  remove: async (w) => {
    const templateId = await idOf(w, '市级年报');
    return () => w.client.template.remove({ templateId });
  },
  fill: async (w) => {
    const file = await aTemplate(w);
    const out = ticket(path.join(w.office.folder, '填好.xlsx'));
    const what = { planId: PLAN, periodId: w.periodId, template: { file }, scope: 'all' as const, out };
    return async () => finish(await w.client.template.fill(what));
  },
};
