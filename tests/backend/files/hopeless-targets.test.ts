// A place in which no file can stand: whoever writes says so in Chinese before anything is written, keeps what is there,
// and leaves nothing half-written beside it.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { refuseImpossibleTarget } from '#backend/files/check-target.ts';
import { fromWireError } from '#shared/contract/wire-error.ts';
import { AppError } from '#shared/errors.ts';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, finish, type Office, ticket } from '#tests/helpers/an-office.ts';
import { codeOf } from '#tests/helpers/app-error.ts';

/** Every call that writes one file to a place that a person names. */
async function writersOf({ client, folder }: Office, target: string) {
  const { periodId } = await aCell({ client } as Office, 5, '县农业农村局');
  const [duty] = await client.duty.list({ planId: PLAN });
  if (!duty) throw new Error('the seed has a regular duty');
  const { def } = await client.layout.get({ layout: 'ledger' });
  const proof = path.join(folder, '照片.jpg');
  fs.writeFileSync(proof, 'jpg');
  const file = ticket(target);
  return {
    table: async () => finish(await client.exports.table({ planId: PLAN, layout: 'ledger', periodId, file })),
    figures: async () => finish(await client.statistics.export({ planId: PLAN, view: 'byAgency', file })),
    duty: async () => finish(await client.duty.export({ dutyId: duty.id, file })),
    pdf: () => client.exports.pdf({ file, content: new File(['%PDF-1.7\n%%EOF\n'], 'a.pdf') }),
    layout: () => client.layout.writeFile({ def, file }),
    copy: async () => finish(await client.evidence.copyDataFile({ file, withEvidence: false })),
  };
}

async function refusal(call: () => Promise<unknown>): Promise<AppError> {
  try {
    await call();
  } catch (error) {
    const { code, message, details } = fromWireError(error);
    return Object.assign(new AppError(code, details), { message });
  }
  throw new Error('expected a refusal, the call succeeded');
}

/** Everything in a folder, with what it holds. */
const seen = (folder: string) =>
  fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('责任矩阵') && entry.name !== '照片.jpg')
    .map((entry) => [entry.name, entry.isFile() ? fs.readFileSync(path.join(folder, entry.name), 'utf8') : 'no file']);

test('no writer puts a file where none can stand; what is there stays, nothing is left beside it', async () => {
  const office = await anOffice();
  const place = (name: string) => path.join(office.folder, name);
  fs.mkdirSync(place('文件夹.xlsx'));
  execFileSync('mkfifo', [place('管道.xlsx')]);
  const hopeless = {
    [place('文件夹.xlsx')]: 'FILE_EXISTS',
    [place('管道.xlsx')]: 'TARGET_NOT_A_FILE',
    '/dev/null': 'TARGET_NOT_A_FILE',
    [place('CON.xlsx')]: 'TARGET_NOT_A_FILE',
    [place('lpt1')]: 'TARGET_NOT_A_FILE',
    [place('nul.tar.gz')]: 'TARGET_NOT_A_FILE',
    [place(`${'长'.repeat(90)}.xlsx`)]: 'FILE_NAME_TOO_LONG',
    [path.join('/', ...Array.from({ length: 60 }, () => '很深的文件夹'.repeat(5)), 'a.xlsx')]: 'PATH_TOO_LONG',
    [path.join(office.folder, '没有', 'a.xlsx')]: 'FOLDER_MISSING',
    [path.join(office.dataFile, 'a.xlsx')]: 'FOLDER_MISSING',
  };
  const before = seen(office.folder);
  for (const [target, code] of Object.entries(hopeless)) {
    for (const [writer, write] of Object.entries(await writersOf(office, target))) {
      const error = await refusal(write);
      expect([writer, target, error.code]).toEqual([writer, target, code]);
      expect(error.message).toMatch(/没有(?:写入|生成)/u);
      expect(error.message).toMatch(/请/u);
    }
  }
  expect(seen(office.folder)).toEqual(before);
  expect(fs.statSync('/dev/null').isCharacterDevice()).toBe(true);
  expect(await office.client.sendings.list()).toEqual([]);
}, 60_000);

test('a folder that is gone while a table is written costs the table, and nothing else', async () => {
  const office = await anOffice();
  const { client, folder } = office;
  const { periodId } = await aCell(office, 5, '县农业农村局');
  const stick = path.join(folder, 'U盘');
  fs.mkdirSync(stick);
  const table = { planId: PLAN, layout: 'ledger', periodId, file: ticket(path.join(stick, '台账.xlsx')) } as const;
  const error = await refusal(async () => {
    for await (const event of await client.exports.table(table)) {
      if (event.kind === 'progress') fs.rmSync(stick, { recursive: true, force: true });
    }
  });
  expect(error.code).toBe('FOLDER_MISSING');
  expect(error.message).toContain('U盘');
  expect(await client.sendings.list()).toEqual([]);
  expect(await client.workspace.check()).toEqual([]);
});

describe('on Windows', () => {
  const at = (target: string) => codeOf(() => refuseImpossibleTarget(target, 'win32'));

  test.each([
    [`C:\\${'很深\\'.repeat(90)}台账.xlsx`, 'PATH_TOO_LONG'],
    ['C:\\a\\CON', 'TARGET_NOT_A_FILE'],
    ['C:\\a\\aux.xlsx', 'TARGET_NOT_A_FILE'],
    ['C:\\a\\COM¹.xlsx', 'TARGET_NOT_A_FILE'],
    ['C:\\a\\台账.xlsx:stream', 'TARGET_NOT_A_FILE'],
    ['C:\\a\\台账?.xlsx', 'TARGET_NOT_A_FILE'],
    ['C:\\a\\台账.xlsx.', 'TARGET_NOT_A_FILE'],
    ['C:\\a\\台账.xlsx ', 'TARGET_NOT_A_FILE'],
  ])('%s is refused', (target, code) => {
    expect(at(target)).toBe(code);
  });

  test('a path of 259 characters is the longest, whatever its characters are', () => {
    const longest = `C:\\${'长'.repeat(200)}\\${'名'.repeat(50)}.xlsx`;
    expect(longest).toHaveLength(259);
    expect(() => refuseImpossibleTarget(longest, 'win32')).not.toThrow();
    expect(at(longest.replace('名', '名名'))).toBe('PATH_TOO_LONG');
  });

  test.each([
    'C:\\a\\控制.xlsx',
    'C:\\a\\console.xlsx',
    'C:\\a\\com10.xlsx',
    'C:\\a\\nully.xlsx',
    '\\\\server\\共享\\台账.xlsx',
  ])('%s is an ordinary name', (target) => expect(() => refuseImpossibleTarget(target, 'win32')).not.toThrow());
});
