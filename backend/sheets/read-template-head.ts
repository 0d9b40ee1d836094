import { TEMPLATE_FIELD_LABELS, type TemplateField } from '#shared/domain/template.ts';
import type { Field } from './head-fields.ts';
import { plainHead, returnHeadOf } from './read-head.ts';
import { TEMPLATE_HEADS } from './template-heads.ts';
import { VOCABULARY } from './vocabulary.ts';

/** What a head of a superior's form asks for. */
export type TemplateHead = {
  /** In the order of the words; none: known, and the program has nothing to say to it. */
  readonly fields: readonly TemplateField[];
  /** Nobody would read it otherwise. */
  readonly sure: boolean;
  /** Why not; empty when there is no doubt. */
  readonly doubt: string;
};

/** Where the common vocabulary tells apart less or more than a form's columns do. */
const MEANT: Readonly<Partial<Record<Field, TemplateField>>> = {
  responsibility: 'responsible',
  measures: 'nextSteps',
};

function fieldMeant(field: Field): TemplateField | undefined {
  const meant = MEANT[field] ?? field;
  return meant in TEMPLATE_FIELD_LABELS ? (meant as TemplateField) : undefined;
}

/** With what stands around a head, such as instructions in brackets. */
const WRITTEN_LENGTH_MAX = 600;
/** 填报单位： is a label with room to write behind it, 进展情况表 a title. */
const LABEL = /[：:]\s*$/u;
const TITLE = /(?:表|台账|清单|方案|一览)$/u;
/** 存在问题及下步措施, 责任单位/责任人. */
const BETWEEN = /以及|[及和与暨、/／,，;；+＋&]/u;
const BRACKETS = /[(〔【[].*?[)〕】\]]/gsu;

/**
 * What a head of a superior's form asks for, by the one vocabulary.
 *
 * @param text as written, or several rows of heads in one
 * @returns `undefined` for words that are no known head
 */
export function templateHeadOf(text: string): TemplateHead | undefined {
  if (text.length > WRITTEN_LENGTH_MAX || LABEL.test(text) || TITLE.test(plainHead(text))) return undefined;
  const whole = wholeHead(text);
  if (whole?.isUsual === true) return plainly(whole);
  const several = severalIn(text);
  if (several?.sure === true || whole?.sure !== true) return several ?? (whole && plainly(whole));
  return plainly(whole);
}

/** `isUsual`: it is a word of the vocabulary as it stands, so that it is no list of several. */
type WholeHead = TemplateHead & { readonly isUsual: boolean };

const plainly = ({ fields, sure, doubt }: WholeHead): TemplateHead => ({ fields, sure, doubt });

/** A head that is one word of the vocabulary, or holds one. */
function wholeHead(text: string): WholeHead | undefined {
  const plain = plainHead(text);
  if (plain === '') return undefined;
  const special = TEMPLATE_HEADS.find(({ like }) => like.test(plain));
  if (special !== undefined) {
    const read = sureOf(special.field === null ? [] : [special.field], text);
    const { doubt = read.doubt } = special;
    return { ...read, sure: doubt === '', doubt, isUsual: true };
  }
  const common = returnHeadOf(text);
  if (common === undefined) return undefined;
  if (common.column === 'several') {
    const parts = (common.parts ?? []).flatMap((part) => fieldMeant(part) ?? []);
    return { fields: parts, sure: false, doubt: '这一列像是问几件事', isUsual: false };
  }
  const field = fieldMeant(common.field);
  if (common.sureness !== 'contained') return { ...sureOf(field === undefined ? [] : [field], text), isUsual: true };
  if (field === undefined) return { fields: [], sure: true, doubt: '', isUsual: false };
  if (endsUsual(plain, common.field)) return { ...sureOf([field], text), isUsual: false };
  return { fields: [field], sure: false, isUsual: false, doubt: `由表头中的词读作${TEMPLATE_FIELD_LABELS[field]}` };
}

/** 重点工作任务 ends in 工作任务: what comes before only says which. */
function endsUsual(plain: string, field: Field): boolean {
  return VOCABULARY.some(
    (heads) => heads.field === field && heads.words.some((word) => word.length > 2 && plain.endsWith(word)),
  );
}

/** 完成情况（%） asks for a number, 是否完成 for 是 or 否: what is usually told there would not do. */
function sureOf(fields: readonly TemplateField[], text: string): TemplateHead {
  const [field] = fields;
  const brackets = text.normalize('NFKC').match(BRACKETS)?.join('') ?? '';
  if (field === 'narrative' && /%|‰|百分/u.test(brackets)) {
    return { fields: ['percent'], sure: false, doubt: '表头问的是情况，括号里又要百分数' };
  }
  if (field === 'status' && /是否|能否|有无/u.test(text)) {
    return { fields, sure: false, doubt: '这一列问“是”或“否”，不是状态词' };
  }
  return { fields, sure: true, doubt: '' };
}

/** A head that asks for two things or more: each of its pieces is a head of its own. */
function severalIn(text: string): TemplateHead | undefined {
  const pieces = text
    .normalize('NFKC')
    .replace(BRACKETS, '')
    .replace(/\s/gu, '')
    .split(BETWEEN)
    .filter((piece) => piece !== '');
  if (pieces.length < 2) return undefined;
  const heads = pieces.map((piece) => wholeHead(piece) ?? wholeHead(piece.replace(/^其/u, '')));
  const fields = [...new Set(heads.flatMap((head) => head?.fields ?? []))];
  if (fields.length === 0 || heads[0] === undefined || heads.length === 1) return undefined;
  const isPlain = heads.every((head) => head?.sure === true && head.fields.length > 0);
  return isPlain ? { fields, sure: true, doubt: '' } : { fields, sure: false, doubt: '表头里的话只认出一部分' };
}
