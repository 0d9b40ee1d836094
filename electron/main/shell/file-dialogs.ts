import { existsSync } from 'node:fs';
import path from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { safeFileNameWithEnding } from '#shared/text/file-name.ts';
import { tellFileExists } from '../questions.ts';
import type { FolderPurpose } from '../settings/settings.ts';
import type { SettingsFile } from '../settings/settings-file.ts';
import { filtersFor, withExtension } from './file-names.ts';

const DATA_FILE_FILTERS = [{ name: '责任矩阵数据文件', extensions: ['db'] }];

/** In which kinds of file forms come back. The dialog offers them first; what a file is, its first bytes tell. */
const RETURN_ENDINGS = 'xlsx xlsm xlsb xls et ods csv tsv txt html htm mht mhtml xml docx doc wps zip'.split(' ');

/** The native dialogs of one window. All answer with full paths, `undefined` when the person cancelled. */
export class FileDialogs {
  readonly #window: BrowserWindow;
  readonly #settings: SettingsFile;

  constructor(window: BrowserWindow, settings: SettingsFile) {
    this.#window = window;
    this.#settings = settings;
  }

  async saveExport(suggestedName: string): Promise<string | undefined> {
    const name = safeFileNameWithEnding(suggestedName);
    const chosen = await this.#save('export', '导出', name, filtersFor(name));
    if (chosen === undefined) return undefined;
    const file = withExtension(chosen, path.extname(name));
    // The dialog asked about the name it knew; with the extension added it may be another, existing file.
    if (file !== chosen && existsSync(file) && !(await this.#confirmReplace(file))) return undefined;
    return file;
  }

  /** The save dialog offers to replace a file; a data file is never replaced, and the person is told so. */
  async saveNewDataFile(suggestedName: string): Promise<string | undefined> {
    const chosen = await this.#save(
      'dataFile',
      '新建数据文件',
      safeFileNameWithEnding(suggestedName),
      DATA_FILE_FILTERS,
    );
    if (chosen === undefined) return undefined;
    const file = withExtension(chosen, '.db');
    if (!existsSync(file)) return file;
    await tellFileExists(this.#window, file);
    return undefined;
  }

  async openDataFile(): Promise<string | undefined> {
    const [file] = await this.#open('dataFile', '打开数据文件', ['openFile'], DATA_FILE_FILTERS);
    return file;
  }

  async openReturns(): Promise<readonly string[]> {
    // No filter by kind: a person who picks an .xls is told what to do with it, rather than not finding it.
    const filters = [
      { name: '交回的填报表', extensions: RETURN_ENDINGS },
      { name: '所有文件', extensions: ['*'] },
    ];
    return this.#open('returns', '选择交回的填报表', ['openFile', 'multiSelections'], filters);
  }

  async openReturnsFolder(): Promise<string | undefined> {
    const [folder] = await this.#open('returns', '选择存放填报表的文件夹', ['openDirectory'], []);
    return folder;
  }

  /** A data file to be read, not opened: of another clerk, a township, another county. */
  async openOtherDataFile(): Promise<readonly string[]> {
    return this.#open('returns', '选择要并入的数据文件', ['openFile'], DATA_FILE_FILTERS);
  }

  /** One document that holds a plan. */
  async openDocument(): Promise<readonly string[]> {
    const filters = [
      { name: '工作安排', extensions: ['docx', 'doc', 'wps', 'pdf', 'txt', 'xlsx', 'xlsm', 'xls', 'et'] },
      { name: '所有文件', extensions: ['*'] },
    ];
    return this.#open('document', '选择工作安排文件', ['openFile'], filters);
  }

  async openCalendar(): Promise<readonly string[]> {
    const filters = [
      { name: '节假日安排', extensions: ['xlsx', 'xls', 'et', 'csv', 'txt', 'json', 'docx'] },
      { name: '所有文件', extensions: ['*'] },
    ];
    return this.#open('document', '选择节假日安排文件', ['openFile'], filters);
  }

  /** A superior's form, empty or filled in; of the other kinds one is told what to do with them. */
  async openTemplate(): Promise<readonly string[]> {
    const filters = [
      { name: '上级表样', extensions: ['xlsx', 'xlsm'] },
      { name: '所有文件', extensions: ['*'] },
    ];
    return this.#open('document', '选择上级下发的表', ['openFile'], filters);
  }

  /** Files that prove what was reported: of any kind, several at once. */
  async openEvidence(): Promise<readonly string[]> {
    const filters = [{ name: '所有文件', extensions: ['*'] }];
    return this.#open('document', '选择佐证材料', ['openFile', 'multiSelections'], filters);
  }

  async openFormsFolder(): Promise<string | undefined> {
    const [folder] = await this.#open('forms', '选择存放填报表的文件夹', ['openDirectory', 'createDirectory'], []);
    return folder;
  }

  /** Where a table for each agency is written. */
  async openTablesFolder(): Promise<string | undefined> {
    const [folder] = await this.#open('export', '选择存放导出表格的文件夹', ['openDirectory', 'createDirectory'], []);
    return folder;
  }

  /** A layout that another PC wrote. */
  async openLayoutFile(): Promise<readonly string[]> {
    const filters = [
      { name: '表样文件', extensions: ['json'] },
      { name: '所有文件', extensions: ['*'] },
    ];
    return this.#open('export', '选择表样文件', ['openFile'], filters);
  }

  async #save(
    purpose: FolderPurpose,
    title: string,
    name: string,
    filters: Electron.FileFilter[],
  ): Promise<string | undefined> {
    const { canceled, filePath } = await dialog.showSaveDialog(this.#window, {
      title,
      defaultPath: path.join(this.#folder(purpose), name),
      filters,
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    if (canceled || filePath === '') return undefined;
    this.#remember(purpose, path.dirname(filePath));
    return filePath;
  }

  async #open(
    purpose: FolderPurpose,
    title: string,
    properties: NonNullable<Electron.OpenDialogOptions['properties']>,
    filters: Electron.FileFilter[],
  ): Promise<readonly string[]> {
    const options = { title, defaultPath: this.#folder(purpose), properties, filters };
    const { canceled, filePaths } = await dialog.showOpenDialog(this.#window, options);
    const [first] = filePaths;
    if (canceled || first === undefined) return [];
    this.#remember(purpose, properties.includes('openDirectory') ? first : path.dirname(first));
    return filePaths;
  }

  async #confirmReplace(file: string): Promise<boolean> {
    const { response } = await dialog.showMessageBox(this.#window, {
      type: 'question',
      message: `“${path.basename(file)}”已存在，要替换吗？`,
      buttons: ['替换', '取消'],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    });
    return response === 0;
  }

  #folder(purpose: FolderPurpose): string {
    return this.#settings.current().folders[purpose] ?? app.getPath('documents');
  }

  #remember(purpose: FolderPurpose, folder: string): void {
    const { folders } = this.#settings.current();
    if (folders[purpose] !== folder) this.#settings.change({ folders: { ...folders, [purpose]: folder } });
  }
}
