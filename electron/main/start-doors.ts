import type { BrowserWindow } from 'electron';
import type { StartDoor } from '#shared/contract/shell.contract.ts';
import { type DataFileChoice, sampleChoice } from './data-file/choose-data-file.ts';
import { askToResetSample } from './questions.ts';
import type { FileDialogs } from './shell/file-dialogs.ts';

type StartDoorsOptions = {
  readonly window: BrowserWindow;
  readonly dialogs: FileDialogs;
  readonly documentsFolder: string;
  /** The open data file; `undefined` while the doors stand. */
  readonly open: () => DataFileChoice | undefined;
  readonly changeTo: (choice: DataFileChoice) => Promise<void>;
  /** Asks for a data file and opens it; whether one was chosen. */
  readonly pickAndChange: () => Promise<boolean>;
};

/** The doors before the first data file, and the sample. */
export class StartDoors {
  readonly #options: StartDoorsOptions;
  /** What was chosen to become a plan, until the page asks for it. */
  #document: string | undefined;

  constructor(options: StartDoorsOptions) {
    this.#options = options;
  }

  /** A document is read on the sample as its desk: the plan that comes of it becomes a data file of its own. */
  async enter(door: StartDoor): Promise<boolean> {
    const { open, changeTo, pickAndChange, documentsFolder, dialogs } = this.#options;
    if (open() !== undefined) return false;
    if (door === 'data-file') return pickAndChange();
    const sample = sampleChoice(documentsFolder);
    if (door === 'sample') await changeTo(sample);
    else {
      const [document] = await dialogs.openDocument();
      if (document === undefined) return false;
      await changeTo({ ...sample, document });
    }
    return true;
  }

  /** Keeps the document that the opened file is the desk of; `undefined`: none. */
  keepDocument(document: string | undefined): void {
    this.#document = document;
  }

  /** The document that was kept, once. */
  takeDocument(): string | undefined {
    const document = this.#document;
    this.#document = undefined;
    return document;
  }

  /** Makes the open sample anew, when the person says so. */
  async resetSample(): Promise<boolean> {
    const choice = this.#options.open();
    if (choice === undefined || !(await askToResetSample(this.#options.window))) return false;
    await this.#options.changeTo({ dataFile: choice.dataFile, createIfMissing: 'sample-anew' });
    return true;
  }
}
