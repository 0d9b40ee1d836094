import { z } from 'zod';
import { OPERATOR_MAX } from '../domain/operator.ts';
import { type PrintJob, PrintJobSchema } from '../domain/print-table.ts';
import { type FileTicket, FileTicketSchema } from './call.ts';

/** 从文件建立计划, 用示例试一试, 打开已有数据文件. */
export const START_DOORS = ['document', 'sample', 'data-file'] as const;
export type StartDoor = (typeof START_DOORS)[number];

/**
 * What the window may ask of the desktop shell (the main process), and what the shell tells the window.
 * Everything about the plan goes to the backend through contract.ts; this is only dialogs, menus and the window.
 * Each name is one IPC channel (`shell:` + name); main checks the sender and the params, then answers.
 */
const PickedFileSchema = z.strictObject({ ticket: FileTicketSchema, fileName: z.string() });
export type PickedFile = { readonly ticket: FileTicket; readonly fileName: string };

export const shellCalls = {
  /**
   * Native save dialog; remembers the folder per purpose. `null`: the user cancelled, or chose an existing file for
   * a new data file, which is never replaced and has been told so.
   */
  pickSaveFile: {
    params: z.strictObject({ purpose: z.enum(['export', 'data-file']), suggestedName: z.string().min(1).max(200) }),
    result: PickedFileSchema.nullable(),
  },
  /** Native dialog for the folder that forms, or a table for each agency, are written to. */
  pickFolder: {
    params: z.strictObject({ purpose: z.enum(['forms', 'tables']) }),
    result: PickedFileSchema.nullable(),
  },
  /**
   * Native dialog for files to be read: returned forms, of which several may be chosen; a folder of them, which gives
   * its files, those of its folders too; one document that holds a plan; another data file. Empty: cancelled. Throws
   * FOLDER_EMPTY, FOLDER_TOO_MANY_FILES, FOLDER_UNREADABLE.
   */
  pickOpenFiles: {
    params: z.strictObject({
      purpose: z.enum([
        'returns',
        'returns-folder',
        'document',
        'other-data-file',
        'evidence',
        'calendar',
        'layout-file',
        'template',
      ]),
    }),
    result: z.array(PickedFileSchema),
  },
  /**
   * A ticket for a file that was dropped on the window, or for each file of a folder that was. SECURITY: called by the
   * preload script alone, which asks the system for the path of what a hand dropped; the page has
   * {@link ShellBridge.takeDropped} and names no path. Throws as pickOpenFiles does.
   */
  grantDropped: {
    params: z.strictObject({ path: z.string().min(1).max(4096) }),
    result: z.array(PickedFileSchema),
  },
  /** The text on the clipboard; empty when there is none. A page cannot read it by itself. */
  clipboardText: {
    params: z.strictObject({}),
    result: z.string(),
  },
  /** Cuts, copies or pastes where the cursor is, as the native menu does: a page may not read the clipboard itself. */
  editAtCursor: {
    params: z.strictObject({ action: z.enum(['cut', 'copy', 'paste']) }),
    result: z.null(),
  },
  /** Closes the open data file in order and opens the one that was picked; the page is then loaded anew. */
  openDataFile: {
    params: z.strictObject({ ticket: FileTicketSchema }),
    result: z.null(),
  },
  /** Opens the folder of a file that was picked or written, with the file selected. */
  revealFile: {
    params: z.strictObject({ ticket: FileTicketSchema }),
    result: z.null(),
  },
  /**
   * Opens a copy of a file of evidence in the program that shows its kind. SECURITY: the page names a hash and an ending
   * out of a list, never a path; the copy is made only of a file whose bytes have that hash, and what a system would run
   * is not opened. Throws EVIDENCE_MISSING, EVIDENCE_CHANGED, EVIDENCE_KIND_CLOSED.
   */
  openEvidence: {
    params: z.strictObject({
      sha256: z.string().regex(/^[0-9a-f]{64}$/u),
      fileName: z.string().min(1).max(300),
      title: z.string().max(300),
    }),
    result: z.null(),
  },
  /** Prints through the system's own dialog. `cancelled`: the person closed it. Throws PRINT_FAILED. */
  print: {
    params: PrintJobSchema,
    result: z.enum(['printed', 'cancelled']),
  },
  /** The same pages as the bytes of a PDF; the backend keeps them in a file. Throws PRINT_FAILED. */
  printToPdf: {
    params: PrintJobSchema,
    result: z.instanceof(Uint8Array),
  },
  /** Tells the shell what undo and redo would do, for the menu's labels and greying. */
  setMenuState: {
    params: z.strictObject({
      undoLabel: z.string().nullable(),
      redoLabel: z.string().nullable(),
      /** Whether an input method writes straight into a chosen cell. */
      composesInCell: z.boolean(),
    }),
    result: z.null(),
  },
  /** Who works on this computer, as said once; and the user name of the computer, which stands for it until then. */
  operator: {
    params: z.strictObject({}),
    result: z.strictObject({ name: z.string().nullable(), computerUser: z.string() }),
  },
  /** Keeps that name on this computer; `null`: the user name of the computer again. */
  setOperator: {
    params: z.strictObject({ name: z.string().trim().min(1).max(OPERATOR_MAX).nullable() }),
    result: z.null(),
  },
  /** What the help screen and the error screen show. */
  about: {
    params: z.strictObject({}),
    result: z.strictObject({
      appVersion: z.string(),
      electronVersion: z.string(),
      dataFile: z.string(),
      logFolder: z.string(),
    }),
  },
  /** Goes through a door of the page before the first data file. `false`: the person thought better of it. */
  enter: {
    params: z.strictObject({ door: z.enum(START_DOORS) }),
    result: z.boolean(),
  },
  /** The document that was chosen there, for the page that has opened: told once. */
  takeStartDocument: {
    params: z.strictObject({}),
    result: PickedFileSchema.nullable(),
  },
  /** Makes the open sample as it was at first, after asking; the page is then loaded anew. `false`: thought better. */
  resetSample: {
    params: z.strictObject({}),
    result: z.boolean(),
  },
} as const;

export type ShellCalls = typeof shellCalls;
export type ShellCallName = keyof ShellCalls;

/** Commands the native menu sends to the window. The window owns what they do. */
export const MENU_COMMANDS = [
  'undo',
  'redo',
  'print-preview',
  'export',
  'export-decomposition',
  'export-matrix',
  'export-ledger',
  'send-forms',
  'templates',
  'take-returns',
  'take-folder',
  'returns-overview',
  'return-rules',
  'take-data-file',
  'read-document',
  'read-clipboard',
  'read-revision',
  'switch-plan',
  'periods',
  'carry-forward',
  'confirm-carried',
  'deadlines',
  'cadence',
  'calendar',
  'light-rules',
  'agencies',
  'set-people',
  'leaders',
  'new-matter',
  'matters',
  'next-year',
  'compare-years',
  'history',
  'sendings',
  'check',
  'find',
  'replace',
  'find-next',
  'find-previous',
  'filter',
  'go-to',
  'view-roles',
  'view-progress',
  'show-matrix',
  'show-ledger',
  'show-returns',
  'show-statistics',
  'look-back',
  'operator',
  'show-duties',
  'show-reminders',
  'next-doubt',
  'previous-doubt',
  'next-screen',
  'previous-screen',
  'views',
  'insert-above',
  'insert-below',
  'remove-tasks',
  'move-up',
  'move-down',
  'move-to-section',
  'renumber-tasks',
  'edit-task',
  'note',
  'cell-history',
  'hide-rows',
  'show-rows',
  'toggle-duties-only',
  'toggle-groups',
  'toggle-panel',
  'toggle-composing',
  'next-pane',
  'verifications',
  'evidence',
  'copy-data-file',
  'show-week',
  'show-pages',
  'task-page',
  'agency-page',
  'page-back',
  'page-forward',
  'draft-summary',
  'help',
  'about',
] as const;
export type MenuCommand = (typeof MENU_COMMANDS)[number];

/** What the preload script puts on `window.shell`: named functions only, no channel names, no paths. */
export type ShellBridge = {
  readonly [Name in Exclude<ShellCallName, 'grantDropped'>]: (
    params: z.input<ShellCalls[Name]['params']>,
  ) => Promise<z.output<ShellCalls[Name]['result']>>;
} & {
  /**
   * Tickets for what was dropped on the window: one for a file, those of its files for a folder, none for what is in no
   * folder.
   *
   * @param file the page's `File`, a class that this room does not know
   */
  readonly takeDropped: (file: object) => Promise<readonly PickedFile[]>;
  /** @returns a function that stops listening */
  readonly onMenuCommand: (listener: (command: MenuCommand) => void) => () => void;
  /** Told when the backend ended unexpectedly; saved data is safe, the window offers a restart. */
  readonly onBackendGone: (listener: () => void) => () => void;
  /** Told when the machine wakes from sleep or its screen is unlocked: the date may be another one. */
  readonly onWake: (listener: () => void) => () => void;
};

/** What the hidden page that is printed finds on `window.printJob`; it has nothing else. */
export type PrintBridge = {
  readonly take: () => Promise<PrintJob>;
  /** The pages are drawn. */
  readonly ready: () => void;
};

/** Message type by which the preload hands the page its MessagePort to the backend (`window.postMessage`). */
export const BACKEND_PORT_MESSAGE = 'zeren:backend-port';

/** Message by which the page says it is ready to receive that port. */
export const WANT_PORT_MESSAGE = 'zeren:want-backend-port';
