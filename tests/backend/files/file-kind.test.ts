import { describe, expect, it } from 'vitest';
import { type FileKind, fileKind, KIND_NAMES } from '#backend/files/file-kind.ts';
import { oleWith } from './ole-with.ts';
import { type ZipEntry, zipOf } from './zip-of.ts';

const entry = (name: string): ZipEntry => ({ name, content: '<x/>' });

describe('what a file is', () => {
  it.each<readonly [FileKind, string, Uint8Array]>([
    ['empty', 'no bytes', Buffer.alloc(0)],
    ['xlsx', 'a workbook', zipOf([entry('[Content_Types].xml'), entry('xl/workbook.xml')])],
    ['xlsb', 'a binary workbook', zipOf([entry('xl/workbook.bin')])],
    ['docx', 'a Word document', zipOf([entry('word/document.xml')])],
    ['pptx', 'slides', zipOf([entry('ppt/presentation.xml')])],
    ['ofd', 'an OFD document', zipOf([entry('OFD.xml')])],
    ['odf', 'an OpenDocument table', zipOf([entry('mimetype'), entry('content.xml')])],
    ['zip', 'an archive', zipOf([entry('a.txt')])],
    ['broken-zip', 'a zip without its directory', zipOf([entry('xl/workbook.xml')]).slice(0, 60)],
    ['xls', 'an old workbook', oleWith('Workbook')],
    ['xls', 'one of Excel 95', oleWith('Book')],
    ['encrypted', 'a workbook with a password', oleWith('EncryptedPackage')],
    ['doc', 'an old document', oleWith('WordDocument')],
    ['pdf', 'a PDF', Buffer.from('%PDF-1.7\n')],
    ['archive', 'a RAR', Buffer.from('Rar!\x1A\x07')],
    ['html', 'a web page with a mark of UTF-8', Buffer.from('\uFEFF <html><table><tr><td>1</table>')],
    ['html', 'a table as Excel exports it to the web', Buffer.from('<?xml version="1.0"?><html><body>')],
    ['web-archive', 'a web page in one file', Buffer.from('MIME-Version: 1.0\n\n<html>')],
    ['xml', 'a table in XML', Buffer.from('<?xml version="1.0"?><Workbook/>')],
    ['rtf', 'an RTF document', Buffer.from('{\\rtf1 abc}')],
    ['text', 'commas in GBK', Buffer.from('d0f2bac52cb9a4d7f7c8cecef10a312cb2e2cad4', 'hex')],
    ['text', 'a plan in UTF-16', Buffer.from('\uFEFF一、任务', 'utf16le')],
    ['text', 'a plan that begins with an angle bracket', Buffer.from('<关于印发工作要点的通知>')],
    ['data-file', 'a data file', Buffer.from('SQLite format 3\0')],
    ['program', 'a program', Buffer.from('MZ\x90\0', 'latin1')],
    ['unknown', 'other bytes', Buffer.from([1, 0, 2, 0, 3])],
  ])('is told by its bytes: %s, %s', async (kind, _, bytes) => {
    expect(await fileKind(new Uint8Array(bytes))).toBe(kind);
    expect(KIND_NAMES[kind]).not.toBe('');
  });
});
