import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { anOfficeOn, asKept, type Office } from '#tests/helpers/an-office.ts';

/** A data file of an earlier version with returns that were taken in, of which no reading was kept. */
function fixture(format: 20 | 30): Promise<Office> {
  return anOfficeOn(fileURLToPath(new URL(`../../../fixtures/format-${format}.db`, import.meta.url)));
}

async function taken({ client }: Office) {
  const [first] = await client.returns.list({ planId: PLAN });
  if (!first) throw new Error('no return in the fixture');
  return first;
}

test.each([20, 30] as const)(
  'a return taken in by format %i is read from its stored file when it is looked at, and nothing is written',
  async (format) => {
    const office = await fixture(format);
    const { returnId } = await taken(office);
    const before = asKept(path.join(office.folder, '责任矩阵.db'));
    const { files } = await office.client.returns.review({ returnIds: [returnId] });
    expect(files).toMatchObject([{ state: 'taken', refusal: null, held: null, headRows: { first: 4 } }]);
    expect(files[0]?.columns.map(({ field }) => field)).toContain('narrative');
    // All it says stands.
    expect(files[0]?.items).toEqual([]);
    expect(asKept(path.join(office.folder, '责任矩阵.db'))).toEqual(before);
  },
);

test.each([20, 30] as const)(
  'a return taken in by format %i is taken back, reviewed and taken in again',
  async (format) => {
    const office = await fixture(format);
    const { returnId, takenCells } = await taken(office);
    const progress = (await office.client.workspace.dump()).progress;
    const back = await office.client.returns.takeBack({ returnId, includeChanged: true });
    expect(back.label).toContain('撤回采用');

    const again = await office.reopen();
    const { files } = await again.client.returns.review({ returnIds: [returnId] });
    expect(files).toMatchObject([{ state: 'to-review', refusal: null }]);
    expect(files[0]?.items).toHaveLength(takenCells);
    const decisions = (files[0]?.items ?? []).map(({ key }) => ({ key, choice: 'theirs' as const }));
    await again.client.returns.accept({ returns: [{ returnId, decisions }] });
    expect((await again.client.workspace.dump()).progress).toEqual(progress);
    expect(await again.client.returns.list({ planId: PLAN })).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ returnId, state: 'taken', takenCells })]),
    );
    expect(await again.client.workspace.check()).toEqual([]);
  },
);
