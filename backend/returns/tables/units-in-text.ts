/** Seals, whatever brackets they stand in, and lines to write on. */
const SEAL = /[（(〔【[]\s*(?:加?盖?\s*(?:公|单位)?\s*章|签章|签字|公章|印章)\s*[）)〕】\]]|[_＿]+|…{2,}|\.{3,}/gu;
/** What ends a unit's name on a line of several labels. */
const NEXT_LABEL =
  /(?:填报|填表|审核|审批|联系|经办|负责|制表|报送|上报|签发)人|(?:分管|主管|主要|单位)?(?:领导(?!小组)|负责人)|联系(?:电话|方式)|(?:办公)?电话|手机|(?:填报|填表|报送|上报|制表)?(?:日期|时间)|文号|签字|盖章|20\d{2}\s*[年\-./]|[\n:：]/u;
const LABEL =
  /(?:填报|报送|上报|填表|编报|报告)\s*(?:单\s*位|部\s*门)(?:\s*名\s*称)?|(?<![\p{Script=Han}])单\s*位(?:\s*名\s*称)?|(?<![\p{Script=Han}])部\s*门(?:\s*名\s*称)?/u;
/** 单位：万元 says in what is counted. */
const MEASURE =
  /^(?:人民币)?[百千万亿]*(?:元|户|人次?|个|家|吨|亩|公里|平方米|项|次|批次?|件|%|％|台|辆|只|头|公斤|千克)(?:[、,，/].*)?$/u;

/** Ends of names of offices, for names that stand without a label. */
const OFFICE =
  '(?:局|委员会|发改委|卫健委|[县市区省]委|政府|办公室|[安禁创文政法综治]办|中心|公司|集团|银行|联社|医院|学校|学院|法院|检察院|派出所|管理所|监管所|卫生院|大队|支队|中队|工作站|服务站|街道|[\\p{Script=Han}]镇|[\\p{Script=Han}]乡|协会|联合会|妇联|团委|工会|[传织战装]部|管理处|管委会|消防队|供销社)';
const AT_BEGIN = new RegExp(
  `^([\\p{Script=Han}]{1,24}?${OFFICE}(?:办公室)?)(?=$|[^\\p{Script=Han}]|关于(?!印发|下发|转发)|落实|贯彻|食品|重点|工作|填报|进展|报送|上报|回收|\\d|第|上半|下半|[一二三四]季|十?[一二三四五六七八九十]月)`,
  'u',
);
const NO_OFFICE = /^(?:各|全|该|本|我|乡镇|单位|部门)|(?:各乡镇|各部门|各单位)$/u;

/** A unit's name as written, without seals, blanks and lines to write on. */
export function plainUnit(written: string): string {
  return written
    .replace(SEAL, ' ')
    .replace(/[\s\u{3000}]+/gu, '')
    .replace(/^[：:、,，。;；\-—]+|[：:、,，。;；\-—]+$/gu, '');
}

export type UnitLine = {
  /** The name behind the label; empty when the label's cell ends there, and the next cell has it. */
  readonly unit: string;
};

/**
 * The unit behind 填报单位： (报送单位, 单位名称 …) in one cell.
 *
 * @returns `undefined` for a cell without such a label
 */
export function unitLineIn(text: string): UnitLine | undefined {
  const plain = text.replace(SEAL, ' ');
  const label = LABEL.exec(plain);
  if (label === null) return undefined;
  const behind = plain.slice(label.index + label[0].length);
  const after = /^\s*[:：](.*)$/su.exec(behind)?.[1] ?? (behind.trim() === '' ? '' : undefined);
  if (after === undefined) {
    // 填报单位 县公安局: no colon, but the label begins the cell.
    const spaced = /^\s+(\S.*)$/su.exec(behind)?.[1];
    if (spaced === undefined || label.index > 2) return undefined;
    return { unit: namePart(spaced) };
  }
  return { unit: namePart(after) };
}

function namePart(after: string): string {
  const unit = plainUnit(after.split(NEXT_LABEL)[0] ?? '');
  return MEASURE.test(unit) ? '' : unit;
}

/** Whether a cell only carries a label of its own, so that it is no answer to the one before. */
export function isLabel(text: string): boolean {
  return /^[\p{Script=Han}\s（）()]{2,16}[:：]/u.test(text.trim()) || MEASURE.test(plainUnit(text));
}

/** A unit that a title, a sheet's tab or a file's name begins with, or has between other words. */
export function unitsInName(text: string): readonly string[] {
  const parts = text
    .normalize('NFKC')
    .replace(/《[^》]*》/gu, ' ')
    .split(/[^\p{Script=Han}\d]+|(?<=\d)(?=\p{Script=Han})|(?<=月份?)|(?<=附[件表]\d*)/u)
    .map((part) => part.replace(/^(?:\d+|[年月日号份]|附[件表])+/u, ''));
  const units = parts
    .map((part) => AT_BEGIN.exec(part)?.[1] ?? '')
    .filter((unit) => unit !== '' && !NO_OFFICE.test(unit));
  return [...new Set(units)];
}
