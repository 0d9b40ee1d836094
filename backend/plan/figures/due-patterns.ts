import { CHINESE_NUMERAL_CHARS } from '../text/chinese-number.ts';

/** How official plans write when something is owed. Digits are plain ones; every expression is bounded. */

const N = `(?:[0-9]{1,2}|[${CHINESE_NUMERAL_CHARS}]{1,3})`;
const FULL_YEAR = `(?:20[0-9]{2}|二[〇零○0][${CHINESE_NUMERAL_CHARS}]{2})`;
const YEAR = `(?:(?<year>${FULL_YEAR}|今|本|当|明)年)`;
const BEFORE = '(?:之前|以前|前)';
const TO = '(?:至|到|-|—{1,2}|－|–|～|~)';
/** 6月底完成: without 前 a month's end is a due only when something is to be done by then. */
const DONE =
  '(?=[，,]?(?:全面|基本|力争|要|须|应|必须|全部|按时|如期)?(?:完成|建成|实现|达到|投入|投用|形成|出台|印发|启动|开工|竣工|上报|报送|报告))';
const REPORTS = '(?=(?:定期|及时|集中|统一)?(?:报送|上报|报告|通报|汇总|调度|更新|公布))';
/** The words close a bracket: （县教育局，2022年12月）. */
const CLOSES_BRACKET = '(?=[）)〕］\\]】])';
const IN_BRACKET = '(?<=[，,；;])';
const EACH = '每(?:个)?(?<period>周|月|季度|季|半年|年)(?:度)?';

/** 每月15日前, 每季度首月10日前, 每周五前, 次月5日前 */
export const RECURRING: readonly RegExp[] = [
  new RegExp(
    `${EACH}(?<where>末月|首月|第一个月|最后一个月|末|底)?(?:(?<month>${N})月)?(?:份)?(?:${N}(?:日|号)?[和、及])?(?:(?<day>${N})(?:日|号)|(?<edge>底|末|初|上旬|中旬|下旬)|[一二三四五六日天](?:上午|下午)?(?:下班)?)?(?:${BEFORE}|(?<=[末底一二三四五六日天初])${REPORTS})`,
    'gu',
  ),
  new RegExp(`(?:次|下)(?<period>月)(?<day>${N})(?:日|号)${BEFORE}`, 'gu'),
  new RegExp(`(?<![第一二三四1-4])(?<period>季度)(?:末|底)${BEFORE}`, 'gu'),
];

/** 每月报送一次, 按季度通报 */
export const REPORTED =
  /(?:每(?:个)?(?<period>周|月|季度|季|半年|年)(?:度)?|按(?<by>周|月|季度|季|半年|年)(?:度)?)(?:至少|不少于|定期|及时|应|要|须|向[^，。；\n]{2,16})?(?:(?<count>\d{1,2})(?:次|篇|份|期))?(?:报送|上报|报告|通报|汇总上报|调度)(?:一次|(?<times>\d{1,2})(?:次|篇|份|期))?/gu;

export const DATES: readonly RegExp[] = [
  new RegExp(`${YEAR}?(?<month>${N})月(?:份)?(?<day>${N})(?:日|号)${BEFORE}`, 'gu'),
  new RegExp(`(?<year>20\\d\\d)[.\\-/](?<month>\\d{1,2})[.\\-/](?<day>\\d{1,2})日?${BEFORE}`, 'gu'),
  new RegExp(
    `(?:${YEAR}?|${N}月?${TO})(?<month>${N})月(?:份)?(?<edge>底|末|上旬|中旬|下旬)(?:${BEFORE}|${DONE}|(?<=截至.{1,12}))`,
    'gu',
  ),
  new RegExp(`${YEAR}(?<month>${N})月(?:份)?(?:(?<bare>${BEFORE})|${DONE})`, 'gu'),
  new RegExp(`(?<![0-9${CHINESE_NUMERAL_CHARS}年])(?:${N}月?${TO})?(?<month>${N})月(?:份)?${DONE}`, 'gu'),
  new RegExp(`(?:到|至)?${YEAR}(?:年)?(?<yearEnd>底|末)(?:${BEFORE}|${DONE}|(?<=到20\\d\\d年(?:底|末)))`, 'gu'),
  new RegExp(`(?<![半一两二三四五六七八九十0-9])(?<yearEnd>年底|年末|年内|岁末)(?:${BEFORE}|${DONE})`, 'gu'),
  new RegExp(`(?<year>20[0-9]{2})年${BEFORE}(?![一二三四五六七八九十0-9后])`, 'gu'),
  /到(?<yearEnd>)(?<year>20[0-9]{2})年(?=[，,])/gu,
  new RegExp(`${YEAR}?第?(?<quarter>[一二三四1-4])季度(?:末|底|内)?(?:${BEFORE}|${DONE}|(?<=季度(?:末|底|内)))`, 'gu'),
  new RegExp(`(?<![，。；：、（(\\u4e00-\\u9fff])${YEAR}?第(?<quarter>[一二三四1-4])季度(?=[，。；;）)\\n]|$)`, 'gu'),
  new RegExp(`(?<=[，。；：（(])${YEAR}?第(?<quarter>[一二三四1-4])季度(?=[，。；;）)\\n]|$)`, 'gu'),
  new RegExp(`${YEAR}?(?<half>上|下)半年(?:底|末|内)?(?:${BEFORE}|${DONE}|(?<=半年(?:底|末|内)))`, 'gu'),
  new RegExp(`${IN_BRACKET}${YEAR}?(?<half>上|下)半年${CLOSES_BRACKET}`, 'gu'),
  new RegExp(
    `${IN_BRACKET}${YEAR}?(?<month>${N})月(?:份)?(?:(?<day>${N})(?:日|号)|(?<edge>底|末|上旬|中旬|下旬))?${CLOSES_BRACKET}`,
    'gu',
  ),
  /(?<season>主?汛期|入汛|春节|国庆节?|“?五一”?|中秋节?|供暖期|采暖期|采暖季|冬季|入冬|开学|春耕|秋收)(?:来临|到来|开始)?之?前/gu,
  // Of which month is said elsewhere, so no date follows.
  new RegExp(`(?<![0-9${CHINESE_NUMERAL_CHARS}每个])[本当]?月底${BEFORE}`, 'gu'),
];

/** 6月15日、 before 12月15日前: the other days of a list. */
export const LISTED_BEFORE = new RegExp(`(?<month>${N})月(?:(?<day>${N})(?:日|号)|(?<edge>底|末))?前?[、和及]$`, 'u');

/** Forms that need no 前 because a label (完成时限：) already says what they are; of a range the end counts. */
const FROM = `(?:(?:20[0-9]{2}年)?${N}月(?:份)?(?:${N}(?:日|号))?${TO})?`;
export const LABELLED: readonly RegExp[] = [
  new RegExp(`^${FROM}${YEAR}?(?<month>${N})月(?:份)?(?<day>${N})(?:日|号)(?:${BEFORE})?(?!${TO})`, 'u'),
  /^(?<year>20\d\d)[.\-/](?<month>\d{1,2})[.\-/](?<day>\d{1,2})/u,
  new RegExp(
    `^(?:20[0-9]{2}年)?${FROM}${YEAR}?(?:${N}月(?:份)?${TO})?(?<month>${N})月(?:份)?(?<edge>底|末|上旬|中旬|下旬)?(?:${BEFORE})?`,
    'u',
  ),
  new RegExp(`^${YEAR}?第?(?<quarter>[一二三四1-4])季度(?:末|底|内)?(?:${BEFORE})?`, 'u'),
  new RegExp(`^${YEAR}?(?<half>上|下)半年(?:${BEFORE})?`, 'u'),
  new RegExp(`^(?:(?:20[0-9]{2}年?${TO})?${YEAR}(?<yearEnd>底|末)?|(?<yearEnd2>年底|年末|年内))(?:${BEFORE})?`, 'u'),
];

export const ONGOING =
  /^(?:(?:20\d\d年)?(?:长期|持续|常态化?|全年|常年|贯穿全年|日常|即时|立即|随时|经常)(?:性|化)?(?:坚持|推进|实施|开展|落实|抓好|工作|任务)?|长期有效|即知即改|立行立改|即行即改|立查立改|常抓不懈)(?=[，。；;、）)\s]|$)/u;
/** （…按职责分工负责，持续推进）: the words close a bracket, after its start or a mark. */
export const ONGOING_BRACKET =
  /[（(〔［[，,；;](?:年内|全年)?(?:长期坚持|持续推进|长期推进|长期实施|持续实施|常态化推进|常态化开展|长期任务|全年推进|即知即改|立行立改)(?=[）)〕］\]】])/gu;
/** 对发现的问题立行立改。 names no due; a clause of nothing else does. */
export const ONGOING_CLAUSE =
  /(?<=[，；。\n])(?:长期坚持|持续推进|常年坚持|全年推进|常抓不懈|即知即改|立行立改|即行即改)(?=[，；。\n]|$)/gu;

/** 每月不少于1篇，每月15日前: the count stands in the clause before. */
export const COUNT_BEFORE =
  /每(?:个)?(?<period>月|季度|季|半年|年|周)(?:至少|不少于|报送|上报|不低于)*\s?(?<count>\d{1,2})\s?(?:篇|次|份|期|条)[，、；]?$/u;
