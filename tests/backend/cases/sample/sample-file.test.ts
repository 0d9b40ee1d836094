import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createPlanFile } from '#backend/cases/plan/create-data-file.ts';
import { createSample, ensureSample, resetSample, SAMPLE_TODAY } from '#backend/cases/sample/sample-file.ts';
import { runCli } from '#backend/cli/run-cli.ts';
import { openDataFile } from '#db/open.ts';
import { isoDate } from '#shared/domain/period.ts';
import { MADE, PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOfficeOn, SEEDS } from '#tests/helpers/an-office.ts';
import { snapshotDb } from '#tests/helpers/snapshot-db.ts';

function aPlace(): { readonly folder: string; readonly file: string; readonly seedsFolder: string } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return { folder, file: path.join(folder, '示例.db'), seedsFolder: SEEDS };
}

function rowsOf(file: string): string {
  const db = openDataFile(file);
  try {
    return snapshotDb(db);
  } finally {
    db.close();
  }
}

test('the sample stands on its own day whatever the clock says: nine months closed, the tenth reported but for some', async () => {
  const place = aPlace();
  await createSample(place);
  const office = await anOfficeOn(place.file);
  const { today, isSample, periods, currentPeriodId } = await office.client.workspace.overview();
  expect({ today, isSample }).toEqual({ today: SAMPLE_TODAY, isSample: true });
  expect(periods.filter(({ closedOn }) => closedOn !== null)).toHaveLength(9);
  expect(periods.find(({ id }) => id === currentPeriodId)?.label).toBe('2021-10');
  const [october] = (await office.client.period.list({ planId: PLAN })).filter(({ id }) => id === currentPeriodId);
  expect(october?.owed).toBe(103);
  expect(october?.reported).toBeGreaterThan(85);
  expect(october?.reported).toBeLessThan(100);
  expect(await office.client.workspace.check()).toEqual([]);
});

test('what is done in the sample is done on its day, after everything that was there', async () => {
  const place = aPlace();
  await createSample(place);
  const office = await anOfficeOn(place.file);
  const [last] = await office.client.history.list({ limit: 1 });
  const cell = await aCell(office, 5, '县公安局');
  await office.client.matrix.setRoles({
    cells: [{ taskId: cell.taskId, agencyId: cell.agencyId, role: 'cooperating' }],
  });
  const [now] = await office.client.history.list({ limit: 1 });
  expect(isoDate(new Date(now?.at ?? ''))).toBe(SAMPLE_TODAY);
  expect(String(now?.at) > String(last?.at)).toBe(true);
});

test('no person is named in the sample, and no agency that its plan does not name', async () => {
  const place = aPlace();
  await createSample(place);
  const db = openDataFile(place.file);
  onTestFinished(() => void db.close());
  const persons = `SELECT (SELECT count(*) FROM agency_contact) + (SELECT count(*) FROM leader)
                   + (SELECT count(*) FROM progress WHERE reporter <> '') + (SELECT count(*) FROM "return" WHERE reporter <> '')`;
  expect(db.prepare(persons).pluck().get()).toBe(0);
  const approvers = `SELECT approver AS name FROM closing UNION SELECT approver FROM extension
                     UNION SELECT checker FROM verification`;
  const strangers = db.prepare(`SELECT name FROM (${approvers}) WHERE name NOT IN (SELECT name FROM agency)`).all();
  expect(strangers).toEqual([]);
});

test('a sample that was worked in comes back as it was at first', async () => {
  const place = aPlace();
  await createSample(place);
  const first = rowsOf(place.file);
  const db = openDataFile(place.file);
  db.exec('DELETE FROM progress');
  db.close();
  expect(rowsOf(place.file)).not.toBe(first);
  await resetSample(place);
  expect(rowsOf(place.file)).toBe(first);
  expect(fs.readdirSync(place.folder)).toEqual(['示例.db']);
});

test('a file of real work is neither opened nor made anew as the sample, and stays byte for byte', async () => {
  const place = aPlace();
  await createPlanFile({ ...place, made: MADE });
  const bytes = fs.readFileSync(place.file);
  await expect(resetSample(place)).rejects.toMatchObject({ code: 'NOT_THE_SAMPLE' });
  await expect(ensureSample(place)).rejects.toMatchObject({ code: 'NOT_THE_SAMPLE' });
  await expect(createSample(place)).rejects.toMatchObject({ code: 'DATA_FILE_EXISTS' });
  expect(fs.readFileSync(place.file).equals(bytes)).toBe(true);
  expect(fs.readdirSync(place.folder)).toEqual(['示例.db']);
});

test('the command line makes the sample, makes it anew, and refuses what is none', async () => {
  const { file, folder } = aPlace();
  expect(await runCli(['sample', file])).toBe(0);
  expect(await runCli(['sample', file])).toBe(1);
  expect(await runCli(['sample', file, '--reset'])).toBe(0);
  const real = path.join(folder, '真实.db');
  expect(await runCli(['init', real])).toBe(0);
  expect(await runCli(['sample', real, '--reset'])).toBe(1);
  expect(await runCli(['sample', path.join(folder, '没有.db'), '--reset'])).toBe(1);
});
