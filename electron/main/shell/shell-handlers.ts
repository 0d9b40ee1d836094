import path from 'node:path';
import { app, clipboard, shell, type WebContents } from 'electron';
import { TICKET_PURPOSES, type TicketPurpose } from '#shared/contract/call.ts';
import type { PickedFile, StartDoor } from '#shared/contract/shell.contract.ts';
import { operatorFrom } from '#shared/domain/operator.ts';
import { AppError } from '#shared/errors.ts';
import type { MenuState } from '../menu/menu-template.ts';
import type { Printer } from '../print/printer.ts';
import { computerUser } from '../settings/computer-user.ts';
import type { ShellHandlers } from './answer-call.ts';
import { checkedCopy } from './evidence-copy.ts';
import type { FileDialogs } from './file-dialogs.ts';
import { filesInFolder, isFolder } from './folder-files.ts';
import type { TicketRegistry } from './tickets.ts';

export type ShellHandlerOptions = {
  readonly dialogs: FileDialogs;
  readonly printer: Printer;
  /** The page whose cursor is meant. */
  readonly page: () => Pick<WebContents, 'cut' | 'copy' | 'paste'>;
  readonly tickets: TicketRegistry;
  /** Tells the backend what a ticket means; settles when it knows. */
  readonly grant: (ticket: string, path: string, purpose: TicketPurpose) => Promise<void>;
  readonly setMenuState: (state: MenuState) => void;
  readonly dataFile: () => string;
  /** Closes the open data file and opens this one; returns at once. */
  readonly openDataFile: (file: string) => void;
  readonly logFolder: string;
  readonly operator: () => string | undefined;
  /** Keeps the name on this computer and tells the backend. */
  readonly setOperator: (operator: string | undefined) => void;
  readonly enter: (door: StartDoor) => Promise<boolean>;
  /** Path of the document chosen on the page before the first data file, once. */
  readonly takeStartDocument: () => string | undefined;
  readonly resetSample: () => Promise<boolean>;
};

/** What each call of the shell's contract does. */
export function createShellHandlers(options: ShellHandlerOptions): ShellHandlers {
  const { dialogs, tickets } = options;

  const pick = async (file: string, purpose: TicketPurpose): Promise<PickedFile> => {
    const ticket = tickets.issue(file, purpose);
    // Before the page has the ticket, so that its next call cannot come to the backend first.
    await options.grant(ticket, file, purpose);
    return { ticket, fileName: path.basename(file) };
  };

  /** SECURITY: what a person chose or dropped is given out to be read, a folder as its files and never as a place. */
  const pickToRead = async (file: string): Promise<PickedFile[]> => {
    const files = (await isFolder(file)) ? await filesInFolder(file) : [file];
    return Promise.all(files.map((each) => pick(each, 'read')));
  };

  const pickMany = async (files: readonly string[]): Promise<PickedFile[]> =>
    (await Promise.all(files.map(pickToRead))).flat();

  return {
    pickSaveFile: async ({ purpose, suggestedName }) => {
      const file =
        purpose === 'export' ? await dialogs.saveExport(suggestedName) : await dialogs.saveNewDataFile(suggestedName);
      return file === undefined ? null : pick(file, purpose);
    },
    pickFolder: async ({ purpose }) => {
      const folder = purpose === 'forms' ? await dialogs.openFormsFolder() : await dialogs.openTablesFolder();
      return folder === undefined ? null : pick(folder, 'forms');
    },
    pickOpenFiles: async ({ purpose }) => {
      switch (purpose) {
        case 'returns':
          return pickMany(await dialogs.openReturns());
        case 'returns-folder': {
          const folder = await dialogs.openReturnsFolder();
          return folder === undefined ? [] : pickToRead(folder);
        }
        case 'document':
          return pickMany(await dialogs.openDocument());
        case 'calendar':
          return pickMany(await dialogs.openCalendar());
        case 'template':
          return pickMany(await dialogs.openTemplate());
        case 'other-data-file':
          return pickMany(await dialogs.openOtherDataFile());
        case 'layout-file':
          return pickMany(await dialogs.openLayoutFile());
        case 'evidence':
          return pickMany(await dialogs.openEvidence());
      }
    },
    grantDropped: async ({ path: file }) => pickToRead(file),
    clipboardText: async () => clipboard.readText(),
    editAtCursor: async ({ action }) => {
      options.page()[action]();
      return null;
    },
    openDataFile: async ({ ticket }) => {
      const file = tickets.path(ticket, ['data-file']);
      if (file === undefined) throw new AppError('FILE_NOT_GRANTED');
      options.openDataFile(file);
      return null;
    },
    revealFile: async ({ ticket }) => {
      const file = tickets.path(ticket, TICKET_PURPOSES);
      if (file === undefined) throw new AppError('FILE_NOT_GRANTED');
      // SECURITY: shows the file in the file manager and never opens it: a workbook from outside stays closed.
      shell.showItemInFolder(file);
      return null;
    },
    openEvidence: async (evidence) => {
      const copy = await checkedCopy(options.dataFile(), evidence);
      // SECURITY: a checked copy under an ending out of a closed list; the file itself is never handed out.
      const failure = await shell.openPath(copy);
      if (failure !== '') throw new AppError('FILE_UNREADABLE', { file: evidence.fileName, reason: failure });
      return null;
    },
    print: (job) => options.printer.toPaper(job),
    printToPdf: (job) => options.printer.toPdf(job),
    setMenuState: async (state) => {
      options.setMenuState(state);
      return null;
    },
    operator: async () => ({ name: options.operator() ?? null, computerUser: computerUser() }),
    setOperator: async ({ name }) => {
      options.setOperator(name === null ? undefined : operatorFrom(name));
      return null;
    },
    about: async () => ({
      appVersion: app.getVersion(),
      electronVersion: process.versions.electron,
      dataFile: options.dataFile(),
      logFolder: options.logFolder,
    }),
    enter: ({ door }) => options.enter(door),
    takeStartDocument: async () => {
      const file = options.takeStartDocument();
      return file === undefined ? null : pick(file, 'read');
    },
    resetSample: () => options.resetSample(),
  };
}
