/** What is measured: the words of a clause, short and without what only says that it is to be done. */

const NAME_MAX = 24;

const LEADING =
  /^(?:到?20\d{2}年(?:底前?|末)?|年底前?|\d{1,2}月(?:份|底|末)?前?|截至[^，]{1,10}|[一二三四五六]是|[将把](?=.{3})|\d{1,2}年内|年内|其中|力争|确保|实现|保证|推动|推进|使|要|并|且|全年|本年度|年度|今年|持续|继续|进一步|切实|努力|稳步|不断|完成(?![率量数额度])|开展|组织|做到|达到|实施|实行|全面|全[省市县区国镇乡州](?:范围内)?|重点|至少|每(?:年|月|季度|周|半年))/u;
/** 区融媒体中心每周播放公益广告: who does it and how often stand before what is measured. */
const UP_TO_PERIOD = /^.*每(?:月|年|季度|周|半年|日)(?=.{2})/u;

/** 返还比例由60%提高至90%: where it started is no part of what is measured. */
const FROM_VALUE = /(?:由|从)\d[\d.]*[%％\u4e00-\u9fff]{0,6}$/u;

/** 支出进度9月底前: when is no part of it either. */
const DATE_LAST = /(?<=.{2})(?:\d{1,2}月(?:份|底|末)?前?|年底前?)$/u;

/** Short and without quotes: what a person would call it. */
export function cleanName(clause: string): string {
  let name = clause.replaceAll(/[“”"‘’《》\s]/gu, '').replace(UP_TO_PERIOD, '');
  for (let stripped = name.replace(LEADING, ''); stripped !== name; stripped = name.replace(LEADING, ''))
    name = stripped;
  name = name.replace(
    /(?:要|应|须|力争|均|分别|总体|基本|全部|原则上|最长|最高|最低|至少|较上年|较去年|同比|比上年|等)+$/u,
    '',
  );
  name = name.replace(FROM_VALUE, '').replace(DATE_LAST, '');
  if (name.length <= NAME_MAX) return name;
  const of = name.lastIndexOf('的', name.length - 4);
  return of >= 0 && name.length - of - 1 <= NAME_MAX ? name.slice(of + 1) : name.slice(-NAME_MAX);
}

/** The words since the last mark; a list before 分别 keeps its marks. */
export function clauseOf(left: string, several = false): string {
  const marks = several ? /[，。；：！？\n（）()【】]/u : /[，。；：！？\n（）()【】、]/u;
  let start = left.length;
  while (start > 0 && !marks.test(left.charAt(start - 1))) start--;
  return left.slice(start);
}

/** 具有博士、硕士学位的企业紧缺人才: a list before 的 only describes; without 的 the first item is the name. */
export function nounAfter(tail: string): string {
  const phrase = /^[“”\u4e00-\u9fff+·、]{2,48}/u.exec(tail)?.[0] ?? '';
  const described = /^.*的[^的、]{2,24}/u.exec(phrase)?.[0];
  return (described ?? phrase.split('、')[0]?.slice(0, 24) ?? '').replace(/[和及与]$/u, '');
}
