import { app, type BrowserWindow, Menu, shell } from 'electron';
import type { MenuCommand } from '#shared/contract/shell.contract.ts';
import { AppError } from '#shared/errors.ts';
import type { OpenFailure } from '../backend/backend-messages.ts';
import { newIncident } from '../incident.ts';
import { BACKEND_GONE_CHANNEL, MENU_CHANNEL } from '../ipc.ts';
import type { Log } from '../log.ts';
import { START_PAGE, WELCOME_PAGE } from '../page-address.ts';
import type { BackendHost } from './backend-host.ts';
import type { DataFileChoice } from './data-file/choose-data-file.ts';
import { mark } from './marks.ts';
import { EMPTY_MENU_STATE, type MenuState, menuTemplate, sameMenu, startMenuTemplate } from './menu/menu-template.ts';
import type { Places } from './places.ts';
import { Printer } from './print/printer.ts';
import { askAboutOpenProblem, askToOpen, askToRestart } from './questions.ts';
import type { SettingsFile } from './settings/settings-file.ts';
import { FileDialogs } from './shell/file-dialogs.ts';
import { createShellHandlers } from './shell/shell-handlers.ts';
import { listenToPage } from './shell/shell-ipc.ts';
import { TicketRegistry } from './shell/tickets.ts';
import { startBackend } from './start-backend.ts';
import { StartDoors } from './start-doors.ts';
import { boundsOf, createMainWindow, windowTitle } from './window/main-window.ts';
import { noteTroubles, tellOfWaking } from './window/window-events.ts';

export type ProgramOptions = {
  readonly places: Places;
  readonly settings: SettingsFile;
  /** `undefined`: none yet, the person is asked how to begin. */
  readonly choice: DataFileChoice | undefined;
  readonly documentsFolder: string;
  readonly log: Log;
  readonly logFolder: string;
  /** Log of the backend process. */
  readonly backendLogFile: string;
};

type Phase = 'running' | 'closing' | 'closed';

/** The running program: one window, one data file with its backend process, and the order of their lives. */
export class Program {
  readonly #options: ProgramOptions;
  readonly #window: BrowserWindow;
  readonly #dialogs: FileDialogs;
  readonly #doors: StartDoors;
  readonly #tickets = new TicketRegistry();
  /** `undefined` while the doors stand before the first data file. */
  #choice: DataFileChoice | undefined;
  #backend: BackendHost | undefined;
  #menuState: MenuState = EMPTY_MENU_STATE;
  #phase: Phase = 'running';
  #isChangingFile = false;

  /** Opens the window. The backend is started by the page's first question for it: see {@link #startedBackend}. */
  constructor(options: ProgramOptions) {
    this.#options = options;
    this.#choice = options.choice;
    const page = options.choice === undefined ? WELCOME_PAGE : START_PAGE;
    this.#window = createMainWindow(options.settings.current().window, options.places.preload, page);
    mark('window-created');
    // Building the menu takes up to 60 ms, in which the page would wait for its first file.
    this.#window.webContents.once('dom-ready', () => this.#showMenu());
    this.#dialogs = new FileDialogs(this.#window, options.settings);
    this.#doors = new StartDoors({
      window: this.#window,
      dialogs: this.#dialogs,
      documentsFolder: options.documentsFolder,
      open: () => this.#choice,
      changeTo: (choice) => this.#changeTo(choice),
      pickAndChange: () => this.#pickAndChange(),
    });
    this.#window.setTitle(windowTitle(this.#choice?.dataFile));
    this.#listen();
  }

  /** For a second start of the program: comes to the front and asks whether to open the file it was given. */
  async comeForward(dataFile: string | undefined): Promise<void> {
    if (this.#phase !== 'running') return;
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.focus();
    if (dataFile === undefined || dataFile === this.#choice?.dataFile) return;
    if (this.#choice === undefined || (await askToOpen(this.#window, dataFile)))
      await this.#changeTo({ dataFile, createIfMissing: false });
  }

  #listen(): void {
    const { log, logFolder } = this.#options;
    const handlers = createShellHandlers({
      dialogs: this.#dialogs,
      printer: new Printer(this.#options.places.printPreload),
      tickets: this.#tickets,
      page: () => this.#window.webContents,
      grant: (ticket, path, purpose) => this.#startedBackend().grant(ticket, path, purpose),
      setMenuState: (state) => this.#setMenuState(state),
      dataFile: () => this.#choice?.dataFile ?? '',
      openDataFile: (dataFile) => this.#inBackground(this.#changeTo({ dataFile, createIfMissing: false })),
      logFolder,
      operator: () => this.#options.settings.current().operator,
      setOperator: (operator) => {
        this.#options.settings.change({ operator });
        this.#startedBackend().nameOperator(operator);
      },
      enter: (door) => this.#doors.enter(door),
      takeStartDocument: () => this.#doors.takeDocument(),
      resetSample: () => this.#doors.resetSample(),
    });
    listenToPage({ window: this.#window, handlers, connect: (port) => this.#startedBackend().connect(port), log });
    this.#window.on('close', (event) => this.#holdUntilClosed(event));
    app.on('before-quit', (event) => this.#holdUntilClosed(event));
    this.#window.webContents.on('render-process-gone', (_event, details) => this.#pageGone(details.reason));
    tellOfWaking(this.#window);
    noteTroubles(this.#window, log);
  }

  // --- the data file and its backend

  /**
   * The backend of the open file, started when the page's preload script first asks for it. Starting it together
   * with the window would make both fight for the two cores of an office PC: the window then appears a tenth later,
   * and the matrix no sooner.
   */
  #startedBackend(): BackendHost {
    if (this.#choice === undefined) throw new AppError('DATA_FILE_MISSING', { file: '' });
    this.#backend ??= this.#startBackend(this.#choice);
    return this.#backend;
  }

  #startBackend(choice: DataFileChoice): BackendHost {
    const { places, log, backendLogFile } = this.#options;
    return startBackend({
      places,
      choice,
      logFile: backendLogFile,
      operator: this.#options.settings.current().operator,
      log,
      onReady: () => this.#fileIsOpen(choice),
      onOpenFailed: (failure) => this.#inBackground(this.#fileDidNotOpen(choice, failure)),
      onGone: (exitCode) => this.#inBackground(this.#backendGone(exitCode)),
    });
  }

  #fileIsOpen({ dataFile, document }: DataFileChoice): void {
    mark('backend-ready');
    this.#doors.keepDocument(document);
    // From here on the file exists: should it vanish, a new empty one must not take its place.
    this.#choice = { dataFile, createIfMissing: false };
    if (document === undefined && this.#options.settings.current().lastDataFile !== dataFile) {
      this.#options.settings.change({ lastDataFile: dataFile });
    }
  }

  /** The file that did not open stays as it is; the person says which one to open instead. */
  async #fileDidNotOpen(choice: DataFileChoice, failure: OpenFailure): Promise<void> {
    const { dataFile } = choice;
    this.#options.log.error(`the data file did not open: ${failure.code}`, failure.details);
    for (;;) {
      const answer = await askAboutOpenProblem(this.#window, failure, dataFile);
      if (answer === 'quit') return this.#quit();
      if (answer === 'start-page') return this.#changeTo(undefined);
      const next = answer === 'retry' ? choice : await this.#pickDataFile();
      if (next !== undefined) return this.#changeTo(next);
    }
  }

  async #pickDataFile(): Promise<DataFileChoice | undefined> {
    const dataFile = await this.#dialogs.openDataFile();
    return dataFile === undefined ? undefined : { dataFile, createIfMissing: false };
  }

  /** Closes the open file in order, opens the other one and loads the page anew; with none, the page of the doors. */
  async #changeTo(choice: DataFileChoice | undefined): Promise<void> {
    if (this.#phase !== 'running' || this.#isChangingFile) return;
    this.#isChangingFile = true;
    try {
      await this.#backend?.close();
      // Asked to quit meanwhile: #quit waited for the same closing.
      if (this.#phase !== 'running') return;
      const isSamePage = (choice === undefined) === (this.#choice === undefined);
      this.#choice = choice;
      this.#tickets.clear();
      // The page that is loaded now asks for the new one.
      this.#backend = undefined;
      this.#window.setTitle(windowTitle(choice?.dataFile));
      this.#menuState = EMPTY_MENU_STATE;
      this.#showMenu();
      if (isSamePage) this.#window.webContents.reload();
      // As in createMainWindow: a page that does not load shows in did-fail-load.
      else this.#window.loadURL(choice === undefined ? WELCOME_PAGE : START_PAGE).catch(() => undefined);
    } finally {
      this.#isChangingFile = false;
    }
  }

  async #pickAndChange(): Promise<boolean> {
    const choice = await this.#pickDataFile();
    if (choice === undefined) return false;
    if (choice.dataFile !== this.#choice?.dataFile) await this.#changeTo(choice);
    return true;
  }

  // --- what ends unexpectedly

  async #backendGone(exitCode: number): Promise<void> {
    if (this.#phase !== 'running') return;
    const incident = newIncident();
    this.#options.log.error(`incident ${incident}: the backend ended unexpectedly`, exitCode);
    this.#window.webContents.send(BACKEND_GONE_CHANNEL);
    if (await askToRestart(this.#window, '后台', incident)) await this.#changeTo(this.#choice);
    else await this.#quit();
  }

  #pageGone(reason: string): void {
    if (this.#phase !== 'running' || reason === 'clean-exit') return;
    const incident = newIncident();
    this.#options.log.error(`incident ${incident}: the page ended unexpectedly`, reason);
    const ask = async () => {
      if (await askToRestart(this.#window, '窗口', incident)) this.#window.webContents.reload();
      else await this.#quit();
    };
    this.#inBackground(ask());
  }

  // --- closing

  /** Closing and quitting both wait until the backend has closed the data file. */
  #holdUntilClosed(event: { preventDefault: () => void }): void {
    if (this.#phase === 'closed') return;
    event.preventDefault();
    this.#inBackground(this.#quit());
  }

  async #quit(): Promise<void> {
    if (this.#phase !== 'running') return;
    this.#phase = 'closing';
    this.#options.settings.change({ window: boundsOf(this.#window) });
    await this.#backend?.close();
    this.#phase = 'closed';
    this.#window.destroy();
    app.quit();
  }

  // --- the menu

  #setMenuState(state: MenuState): void {
    if (sameMenu(state, this.#menuState)) return;
    this.#menuState = state;
    this.#showMenu();
  }

  /** Made anew each time: the label of a menu item cannot be changed. */
  #showMenu(): void {
    const { settings } = this.#options;
    const dataFile = this.#choice?.dataFile;
    const openDataFile = () => this.#inBackground(this.#pickAndChange());
    const quit = () => app.quit();
    if (dataFile === undefined) {
      Menu.setApplicationMenu(Menu.buildFromTemplate(startMenuTemplate({ openDataFile, quit })));
      return;
    }
    const template = menuTemplate({
      state: this.#menuState,
      isPackaged: app.isPackaged,
      isHardwareAccelerationOff: settings.current().isHardwareAccelerationOff,
      actions: {
        send: (command: MenuCommand) => this.#window.webContents.send(MENU_CHANNEL, command),
        openDataFile,
        showStartPage: () => this.#inBackground(this.#changeTo(undefined)),
        showDataFile: () => shell.showItemInFolder(dataFile),
        toggleHardwareAcceleration: () =>
          settings.change({ isHardwareAccelerationOff: !settings.current().isHardwareAccelerationOff }),
        quit,
      },
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }

  /** For work that nobody waits for: a failure is a bug and goes to the log. */
  #inBackground(work: Promise<unknown>): void {
    work.catch((error: unknown) => this.#options.log.error(`incident ${newIncident()} in the shell`, error));
  }
}
