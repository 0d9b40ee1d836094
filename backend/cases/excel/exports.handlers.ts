import path from 'node:path';
import type { ExportedFile } from '#shared/domain/views.ts';
import { pathOf } from '../../context.ts';
import { saveFile } from '../../excel/save-file.ts';
import { os } from '../../implementer.ts';
import { runLongCall } from '../long-call.ts';
import { buildTable } from './build-table.ts';

export const exportsHandlers = {
  table: os.exports.table.handler(({ context, input }) =>
    runLongCall<ExportedFile>(context, 'exports.table', async function* (progress) {
      const target = pathOf(context, input.file);
      const fileName = path.basename(target);
      yield progress(0, 2, '正在生成表格');
      const table = await buildTable(context, input);
      // Cancelling up to here leaves nothing behind; after it the file is whole.
      yield progress(1, 2, `正在写入 ${fileName}`);
      await saveFile(target, table.bytes);
      return { fileName, rows: table.rows, bytes: table.bytes.byteLength };
    }),
  ),
};
