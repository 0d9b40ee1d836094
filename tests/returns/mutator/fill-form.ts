import { PROGRESS_FIELDS, type ProgressField } from '#shared/domain/progress.ts';
import { type Book, type BookCell, type Content, columnAt, copyOf, isEmpty, taskRows } from './book.ts';
import { type Draft, keyOf } from './draft.ts';
import type { Random } from './random.ts';
import type { SentForm, World } from './world.ts';

type Report = Readonly<Record<ProgressField, string>>;

const VERBS = ['走访商户', '检查门店', '发放资料', '培训人员', '登记台账', '抽查摊点'] as const;

/** A report as an agency writes it: with figures and days, whole in itself, no two alike. */
function aReport(random: Random, nth: number, hadBegun: boolean): Report {
  const day = 5 + random.below(14);
  const reportedOn = `2021-10-${String(Math.max(day, 8)).padStart(2, '0')}`;
  const figure = 300 + nth * 17 + random.below(16);
  const work = `10月${day}日前${random.pick(VERBS)}${figure}个（处）`;
  const common = { problems: '', nextSteps: '', reportedOn };
  switch (hadBegun ? 2 + random.below(4) : random.below(6)) {
    case 5:
      return { ...common, status: '已完成', percent: '100', narrative: `${work}，全部工作于10月${day}日完成。` };
    case 0:
      return {
        ...common,
        status: '未启动',
        percent: '',
        narrative: `计划10月${20 + random.below(9)}日召开启动会，已列名单${figure}人。`,
      };
    case 2:
      return {
        ...common,
        status: '受阻',
        percent: String(45 + random.below(10)),
        narrative: `${work}，其余暂缓。`,
        problems: `经费缺口${figure}元，设备未到位`,
        nextSteps: `10月${21 + random.below(9)}日前追加经费${figure}元`,
      };
    default:
      return {
        ...common,
        status: '推进中',
        percent: String(50 + random.below(46)),
        narrative: `${work}，正在汇总。`,
        problems: random.below(2) === 0 ? '' : `偏远点位${figure % 90}处未到`,
        nextSteps: random.below(2) === 0 ? '' : `10月${21 + random.below(9)}日前完成剩余${figure % 70}处`,
      };
  }
}

function contentOf(field: ProgressField, value: string): Pick<BookCell, 'content' | 'format'> {
  const content = ((): Content => {
    if (field === 'percent') return Number(value) / 100;
    if (field === 'reportedOn') return { date: value };
    return value;
  })();
  const format = field === 'percent' ? '0%' : field === 'reportedOn' ? 'yyyy-mm-dd' : '@';
  return { content, format };
}

/**
 * Fills a form in as its agency does: most rows, in some only what changed. What is filled in is the truth.
 *
 * @param book as sent; it is not changed
 * @param another gives a filled form of another agency
 */
export function fillForm(
  world: World,
  form: SentForm,
  book: Book,
  random: Random,
  another: Draft['another'] = null,
): Draft {
  const filledBook = copyOf(book);
  const [sheet] = filledBook.sheets;
  if (!sheet) throw new Error('a form has a sheet');
  const sent = new Map<string, { readonly cell: BookCell; readonly value: string }>();
  const draft: Draft = {
    world,
    form,
    book: filledBook,
    sheet,
    files: [filledBook],
    earlier: [],
    truth: new Map(),
    sent,
    earlierIsUnread: false,
    another,
    comesTwice: false,
    remarks: [],
    clerk: new Map(),
    evidence: { ids: true, unit: true, month: true, rowIds: true, numbers: true, texts: true },
    needsSheets: false,
    hasMerges: false,
    hasUncounted: false,
  };
  for (const row of taskRows(sheet)) {
    for (const field of PROGRESS_FIELDS) {
      const cell = row.cells[columnAt(sheet, field)];
      if (cell && !isEmpty(cell))
        sent.set(keyOf(draft, row, field), { cell: { ...cell }, value: valueIn(cell, field) });
    }
  }
  for (const [nth, row] of random.some(taskRows(sheet), 0.75).entries()) {
    const report = aReport(random, nth + 20 * form.agencyId, !isEmpty(row.cells[columnAt(sheet, 'status')]));
    for (const field of PROGRESS_FIELDS) {
      const cell = row.cells[columnAt(sheet, field)];
      const value = report[field];
      if (!cell || value === '' || valueIn(cell, field) === value) continue;
      Object.assign(cell, contentOf(field, value));
      draft.truth.set(keyOf(draft, row, field), { value, how: 'land' });
    }
  }
  return draft;
}

/** What a cell of an untouched form says, in the form's own writing. */
export function valueIn({ content }: BookCell, field: ProgressField): string {
  if (typeof content === 'number')
    return field === 'percent' ? String(Math.round(content * 1000) / 10) : String(content);
  if (typeof content === 'string') return content;
  return content !== null && typeof content === 'object' && 'date' in content ? content.date : '';
}
