import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPhrase } from '#backend/plan/read-phrase.ts';
import { readPlan } from '#backend/plan/read-plan.ts';
import type { PlanReading, Span } from '#shared/domain/plan-reading.ts';
import { PlanReadingSchema } from '#shared/domain/plan-reading.ts';
import { AppError } from '#shared/errors.ts';
import { seedText } from './seed-reading.ts';

/** Pieces that plans are made of, thrown together in any order. */
const PIECES = [
  ...[
    '一、',
    '（一）',
    '(二)',
    '1.',
    '2、',
    '①',
    '第一条',
    '第二章 ',
    '（1）',
    '\n',
    '\r\n',
    '。',
    '，',
    '、',
    ' ',
    '\u3000',
  ],
  ...['（', '）', '〔', '〕', '[', ']', '【', '】', '(', ')', '责任单位：', '牵头单位:', '完成时限：', '【责任单位】'],
  ...[
    '县教育局',
    '县公安局',
    '各乡镇人民政府',
    '各市、县〔区〕人民政府',
    '牵头',
    '按职责分工负责',
    '配合',
    '会同',
    '等',
  ],
  ...[
    '达到65%以上',
    '50批次',
    '每月15日前',
    '11月20日前',
    '全覆盖',
    '2021年',
    '第三季度',
    '年底前',
    '不少于',
    '不再列出',
  ],
  ...[
    '列首位的为牵头单位，下同',
    '以下均需各区负责，不再列出',
    '抄送：',
    '附件',
    '推进工作',
    '〔2021〕31号',
    '\ud83d',
    '\u0000',
  ],
];

const planLike = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join(''));
const anyText = fc.oneof(
  planLike,
  fc.string({ unit: 'binary', maxLength: 300 }),
  planLike.map((text) => `一、任务\n（一）${text}`),
);

function readOrRefuse(text: string): PlanReading | undefined {
  try {
    return readPlan(text);
  } catch (error) {
    if (error instanceof AppError && error.code === 'PLAN_NO_TASKS') return undefined;
    throw error;
  }
}

function spansOf(reading: PlanReading): Span[] {
  return [
    ...reading.sections.map((section) => section.span),
    ...reading.tasks.flatMap((task) => [
      task.span,
      ...task.targets.map((target) => target.span),
      ...task.dues.map((due) => due.span),
      ...task.responsibilities.flatMap((item) => [item.span, ...item.roles.map((role) => role.span)]),
    ]),
    ...reading.repairs.map((repair) => repair.span),
    ...reading.warnings.flatMap((warning) => (warning.span === undefined ? [] : [warning.span])),
  ];
}

describe('any text at all', () => {
  test('is read into the public shape or refused, with every span inside it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = readOrRefuse(text);
        if (reading === undefined) return;
        PlanReadingSchema.parse(reading);
        for (const span of spansOf(reading)) {
          expect(span.start).toBeLessThanOrEqual(span.end);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 600 },
    );
  });

  test('is read the same twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(readOrRefuse(text)).toEqual(readOrRefuse(text));
      }),
      { numRuns: 200 },
    );
  });

  test('as a phrase never fails, and spans stay inside it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const role of readPhrase(text).roles) {
          expect(role.agency).not.toBe('');
          expect(role.span.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 600 },
    );
  });

  test('task numbers are unique and rise', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const numbers = readOrRefuse(text)?.tasks.map((task) => task.number) ?? [];
        expect(numbers).toEqual([...new Set(numbers)].toSorted((left, right) => left - right));
      }),
      { numRuns: 200 },
    );
  });

  test('without a single task is refused with a Chinese sentence', () => {
    for (const text of ['', '  \n', '今天天气很好。', '〔2021〕31号']) {
      expect(() => readPlan(text)).toThrow(expect.objectContaining({ code: 'PLAN_NO_TASKS' }));
    }
  });
});

/** The quickest run says most about the program and least about the machine's other work. */
const RUNS = 3;

/** Milliseconds of processor time: a wall clock measures the neighbours too. */
function quickest(work: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const before = process.cpuUsage();
    work();
    return process.cpuUsage(before).user / 1000;
  });
  return Math.min(...times);
}

describe('hostile lengths stay linear', () => {
  // Ten times the text may take ten times the time and the noise of a shared machine, not a hundred times.
  const SMALL = 4_000;
  const FACTOR = 10;
  const ALLOWED = 60;

  test.each([
    '（',
    '）',
    '〔（',
    '（县教育局',
    '（县教育局）',
    '县教育局）',
    '（责任单位：县\n',
    '县',
    '和',
    '按职责分工',
    '责任单位：\n',
    ' ',
    '达到100%',
    '一、a（县',
    '目录\n',
    '——县教育局\n',
    '（牵头单位：甲）（责任单位：乙）',
    '县教育局牵头，',
    '新增3个、',
    '以下均需',
  ])(
    '%j repeated',
    (piece) => {
      const time = (length: number): number => {
        const text = `一、任务\n（一）工作${piece.repeat(length / piece.length)}`;
        return quickest(() => {
          readOrRefuse(text);
          readPhrase(text);
        });
      };
      const small = Math.max(8, time(SMALL));
      expect(time(SMALL * FACTOR)).toBeLessThan(small * ALLOWED);
    },
    20_000,
  );

  test('one repair refused among thousands of a task costs no more than reading twice', () => {
    const torn = (lines: number): string =>
      `一、任务\n（一）${'推进各项工作落实到位、\n落实'.repeat(lines)}。（县教育局）\n`;
    const time = (lines: number): number => {
      const text = torn(lines);
      const refusedRepairs = readPlan(text)
        .repairs.slice(-1)
        .map((repair) => repair.span);
      return quickest(() => expect(readPlan(text, { refusedRepairs }).repairs).toHaveLength(lines));
    };
    const small = Math.max(8, time(SMALL / 4));
    expect(time((SMALL * FACTOR) / 4)).toBeLessThan(small * ALLOWED);
  }, 30_000);

  test('half a bracket repeated a million times is answered within seconds', () => {
    const started = performance.now();
    readOrRefuse(`一、任务\n（一）工作。${'（'.repeat(1_000_000)}`);
    expect(performance.now() - started).toBeLessThan(15_000);
  }, 30_000);

  test('200 pages are read in about a second', () => {
    const seed = seedText();
    const text = seed.repeat(Math.ceil((200 * 700) / seed.length));
    const started = performance.now();
    expect(readPlan(text).tasks.length).toBeGreaterThan(1000);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
