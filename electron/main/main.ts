// The main process: windows, menus, dialogs and the order of life. It does no work of its own; the data file
// belongs to the backend process (../backend-process.ts), everything about the plan to the page.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { app, dialog, Menu } from 'electron';
import { describeError } from '#shared/text/error-text.ts';
import { newIncident } from '../incident.ts';
import { openLog } from '../log.ts';
import { type CommandLine, readCommandLine } from './command-line.ts';
import { chooseDataFile } from './data-file/choose-data-file.ts';
import { mark } from './marks.ts';
import { registerPageScheme, servePages } from './pages/page-protocol.ts';
import { placesAround } from './places.ts';
import { Program } from './program.ts';
import { openSettings } from './settings/settings-file.ts';
import { denyPermissions, lockDownPages } from './window/lock-down.ts';

mark('main-started');

const userData = app.getPath('userData');
const logFolder = path.join(userData, 'logs');
const log = openLog(path.join(logFolder, 'main.log'));
// In development the second argument is the folder of the program.
const commandLine = readCommandLine(process.argv.slice(process.defaultApp ? 2 : 1), process.cwd());

// One program per user-data folder: a second start hands its file over and ends (pitfall 70).
if (app.requestSingleInstanceLock(commandLine)) start();
else app.quit();

function start(): void {
  watchForBugs();
  const settings = openSettings({ file: path.join(userData, 'settings.json'), now: () => new Date(), log });
  if (commandLine.isSafeStart || settings.current().isHardwareAccelerationOff) app.disableHardwareAcceleration();
  // Date fields of the page are written as the machine's language writes them, on an English Windows 12/21/2021.
  app.commandLine.appendSwitch('lang', 'zh-CN');
  // Otherwise Electron builds an English menu first, which costs time and flashes.
  Menu.setApplicationMenu(null);
  registerPageScheme();
  lockDownPages(log);

  const places = placesAround(import.meta.dirname);
  const openProgram = () => {
    mark('app-ready');
    denyPermissions();
    servePages(places.renderer);
    const program = new Program({
      places,
      settings,
      choice: chooseDataFile({
        fromCommandLine: commandLine.dataFile,
        lastDataFile: settings.current().lastDataFile,
        wereSettingsDamaged: settings.wasDamaged,
        documentsFolder: app.getPath('documents'),
        isThere: existsSync,
      }),
      documentsFolder: app.getPath('documents'),
      log,
      logFolder,
      backendLogFile: path.join(logFolder, 'backend.log'),
    });
    app.on('second-instance', (_event, _args, _folder, handedOver) => {
      // Sent by this very program, started a second time by the same user.
      const { dataFile } = handedOver as CommandLine;
      program.comeForward(dataFile).catch((error: unknown) => log.error('a second start failed', error));
    });
  };
  app.whenReady().then(openProgram).catch(fail);
}

/** Without a window there is nothing to go on with. */
function fail(error: unknown): void {
  const incident = newIncident();
  log.error(`incident ${incident} at the start`, error);
  dialog.showErrorBox(app.name, describeError('INTERNAL', { incident }));
  app.exit(1);
}

/** A bug in the shell is written down and told; the data is in another process and safe. */
function watchForBugs(): void {
  process.on('uncaughtException', (error) => {
    const incident = newIncident();
    log.error(`incident ${incident}: uncaught exception`, error);
    // Not showErrorBox, which would stop the shell until somebody answers.
    dialog
      .showMessageBox({ type: 'error', message: describeError('INTERNAL', { incident }), buttons: ['确定'] })
      .catch((cause: unknown) => log.error('the message could not be shown', cause));
  });
  process.on('unhandledRejection', (reason) => log.error(`incident ${newIncident()}: unhandled rejection`, reason));
}
