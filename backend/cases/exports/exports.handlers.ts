import path from 'node:path';
import { pathOf } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { runLongCall } from '#backend/calls/long-call.ts';
import { describedPrint } from '#backend/excel/layouts/layout.ts';
import { saveFile } from '#backend/files/save-file.ts';
import type { ExportedFile } from '#shared/domain/overview.ts';
import { describeTable } from './build-table.ts';
import { writeTable } from './write-table.ts';

export const exportsHandlers = {
  table: os.exports.table.handler(({ context, input: { file, ...request }, signal }) =>
    runLongCall<ExportedFile>(context, 'exports.table', (progress) =>
      writeTable(context, request, pathOf(context, file, 'export'), progress, signal),
    ),
  ),
  printTable: os.exports.printTable.handler(({ context, input }) => describedPrint(describeTable(context, input))),
  pdf: os.exports.pdf.handler(async ({ context, input }) => {
    const target = pathOf(context, input.file, 'export');
    const bytes = new Uint8Array(await input.content.arrayBuffer());
    await saveFile(target, bytes, 'pdf', context.dataFile);
    return { fileName: path.basename(target), bytes: bytes.byteLength };
  }),
};
