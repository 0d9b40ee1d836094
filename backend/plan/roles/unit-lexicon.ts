/**
 * What the names of Chinese public bodies look like. No list of names: a plan of any county must be readable,
 * so the knowledge is in the endings (局, 委员会, 中心 …) and in the words for groups (各…, 有关…).
 */

/** Endings that hardly anything but a public body has. */
const STRICT_ENDING = new RegExp(
  `(?:${[
    '局|委|委员会|办|办公室|部|厅|法院|检察院|人民政府|政府|管委会|办事处|街道办|街道|居委会|村委会',
    '中心|公司|集团|银行|支行|分行|中支|人行|海关|署|总队|支队|大队|中队|协会|学会|商会|联合会|总会|工会|总工会',
    '工商联|妇联|残联|科协|文联|侨联|青联|学联|社科联|作协|记协|法学会|贸促会|团委|团[省市县区州]委|团中央|共青团|红十字会|红会|计生协|关工委|老促会',
    '理事会|董事会|基金会|促进会|指挥部|领导小组|专班|专项工作组|工委|党委|党工委|党组|纪委|监委|政协|人大|军分区|武装部|编委',
    '供销社|供销总社|合作总社|供销合作社|联社|农商行|农信社|信用社|通讯社|新华社|出版社|报社|日报社|电视台|广播电台|广电网络|融媒体|传媒集团',
    '研究院|科学院|工程院|设计院|研究所|管理处|研究室|督查室|政研室|史志室|档案馆|博物馆|图书馆|文化馆|科技馆|气象台|管理站|服务站|监管所|派出所|税务所',
    '大学|学院|党校|医院|疾控|供电所|分局|总局|专员公署|行署|铁路局|海事局|邮政|移动|联通|电信|铁塔|电网|烟草|消防|国网[\\u4e00-\\u9fff]{2,8}',
    '议事协调机构|交易所|证券交易所|火车站|银保监会|证监会|社保基金会|编办|两办|社工部|军民融合办|监管总站|检验检测院|质检院|中国人寿|中国人保|太平洋保险',
  ].join('|')})$`,
  'u',
);

/** Endings shared with ordinary words; they count only beside a sure unit or with a role verb. */
const WEAK_ENDING =
  /(?:会|院|社|所|站|处|室|科|股|队|段|馆|台|校|中学|小学|[一二三四五六七八九十]中|区|市|县|州|旗|盟|乡|镇|村|省|厂|场|圃|矿|库|园|行|组|港|投|石化|石油|海油|物流|快递|速运|部队|兵团|团体|平台|单位|部门|地区|机构|企业|机关|学校|主体|智库|联盟|基地|党支部|委会|两委)$/u;

/** A group of units written as one: 各乡镇人民政府, 省直有关部门, 县食品安全委员会相关成员单位. */
const GROUP_NAME =
  /各|^属地|所在地|驻[省市县区]|有关|相关|成员单位$|责任单位$|所属单位$|以上|地方人民政府$|[两二三四]级|^[省市县区州乡镇村](?:、|[省市县区乡镇村]{1,3}[两二三]?级?(?:人民)?政府$)/u;
const GROUP_ENDING =
  /(?:各地|各级|镇街|街镇|单位|部门|地区|机构|企业|机关|政府|党委|管委会|办事处|街道办?|乡镇?|镇|区|市|县|州|旗|盟|省|园区|学校|院校|高校|医院|银行|公司|局|委|办|厅|处|室|村|社区|站|所|院|会|县市区|行业|方面|中心|部队)$/u;

/** 各镇街, 各股室: whoever they are, each of them is meant; 各类, 各项 say so of things. */
const OTHER_GROUP = /^[省市县区州]?各(?![类项种自个次条])[\u4e00-\u9fff、（）()]{1,12}$/u;

/** 县“放管服”改革协调小组办公室: the quoted words say nothing about what kind of name it is. */
const QUOTED = /“[^“”]{1,12}”/gu;

/** Words that end like a unit but name nobody in particular, or nothing at all. */
const COMMON_WORDS = new Set(
  (
    '政府 部门 单位 企业 社会 学校 市场 公众 群众 家庭 医院 机构 社区 乡镇 街道 园区 县区 地方 国家 党委 行业 协会 公司 银行 大学 学院 集团 ' +
    '全部 局部 干部 内部 外部 俱乐部 小卖部 门市部 项目部 营业部 机会 大会 会议 社会 全社会 全会 城市 城区 农村 地区 全国 全省 全市 全县 全区 ' +
    '主管部门 用人单位 消毒单位 试点单位 建设单位 施工单位 牵头单位 责任单位 配合单位 子公司 分公司 母公司 中心 公安机关 司法机关 机关 ' +
    '大部 中部 东部 西部 南部 北部 主办 承办 协办 举办 督办 代办 开办 创办 交办 经办 申办 帮办 联办 街道办 委员会 领导小组 指挥部 专班 ' +
    '市区 城乡 行政村 中心村 部委 厅局 委办 局委办 上市公司 国有企业 民营企业 房地产企业 景区 小区 商场 现场 立场 市场主体 经营主体 ' +
    '县级市 地级市 市、区 市、县 县、区 市、县、区'
  ).split(' '),
);

/** 海关辖区, 党校新校区, 甲市人民政府为试点城市: a place, or what is said of one. */
const NAMES_A_PLACE = /(?:辖区|校区|小区|厂区|景区|山区)$|[为是].{0,4}(?:试点|示范|代表)/u;

/** 乡镇（街道）, 村（社区）: a level with its other kinds. */
const LEVEL_WITH_OTHERS = /^(?:乡镇?|镇|村|县|市|区)[（(](?:街道|社区|居|区|市|镇|乡|园区|开发区|、)+[）)]$/u;

const NO_UNIT = new Set(['无', '暂无', '待定', '待明确', '空', '—', '——', '-', '－', '/', '／', '／／', '\\']);

/** The longest public body we have seen has 31 characters; a sentence is longer. */
const UNIT_LENGTH_MAX = 32;

export type UnitLikeness = 'strict' | 'weak' | 'odd';

/** How much a fragment looks like the name of a unit. */
export function unitLikeness(name: string): UnitLikeness {
  const core = withoutTrailingBracket(name).replace(QUOTED, '');
  if (LEVEL_WITH_OTHERS.test(name)) return 'weak';
  if (core.length < 2 || name.length > UNIT_LENGTH_MAX || COMMON_WORDS.has(core)) return 'odd';
  if (
    /[“”"《》。；？！%％]/u.test(core) ||
    /^(?:的|将|把|及|与|需|不|未|已)|设[在于]|(?:[为是的]|自行)$/u.test(name) ||
    NAMES_A_PLACE.test(core)
  )
    return 'odd';
  if (isGroupUnit(core)) {
    if (GROUP_ENDING.test(core)) return 'strict';
    return OTHER_GROUP.test(core) ? 'weak' : 'odd';
  }
  const ending = STRICT_ENDING.exec(core);
  // 办公室, 镇委: an ending with nothing before it names an office only beside others.
  if (ending !== null)
    return core.length > 2 && (ending.index > 0 || core.length > 3 || core.startsWith('团')) ? 'strict' : 'weak';
  return WEAK_ENDING.test(core) ? 'weak' : 'odd';
}

export function isStrictUnit(name: string): boolean {
  return unitLikeness(name) === 'strict';
}

/** 县食品安全委员会各成员单位: the members of one committee share its work; none of them leads by being named together. */
export function isMemberGroup(name: string): boolean {
  return name.endsWith('成员单位');
}

/** A unit that is many: 各乡镇人民政府, 有关部门. */
export function isGroupUnit(name: string): boolean {
  return GROUP_NAME.test(withoutTrailingBracket(name));
}

/** 分管副县长, 主要负责人: whoever leads in person is no unit. */
export function isPersonByTitle(name: string): boolean {
  return /(?:书记|[省市县区乡镇]长|局长|主任|领导|负责人|负责同志|常委|部长)$/u.test(name);
}

/** 无 in a filled cell means that there is no unit. */
export function meansNoUnit(text: string): boolean {
  return NO_UNIT.has(text);
}

/** 省市场监管局（省知识产权局） → 省市场监管局: the gloss does not decide what kind of name it is. */
function withoutTrailingBracket(name: string): string {
  return name.replace(/[（(〔［[][^（()）〔〕［］[\]]{1,30}[）)〕］\]]$/u, '');
}

const LEVEL =
  '(?:自治区|直辖市|地级以上市|地级市|设区的?市|自治州|自治县|县级市|地区|经济开发区|经开区|开发区|高新区|新区|特区|林区|示范区|管理区|功能区|园区|街道|社区|乡镇|省|市|州|盟|县|区|旗|乡|镇|村|地)';
const LEVEL_BRACKET = `[（(〔［[]${LEVEL}(?:[、，,/]?${LEVEL}){0,4}[）)〕］\\]]`;
const LEVELS = `(?:${LEVEL}|${LEVEL_BRACKET}){1,4}`;
const GROUP_HEAD = '(?:全?[省市县区州]直?)?(?:各级|各相关|各有关|各|有关|相关|所有)(?:相关|有关)?';
const GOVERNMENT =
  '(?:(?:人民)?政府|党?委(?:和|、)?政府|党?委|党工委|管委会|行署|行政公署|办事处)(?:[（(](?:行署|管委会|办事处)[）)])?';

/** What one kind of body shares with the next when 各 stands before both. */
const GROUP_JOINS: readonly (readonly [left: RegExp, right: RegExp])[] = [
  // 各市、县〔区〕人民政府; 各省、自治区、直辖市; 市、县两级人民政府
  [
    new RegExp(`^(?:${GROUP_HEAD}${LEVELS}(?:、${LEVELS}){0,4}|[省市县区州乡镇]|[省市](?:、[市县])?)$`, 'u'),
    new RegExp(`^${LEVELS}(?:[两二三四]?级)?(?:${GOVERNMENT})?(?:和管委会)?$`, 'u'),
  ],
  // 市、县教育行政部门
  [
    /^[省市县区](?:、[市县区]){0,2}$/u,
    /^[市县区乡镇]级?[\u4e00-\u9fff]{2,8}(?<!有关|相关)部门$|^[市县区]?驻[省市县区]各?单位$/u,
  ],
  // 各乡镇人民政府、街道办事处
  [/^(?:各|属地|所在地|有关|相关).{0,12}(?:政府|党委|党工委|乡镇|镇)$/u, /^(?:街道(?:办事处|办)?|办事处)$/u],
  // 各级党委、政府
  [/^(?:各|地方).{0,16}(?:委|行署)$/u, /^(?:人民政府|政府|管委会|办事处)$/u],
  // 省委、省政府有关部门
  [/^[省市县区州]委$/u, /^[省市县区州]政府(?:各|有关|相关)[\u4e00-\u9fff]{0,2}(?:部门|单位)$/u],
  // 各部、委、办、局
  [/^(?:[省市县区]直?)?各[部委办局厅](?:、[部委办局厅]){0,4}$/u, /^(?:委|办|局|厅|办公室)$/u],
  // 有关部门、单位; 各中小学校、幼儿园
  [/^(?:.{0,6}各|.{0,6}有关|.{0,6}相关).{0,8}$/u, /^(?:单位|部门|企业|学校|幼儿园|院校|科研院所)$/u],
];

/**
 * Whether `left、right` is one group unit: 各市、县〔区〕人民政府; 各区、县级市; 各乡镇人民政府、街道办事处.
 *
 * @param right the words after the separator, role verb already taken off
 */
export function isOneGroup(left: string, right: string): boolean {
  return GROUP_JOINS.some(([before, after]) => before.test(left) && after.test(right));
}

/** 县教育局县财政局: cut after a sure ending where the name's own level sign starts a new unit. */
const LEVEL_SIGN = /^[省市县区州旗镇]/u;
/** Longer runs are no names; the bound keeps the search for a cut cheap. */
const JOINED_LENGTH_MAX = 96;
/** 市场…, 市区…, 县直… start with a level sign without starting a unit. */
const NOT_A_NEW_UNIT =
  /^(?:市场|市区|市直|市级|市民|市容|市政|县直|县级|县域|县城|区直|区级|区域|区划|省直|省级|州直|镇村)/u;

/**
 * Splits a name that holds two units whose separator was lost (区政府集体资产监管办区住房城市建设委).
 * 市委市政府督查室 stays whole.
 *
 * @returns the lengths of the parts, one entry when there is nothing to split
 */
export function splitJoinedUnits(name: string): number[] {
  const sign = LEVEL_SIGN.exec(name)?.[0];
  if (sign === undefined || name.length < 8 || name.length > JOINED_LENGTH_MAX) return [name.length];
  for (let at = 4; at <= name.length - 3; at++) {
    if (name.charAt(at) !== sign) continue;
    const left = name.slice(0, at);
    const right = name.slice(at);
    if (NOT_A_NEW_UNIT.test(right) || /[（(〔［[]/u.test(left) !== /[）)〕］\]]/u.test(left)) continue;
    if (/^.委$|政府$/u.test(left) || !isStrictUnit(left) || !isStrictUnit(right)) continue;
    return [at, ...splitJoinedUnits(right)];
  }
  return [name.length];
}
