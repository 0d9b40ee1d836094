import type { TextView } from '../text/text-view.ts';
import { sliceView } from '../text/text-view.ts';
import { OPENING_WORDS } from './clause-verb.ts';
import { roleVerbAtEnd } from './role-verbs.ts';
import { isStrictUnit } from './unit-lexicon.ts';

/**
 * Words about time and pace that stand among units (长期, 全年推进, 2024年启动, 分年度实施). The due reader finds what
 * is owed when; here they only must not become somebody's name.
 */

/** What says when. */
const TIME =
  /(?:20)?\d{2}(?:年度?)?(?=[—–~～至-])|20\d{2}年(?:度|底|末|初|内|间)?|20\d{2}|\d{1,2}(?:月(?:份)?|日|号|个工作日|个月|季度|旬)|[一二三四1-4]季度|(?:第[一二三四1-4]|每个?)季度?|[上中下]旬|[上下]半年|年度|全年|常年|当年|次年|逐年|年[内底末初中]|月[底末初中]|季[末初]|年终|每[年月季周日]|长期|中长期|近期|远期|中期|短期|持续|适时|即时|实时|立即|即刻|随时|及时|定期|不定期|日常|经常性?|常态化?|立行立改|即知即改|即行即改|边查边改|分(?:年度|阶段|步|期|批)|逐步|有序|按(?:期|年度|季度?|月|时序|进度|时间节点)|限期|限时|如期|按时|汛期|阶段性|滚动|五一|十一|国庆节?|春节|元旦/uy;
/** What is done then; alone it says nothing about time. */
const PACE =
  /启动|实施|推进|任务|完成|坚持|开展|整改|落实|办结|到位|见效|进行|工作|保持|结束|建成|达标|更新|报送|取得(?:进展|成效|实效)|明显(?:成效|进展)|基本|全部|全面|力争|确保|事项|之?[前后内]|以[前后内]|底|末|起|止|[到至于在从自并的、，—–~～-]|长效/uy;

const REMARK_MAX = 24;
/** 10月底前完成 between units is a due, found by the due reader; it is nobody's name. */
const DUE_WORDS =
  /^(?:[^、]{0,12}(?:\d{1,2}月|年底|季度|月底|年内|长期坚持|持续推进|常态化)[^、]{0,12}|(?:到|截至|于)?20\d\d年[^、]{0,12}|(?:全年|常年|长期|持续|每[年月季周日]|立行立改|即知即改|即行即改|立即|随时|适时|汛期)[^、]{0,12})$/u;

/** Whether all of `text` is about time and pace: 全年推进, 2024年—2026年, 长期任务. */
function isTimeRemark(text: string): boolean {
  if (text.length < 2 || text.length > REMARK_MAX) return false;
  let saysWhen = false;
  let at = 0;
  while (at < text.length) {
    const time = lengthOf(TIME, text, at);
    const length = time > 0 ? time : lengthOf(PACE, text, at);
    if (length === 0) return false;
    saysWhen ||= time > 0;
    at += length;
  }
  return saysWhen;
}

/** Where the time remark starts that closes `text` (县教育局2024年启动, 负责并长期坚持); its length when there is none. */
function timeRemarkAtEnd(text: string): number {
  for (let at = Math.max(2, text.length - REMARK_MAX); at <= text.length - 3; at++) {
    if (isTimeRemark(text.slice(at))) return at;
  }
  return text.length;
}

const DATE_FIRST =
  /^(?:[到于在截至]{0,2})(?:20\d\d年(?:\d{1,2}月)?|\d{1,2}月)(?:\d{1,2}日|[上中下]旬|底|末|中旬)?(?:之?前|以前|内|起)?(?:完成|启动)?(?=[\u4e00-\u9fff]{3})/u;

/** The length of the date that opens `text`: 6月底前 in 6月底前县教育局负责. */
export function dateLengthAtStart(text: string): number {
  return DATE_FIRST.exec(text)?.[0].length ?? 0;
}

/** The words without a date before or a time remark after them; `undefined` when they are about time only. */
export function withoutTime(words: TextView): TextView | undefined {
  if (isTimeRemark(words.text)) return undefined;
  const from = dateLengthAtStart(words.text);
  const rest = sliceView(words, from, timeRemarkAtEnd(words.text));
  if (rest.text.length === words.text.length) return DUE_WORDS.test(words.text) ? undefined : words;
  if (roleVerbAtEnd(rest.text) !== undefined || isStrictUnit(rest.text.replace(OPENING_WORDS, ''))) return rest;
  return DUE_WORDS.test(words.text) ? undefined : words;
}

function lengthOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
