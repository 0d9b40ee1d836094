import type { CellRead } from '#backend/sheets/cell-text.ts';
import { parseStatus, STATUS_LABELS, type Status } from '#shared/domain/status.ts';
import { notReadable, type ReturnedValue, readAs } from './returned-value.ts';

/** Words that a person who types them means as a status, and that in a returned cell may mean anything. */
const UNCLEAR = new Set(['无', '困难', '推进']);
/** Words that name a status only for whoever takes them so. */
const HESITANT = new Set(['持续推进', '滞后', '进展缓慢', '停滞']);
/** Longer texts are narratives in the wrong column. */
const STATUS_LENGTH_MAX = 12;

type Guess = { readonly when: RegExp; readonly likely: Status; readonly also?: Status };

/** Of several lines the first that fits decides: 未完成 is not 完成. */
const GUESSES: readonly Guess[] = [
  { when: /(?:基本|接近|即将|大部分?|部分|阶段性?|初步)(?:已)?(?:完成|办结)/u, likely: 'in-progress', also: 'done' },
  {
    when: /(?:未|没有?|尚待|待|正在|继续|力争|预计|计划|争取|确保).{0,4}(?:完成|办结|销号)/u,
    likely: 'in-progress',
    also: 'not-started',
  },
  {
    when: /(?:未|没有?|尚待|待)(?:启动|开始|开展|动工|实施|部署|安排)|^(?:筹备|谋划)/u,
    likely: 'not-started',
    also: 'in-progress',
  },
  { when: /不涉及|不适用|无(?:此项?|相关|该项?|本项)?(?:任务|工作|内容|职责)|非本单位/u, likely: 'not-applicable' },
  { when: /受阻|停滞|停工|暂停|搁置|无法推进|难以推进/u, likely: 'blocked', also: 'in-progress' },
  { when: /滞后|缓慢|偏慢|落后/u, likely: 'blocked', also: 'in-progress' },
  {
    when: /推进|进行|开展|办理中|在办|实施|正常|长期|持续|常态|序时|按(?:计划|进度|时)|启动|正在|整改中|建设中|落实中/u,
    likely: 'in-progress',
    also: 'done',
  },
  { when: /完成|办结|办毕|销号|结束|完毕|落实|到位/u, likely: 'done', also: 'in-progress' },
];

/** What in brackets changes nothing: 推进中（正常）. */
const HARMLESS = /^(?:正常|按期|按计划|按时|如期|按序时|顺利|有序|已验收|达标|100%|是)?$/u;

const CHECKED = /[☑√✓✔■☒●]\s*([^□☐○☑√✓✔■☒●]+)/gu;
const UNCHECKED = /[□☐○]/u;

function asLabel(status: Status): string {
  return STATUS_LABELS[status];
}

function guessed(written: string, likely: Status, also: readonly Status[] = []): ReturnedValue {
  const offers = [likely, ...also].map(asLabel);
  return readAs(asLabel(likely), `由“${written}”读作“${asLabel(likely)}”`, offers);
}

/** 100% is done, 0% not begun, whatever lies between under way. */
function ofPercent(written: string, percent: number): ReturnedValue | undefined {
  if (percent > 100) return undefined;
  if (percent === 100) return guessed(written, 'done', ['in-progress']);
  return percent === 0
    ? guessed(written, 'not-started', ['in-progress'])
    : guessed(written, 'in-progress', ['not-started']);
}

/** □未启动 ☑推进中 □已完成: the one that is ticked. */
function tickedIn(written: string): Status | undefined {
  if (!UNCHECKED.test(written)) return undefined;
  const ticked = [...written.matchAll(CHECKED)].map((match) =>
    parseStatus((match[1] ?? '').replace(/[\p{P}\s]/gu, '')),
  );
  return ticked.length === 1 ? ticked[0] : undefined;
}

/** The text in plain width, and what is left of it without brackets and what stands around it. */
function plainOf(written: string): { readonly whole: string; readonly plain: string } {
  const whole = written.normalize('NFKC').replace(/\s+/gu, '');
  return {
    whole,
    plain: whole.replace(/[(〔【[].*?[)〕】\]]/gu, '').replace(/^["'“”‘’]+|["'“”‘’。.,，;；!！、]+$/gu, ''),
  };
}

/** The status whose word a text is, with a tick beside it or without. */
function namedBy(plain: string): Status | undefined {
  return parseStatus(plain) ?? parseStatus(plain.replace(/^[√✓✔☑■●★]|[√✓✔☑]$/gu, ''));
}

/** The status a text names beyond doubt: the one that is ticked, or a plain word for it. */
export function sureStatus(written: string): Status | undefined {
  const ticked = tickedIn(written);
  if (ticked !== undefined) return ticked;
  const { whole, plain } = plainOf(written);
  if (UNCLEAR.has(plain) || HESITANT.has(plain)) return undefined;
  const added = whole.matchAll(/[(〔【[](.*?)[)〕】\]]/gu);
  return [...added].every((match) => HARMLESS.test(match[1] ?? '')) ? namedBy(plain) : undefined;
}

/** Several words in one cell, each a status of its own: 已完成/推进中. */
function ofSeveral(written: string, plain: string): ReturnedValue | undefined {
  const named = plain
    .split(/[/／、,，;；或和|\n]/u)
    .map((part) => parseStatus(part))
    .filter((status) => status !== undefined);
  const distinct = [...new Set(named)];
  return distinct.length > 1 ? notReadable(written, `“${written}”写了几种状态`, distinct.map(asLabel)) : undefined;
}

function ofYesOrNo(written: string, plain: string, asksYesOrNo: boolean): ReturnedValue | undefined {
  if (!/^(?:是|否|有|y|n|yes|no|true|false)$/iu.test(plain)) return undefined;
  const yes = /^(?:是|y|yes|true)$/iu.test(plain);
  if (asksYesOrNo && yes) return readAs(asLabel('done'));
  if (asksYesOrNo && /^(?:否|n|no|false)$/iu.test(plain)) return guessed(written, 'in-progress', ['not-started']);
  return notReadable(written, `“${written}”不是进展状态`, yes ? [asLabel('done')] : []);
}

/**
 * Reads a status as agencies write it: the program's words and plain equivalents are sure, others (基本完成, 按序时进度推进,
 * √, 100%) leave a doubt, what names none (无, 困难) cannot be read. An empty cell stays empty.
 *
 * @param written what the cell shows, without blanks around it; not empty
 * @param asksYesOrNo the head asks 是否完成, so that 是 is an answer
 */
export function readStatus(
  written: string,
  cell: Pick<CellRead, 'number' | 'percent'>,
  asksYesOrNo = false,
): ReturnedValue {
  const sure = sureStatus(written);
  if (sure !== undefined) return readAs(asLabel(sure));
  const { plain } = plainOf(written);
  const answer = ofYesOrNo(written, plain, asksYesOrNo);
  if (answer) return answer;
  if (UNCLEAR.has(plain)) return notReadable(written, `“${written}”不是进展状态`);
  const named = namedBy(plain);
  if (named !== undefined && !HESITANT.has(plain)) return guessed(written, named);
  if (/^[√✓✔☑]$/u.test(plain)) return guessed(written, 'done', ['in-progress']);
  const share = cell.number !== null && cell.percent ? cell.number * 100 : undefined;
  const signed = /^(?:已?完成率?(?:达到?)?|进度|约)*(\d+(?:\.\d+)?)%(?:左右)?$/u.exec(plain)?.[1];
  const percent = share ?? (signed === undefined ? undefined : Number(signed));
  const ofNumber = percent === undefined ? undefined : ofPercent(written, percent);
  if (ofNumber) return ofNumber;
  const several = ofSeveral(written, plain);
  if (several) return several;
  if ([...plain].length <= STATUS_LENGTH_MAX) {
    const guess = GUESSES.find(({ when }) => when.test(plain));
    if (guess) return guessed(written, guess.likely, guess.also === undefined ? [] : [guess.also]);
  }
  return notReadable(written, `“${written}”不是进展状态`);
}
