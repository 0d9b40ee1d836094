import path from 'node:path';
import { pathOf } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { runLongCall } from '#backend/calls/long-call.ts';
import { saveFile } from '#backend/files/save-file.ts';
import type { ExportedFile } from '#shared/domain/overview.ts';
import { describeLayout } from './describe-layout.ts';
import { printLayout } from './print-layout.ts';
import { writeTable } from './write-table.ts';
import { writeTables } from './write-tables.ts';

export const exportsHandlers = {
  table: os.exports.table.handler(({ context, input: { file, ...request }, signal }) =>
    runLongCall<ExportedFile>(context, 'exports.table', (progress) =>
      writeTable(context, request, pathOf(context, file, 'export'), progress, signal),
    ),
  ),
  tables: os.exports.tables.handler(({ context, input: { folder, ...request }, signal }) =>
    runLongCall<readonly ExportedFile[]>(context, 'exports.tables', (progress) =>
      writeTables(context, request, pathOf(context, folder, 'forms'), progress, signal),
    ),
  ),
  printTable: os.exports.printTable.handler(({ context, input }) => printLayout(context, input)),
  sheets: os.exports.sheets.handler(({ context, input }) =>
    describeLayout(context, input).sheets.flatMap(({ agency }) =>
      agency ? [{ agencyId: agency.id, name: agency.name }] : [],
    ),
  ),
  pdf: os.exports.pdf.handler(async ({ context, input }) => {
    const target = pathOf(context, input.file, 'export');
    const bytes = new Uint8Array(await input.content.arrayBuffer());
    await saveFile(target, bytes, 'pdf', context.dataFile);
    return { fileName: path.basename(target), bytes: bytes.byteLength };
  }),
};
