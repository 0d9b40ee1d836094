import { expect, test } from 'vitest';
import { readCommandLine } from '#electron/main/command-line.ts';
import { chooseDataFile, sampleChoice } from '#electron/main/data-file/choose-data-file.ts';

const nothingKnown = {
  fromCommandLine: undefined,
  lastDataFile: undefined,
  wereSettingsDamaged: false,
  documentsFolder: '/home/文员/文档',
  isThere: () => false,
};

test('a data file is named by switch or by itself, and a relative one starts where the program was called', () => {
  expect(readCommandLine(['--data-file=/stick/我的 计划.db'], '/home').dataFile).toBe('/stick/我的 计划.db');
  expect(readCommandLine(['计划.DB'], '/home/文员').dataFile).toBe('/home/文员/计划.DB');
  expect(readCommandLine(['--data-file=a.db', 'b.db'], '/home').dataFile).toBe('/home/a.db');
});

test('switches of the runtime and an empty switch name no data file', () => {
  expect(readCommandLine(['--inspect=0', '--user-data-dir=/x/y.db', '--data-file='], '/home').dataFile).toBeUndefined();
});

test('the safe start is asked for by its switch', () => {
  expect(readCommandLine(['--safe-start'], '/home').isSafeStart).toBe(true);
  expect(readCommandLine([], '/home').isSafeStart).toBe(false);
});

test('before the first data file the person is asked how to begin', () => {
  expect(chooseDataFile(nothingKnown)).toBeUndefined();
});

test('责任矩阵.db in the documents folder is opened when it is there', () => {
  const there = '/home/文员/文档/责任矩阵/责任矩阵.db';
  const isThere = (file: string) => file === there;
  expect(chooseDataFile({ ...nothingKnown, isThere })).toEqual({ dataFile: there, createIfMissing: false });
});

test('the sample lies beside where data files go, under a name of its own', () => {
  expect(sampleChoice('/home/文员/文档')).toEqual({
    dataFile: '/home/文员/文档/责任矩阵/示例.db',
    createIfMissing: 'sample',
  });
});

test('the last data file is opened but never made anew when its stick is away', () => {
  expect(chooseDataFile({ ...nothingKnown, lastDataFile: '/stick/a.db' })).toEqual({
    dataFile: '/stick/a.db',
    createIfMissing: false,
  });
});

test('the command line goes before the last data file', () => {
  const choice = chooseDataFile({ ...nothingKnown, fromCommandLine: '/b.db', lastDataFile: '/a.db' });
  expect(choice).toEqual({ dataFile: '/b.db', createIfMissing: true });
});

test('with damaged settings the last file is unknown, so no empty one takes its place', () => {
  expect(chooseDataFile({ ...nothingKnown, wereSettingsDamaged: true })?.createIfMissing).toBe(false);
});
