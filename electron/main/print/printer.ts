import { BrowserWindow, type WebContents } from 'electron';
import type { PrintJob } from '#shared/domain/print-table.ts';
import { AppError } from '#shared/errors.ts';
import { PRINT_JOB_CHANNEL, PRINT_READY_CHANNEL } from '../../ipc.ts';
import { PRINT_PAGE } from '../../page-address.ts';
import { isOurPage, lockedPreferences } from '../window/lock-down.ts';
import { pdfOptions, printerOptions, printOutcome } from './print-options.ts';

/** Drawing a thousand pages takes some ten seconds on an office PC; longer, and something has gone wrong. */
const DRAW_LIMIT_MS = 120_000;

/** Prints jobs of the page, each in a hidden window of its own that is gone afterwards. */
export class Printer {
  readonly #preload: string;

  /** @param preload full path of the print page's preload script */
  constructor(preload: string) {
    this.#preload = preload;
  }

  /** @throws AppError PRINT_FAILED */
  async toPdf(job: PrintJob): Promise<Uint8Array<ArrayBuffer>> {
    const pdf = await this.#withDrawn(job, (contents) => contents.printToPDF(pdfOptions(job.setup)));
    return new Uint8Array(pdf);
  }

  /** Through the system's dialog. @throws AppError PRINT_FAILED */
  async toPaper(job: PrintJob): Promise<'printed' | 'cancelled'> {
    return this.#withDrawn(job, async (contents) => {
      const { promise, resolve } = Promise.withResolvers<{ success: boolean; reason: string }>();
      contents.print(printerOptions(job.setup), (success, reason) => resolve({ success, reason }));
      const { success, reason } = await promise;
      return printOutcome(success, reason);
    });
  }

  async #withDrawn<Result>(job: PrintJob, use: (contents: WebContents) => Promise<Result>): Promise<Result> {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { ...lockedPreferences(), preload: this.#preload },
    });
    try {
      await drawn(window.webContents, job);
      return await use(window.webContents);
    } finally {
      window.destroy();
    }
  }
}

/** Settles when the page has drawn the job. @throws AppError PRINT_FAILED when it does not come to that */
async function drawn(contents: WebContents, job: PrintJob): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const fail = (reason: string) => reject(new AppError('PRINT_FAILED', { reason }));
  const limit = setTimeout(() => fail('排版用时过长'), DRAW_LIMIT_MS);
  // SECURITY: channels of this window alone, and of its own page.
  contents.ipc.handle(PRINT_JOB_CHANNEL, ({ senderFrame }) => (isOurPage(senderFrame, contents) ? job : null));
  contents.ipc.once(PRINT_READY_CHANNEL, () => resolve());
  contents.once('render-process-gone', () => fail('打印页面意外停止'));
  contents.once('did-fail-load', () => fail('打印页面没有载入'));
  contents.loadURL(PRINT_PAGE).catch(() => fail('打印页面没有载入'));
  try {
    await promise;
  } finally {
    clearTimeout(limit);
  }
}
