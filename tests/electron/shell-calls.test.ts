import { expect, test } from 'vitest';
import { answerCall, SHELL_CALL_NAMES, type ShellHandlers } from '#electron/main/shell/answer-call.ts';
import { TicketRegistry } from '#electron/main/shell/tickets.ts';
import { FileTicketSchema } from '#shared/contract/call.ts';
import type { ShellCallName } from '#shared/contract/shell.contract.ts';
import { AppError } from '#shared/errors.ts';

function aShell(overrides: Partial<ShellHandlers> = {}) {
  const called: string[] = [];
  const logged: string[] = [];
  const note = (name: string) => async () => {
    called.push(name);
    return null;
  };
  const handlers: ShellHandlers = {
    pickSaveFile: note('pickSaveFile'),
    pickFolder: note('pickFolder'),
    pickOpenFiles: async () => [],
    grantDropped: async ({ path }) => [{ ticket: FileTicketSchema.parse('t'), fileName: path }],
    clipboardText: async () => '',
    editAtCursor: note('editAtCursor'),
    openDataFile: note('openDataFile'),
    revealFile: note('revealFile'),
    openEvidence: note('openEvidence'),
    print: async () => 'printed',
    printToPdf: async () => new Uint8Array(),
    setMenuState: note('setMenuState'),
    operator: async () => ({ name: null, computerUser: 'user' }),
    setOperator: note('setOperator'),
    about: async () => ({ appVersion: '1', electronVersion: '2', dataFile: '/a.db', logFolder: '/logs' }),
    enter: async () => true,
    takeStartDocument: async () => null,
    resetSample: async () => true,
    ...overrides,
  };
  const write = (message: string) => void logged.push(message);
  const log = { info: write, warn: write, error: write };
  const call = (name: ShellCallName, params: unknown, isOurPage = true) =>
    answerCall(name, isOurPage, params, handlers, log);
  return { call, called, logged };
}

test('a call of our page with good params reaches its handler', async () => {
  const { call, called } = aShell();
  expect(await call('pickSaveFile', { purpose: 'export', suggestedName: '台账.xlsx' })).toEqual({
    ok: true,
    value: null,
  });
  expect(called).toEqual(['pickSaveFile']);
});

test('a stranger is refused on every call, whatever it sends', async () => {
  const { call, called } = aShell();
  for (const name of SHELL_CALL_NAMES) {
    expect(await call(name, {}, false)).toMatchObject({ ok: false, error: { code: 'BAD_PARAMS' } });
  }
  expect(called).toEqual([]);
});

test.each<[ShellCallName, unknown]>([
  ['pickSaveFile', { purpose: 'export', suggestedName: '' }],
  ['pickSaveFile', { purpose: 'system', suggestedName: 'a.xlsx' }],
  ['pickSaveFile', { purpose: 'export', suggestedName: 'a.xlsx', folder: '/etc' }],
  ['openEvidence', { sha256: '../../etc/passwd', fileName: 'a.pdf', title: '' }],
  ['pickFolder', { purpose: 'export' }],
  ['setOperator', { name: '' }],
  ['setOperator', { name: '名'.repeat(41) }],
  ['pickOpenFiles', undefined],
  ['pickOpenFiles', { purpose: 'data-file' }],
  ['pickOpenFiles', { purpose: 'returns-folder', folder: '/etc' }],
  ['grantDropped', { path: '' }],
  ['openDataFile', { path: '/etc/passwd' }],
  ['revealFile', { ticket: 7 }],
  ['revealFile', { path: '/etc/passwd' }],
  ['setMenuState', { undoLabel: '设为牵头' }],
  ['about', { verbose: true }],
])('%s refuses %j with a code and reaches no handler', async (name, params) => {
  const { call, called } = aShell();
  expect(await call(name, params)).toMatchObject({ ok: false, error: { code: 'BAD_PARAMS' } });
  expect(called).toEqual([]);
});

test('an expected failure travels as code, sentence and details', async () => {
  const { call } = aShell({ revealFile: async () => Promise.reject(new AppError('FILE_NOT_GRANTED')) });
  expect(await call('revealFile', { ticket: 'x' })).toEqual({
    ok: false,
    error: { code: 'FILE_NOT_GRANTED', message: new AppError('FILE_NOT_GRANTED').message, details: {} },
  });
});

test('a bug is told as a number that is also in the log, without its text', async () => {
  const { call, logged } = aShell({ about: async () => Promise.reject(new Error('secret path /home/x')) });
  const reply = await call('about', {});
  const incident = reply.ok ? undefined : reply.error.details['incident'];
  expect(reply).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
  expect(JSON.stringify(reply)).not.toContain('secret');
  expect(logged.join()).toContain(String(incident));
});

test('a ticket leads back to its path, and no other text does', () => {
  const tickets = new TicketRegistry();
  const ticket = tickets.issue('/桌面/台账.xlsx', 'export');
  expect(tickets.path(ticket, ['export'])).toBe('/桌面/台账.xlsx');
  expect(ticket).not.toContain('台账');
  expect(tickets.issue('/桌面/台账.xlsx', 'export')).not.toBe(ticket);
  for (const guess of ['/桌面/台账.xlsx', '1', `${ticket} `]) {
    expect(tickets.path(FileTicketSchema.parse(guess), ['export'])).toBeUndefined();
  }
});

test('a ticket for reading opens no data file, and one for another purpose leads nowhere', () => {
  const tickets = new TicketRegistry();
  const ticket = tickets.issue('/桌面/交回.xlsx', 'read');
  expect(tickets.path(ticket, ['data-file'])).toBeUndefined();
  expect(tickets.path(ticket, ['read', 'data-file'])).toBe('/桌面/交回.xlsx');
});

test('the tickets of an old page end with it', () => {
  const tickets = new TicketRegistry();
  const ticket = tickets.issue('/a.xlsx', 'export');
  tickets.clear();
  expect(tickets.path(ticket, ['export'])).toBeUndefined();
});
