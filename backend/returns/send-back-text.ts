import { periodTitle } from '#shared/domain/period.ts';

/** What a letter that goes with a return says; names and reasons may come from outside. */
export type SendBackLetter = {
  readonly agencyName: string;
  readonly planTitle: string;
  /** The period's label, as in the data file; empty when nobody knows for which period it is. */
  readonly periodLabel: string;
  /** Until when (ISO date); empty when there is no period. */
  readonly dueOn: string;
  /** ISO date. */
  readonly today: string;
  /** The file that goes back. */
  readonly fileName: string;
  /** One sentence each, the task's number and the field in it. */
  readonly reasons: readonly string[];
};

/**
 * The text that goes to an agency with a return that is sent back: what came, what is to be corrected, how and by when.
 * Pure. A due date that has passed is not asked for again: then it says 尽快, and which date it was.
 */
export function sendBackText(letter: SendBackLetter): string {
  const reasons = letter.reasons.map(asPoint).filter((reason) => reason !== '');
  const plan = letter.planTitle === '' ? '' : inTitleMarks(oneLine(letter.planTitle));
  const count = reasons.length === 1 ? '有一处' : `有以下 ${reasons.length} 处`;
  const found = reasons.length === 0 ? '经核对，尚需补充完善。' : `经核对，${count}需要补充或更正：`;
  return [
    `${oneLine(letter.agencyName) || '有关单位'}：`,
    '',
    `贵单位报送的${plan}${periodTitle(letter.periodLabel)}填报表（文件名：${oneLine(letter.fileName)}）收悉。${found}`,
    ...reasons.map((reason, index) => `${index + 1}. ${reason}`),
    '',
    `请逐项核实，在原表上改正（不改动表头，不增删列），${until(letter)}重新报送。随附“退回说明”的，黄色单元格即需改正之处，批注写明原因。如有疑问，请及时联系。`,
    '',
    '感谢支持！',
  ].join('\n');
}

function until({ dueOn, today }: Pick<SendBackLetter, 'dueOn' | 'today'>): string {
  if (dueOn === '') return '尽快';
  if (dueOn < today) return `尽快（原定 ${chineseDay(dueOn)}前）`;
  return dueOn === today ? '于今日内' : `于 ${chineseDay(dueOn)}前`;
}

/** A reason as one point of a list: on one line, without a number of its own, ended by a full stop. */
function asPoint(reason: string): string {
  const text = oneLine(reason).replace(/^(?:\d{1,3}[、．)）]|\d{1,3}\.(?!\d)|[（(]\d{1,3}[)）])\s*/u, '');
  if (text === '' || /[。！？…]”?$/u.test(text)) return text;
  return `${text.replace(/[；，、,;.]$/u, '')}。`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** A title that has its marks keeps them; marks inside become single ones. */
function inTitleMarks(title: string): string {
  const inner = /^《(.*)》$/su.exec(title)?.[1] ?? title;
  return `《${inner.replaceAll('《', '〈').replaceAll('》', '〉')}》`;
}

function chineseDay(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}
