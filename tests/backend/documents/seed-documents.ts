import { readPlan } from '#backend/plan/read-plan.ts';
import type { PlanReading } from '#shared/domain/plan-reading.ts';
import { buildDecomposition } from '#tests/helpers/described-tables.ts';
import { seedDirectory, seedText } from '../plan/seed-reading.ts';
import { abstractNum, docx, num, paragraph } from './docx-of.ts';
import { pagesOf, pdfOf } from './pdf-of.ts';

/** The embedded plan as paragraphs, each section and each task beginning one, as Word has it. */
export function seedParagraphs(): readonly string[] {
  const text = seedText();
  const reading = readPlan(text);
  const starts = [...reading.sections, ...reading.tasks].map(({ span }) => span.start).toSorted((a, b) => a - b);
  const pieces: string[] = [];
  let at = text.indexOf('\n', text.lastIndexOf('\n#') + 1) + 1;
  for (const start of [...starts, text.length]) {
    pieces.push(text.slice(at, start));
    at = start;
  }
  // The copy's own line and page breaks inside sentences stay: they are part of what must be read.
  return pieces.flatMap((piece) => piece.split('\n')).filter((line) => line.trim() !== '' && !line.startsWith('#'));
}

const SECTION = /^[一二三四五六七八九十]{1,3}、/u;
const TASK = /^[（(][一二三四五六七八九十]{1,4}[）)]/u;

/** The same with its numbers taken out of the text and given to Word to count: tasks run on through the sections. */
export function seedWithAutomaticNumbers(): { readonly body: string; readonly numbering: string } {
  const body = seedParagraphs().map((line) => {
    const text = line.trimStart();
    if (SECTION.test(text)) return paragraph(text.replace(SECTION, ''), { numId: 1, level: 0 });
    if (TASK.test(text)) return paragraph(text.replace(TASK, ''), { numId: 1, level: 1 });
    return paragraph(line);
  });
  const levels = [
    { format: 'chineseCounting', text: '%1、' },
    { format: 'chineseCountingThousand', text: '（%2）', extra: '<w:lvlRestart w:val="0"/>' },
  ];
  return { body: body.join(''), numbering: abstractNum(0, levels) + num(1, 0) };
}

/** The table that the program itself exports of it. */
export function seedTable(): Promise<Uint8Array> {
  const plan = readPlan(seedText(), { directory });
  const tasks = plan.tasks.map((task) => ({
    ...task,
    section: plan.sections.find(({ ordinal }) => ordinal === task.section) ?? null,
    assignments: task.responsibilities.flatMap(({ roles }) =>
      roles.map(({ agency, role }) => ({ agencyName: agency, role })),
    ),
  }));
  return buildDecomposition({ plan, date: '2021-10-08', tasks });
}

/** It as a Word document of plain lines. */
export function seedDocx(): Uint8Array {
  const lines = seedText().split('\n');
  return docx(lines.map((line) => paragraph(line)).join(''));
}

/** It as the pages of a PDF. */
export function seedPdf(): Uint8Array {
  const lines = seedText().split('\n');
  return pdfOf(pagesOf(lines.filter((line) => line.trim() !== '')));
}

/** What must be the same in every kind of file. */
export function figuresOf(reading: PlanReading) {
  const roles = reading.tasks.flatMap((task) => task.responsibilities.flatMap((item) => item.roles));
  return {
    title: reading.title,
    documentNumber: reading.documentNumber,
    issuedOn: reading.issuedOn,
    sections: reading.sections.map(({ title }) => title),
    tasks: reading.tasks.map((task) => task.number),
    leads: roles.filter(({ role }) => role === 'lead').length,
    coResponsible: roles.filter(({ role }) => role === 'co-responsible').length,
    cooperating: roles.filter(({ role }) => role === 'cooperating').length,
    roles: reading.tasks.map((task) =>
      task.responsibilities.flatMap((item) => item.roles.map(({ agency, role }) => `${role}:${agency}`)),
    ),
    targets: reading.tasks.flatMap((task) => task.targets.map(({ text: _text, span: _span, ...target }) => target)),
    dues: reading.tasks.flatMap((task) => task.dues.map(({ text: _text, span: _span, ...due }) => due)),
  };
}

export const directory = seedDirectory();
export const seedFigures = figuresOf(readPlan(seedText(), { directory }));
