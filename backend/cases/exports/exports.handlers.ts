import path from 'node:path';
import { pathOf } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { runLongCall } from '#backend/calls/long-call.ts';
import { saveFile } from '#backend/files/save-file.ts';
import type { ExportedFile } from '#shared/domain/overview.ts';
import { buildTable } from './build-table.ts';

export const exportsHandlers = {
  table: os.exports.table.handler(({ context, input }) =>
    runLongCall<ExportedFile>(context, 'exports.table', async function* (progress) {
      const target = pathOf(context, input.file);
      const fileName = path.basename(target);
      yield progress(0, 2, '正在生成表格');
      const table = buildTable(context, input);
      const bytes = await table.workbook();
      // Cancelling up to here leaves nothing behind; after it the file is whole.
      yield progress(1, 2, `正在写入 ${fileName}`);
      await saveFile(target, bytes, 'workbook', context.dataFile);
      return { fileName, rows: table.rows, bytes: bytes.byteLength };
    }),
  ),
  printTable: os.exports.printTable.handler(({ context, input }) => buildTable(context, input).printed()),
  pdf: os.exports.pdf.handler(async ({ context, input }) => {
    const target = pathOf(context, input.file);
    const bytes = new Uint8Array(await input.content.arrayBuffer());
    await saveFile(target, bytes, 'pdf', context.dataFile);
    return { fileName: path.basename(target), bytes: bytes.byteLength };
  }),
};
