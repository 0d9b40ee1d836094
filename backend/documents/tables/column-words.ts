/** What a column of a plan table holds. */
export type PlanColumn =
  | 'number'
  | 'section'
  /** 重点任务 beside 工作措施: a heading over several rows, or each row's short name. */
  | 'group'
  | 'task'
  | 'lead'
  | 'responsible'
  | 'cooperating'
  | 'target'
  | 'due'
  /** Known, and no part of a plan: leaders, remarks, telephones, progress. */
  | 'other';

/** Longer words are titles or sentences, not heads. */
const WORD_LENGTH_MAX = 16;
/** Titles say 任务 and 责任 too. */
const TITLE = /(?:表|台账|清单|方案|一览)$/u;

/**
 * What a head says, by the words offices make heads of (layouts, A and B). The first that fits decides, so that
 * 牵头领导 is no unit and 目标任务 no target; a new word goes into the line of its meaning.
 */
const MEANINGS: readonly (readonly [PlanColumn, RegExp])[] = [
  ['number', /^(?:序|号|项次)$|(?:序|编)号$/u],
  // Persons, and what is reported later.
  ['other', /领导|县长|市长|区长|书记|(?:责任|负责|牵头|联系|经办|填报|审核)人|姓名|职务|电话|手机|备注|说明|附件/u],
  [
    'other',
    /(?:进展|完成|落实|办理|推进|开展|反馈|进度)情况|进展|完成(?:进度|比例|率)|状态|是否|亮灯|预警|问题|困难|原因|下一?步/u,
  ],
  ['other', /来源|依据|分值|得分|评分|资金|投资|经费|地点|(?:填报|报送|发布|开始|启动|开工)(?:时间|日期|单位)/u],
  // One column for both: its cells say who leads and who helps.
  ['responsible', /牵头.*(?:配合|协办|协同|责任单位)单?位?|责任单位及分工|责任分工|任务分工/u],
  ['cooperating', /配合|协办|协同|协助|参与|参加|会同/u],
  ['lead', /牵头|主办/u],
  [
    'responsible',
    /^(?:责任|主责|分工|单位|单位名称|部门|科室)$|(?:责任|负责|承办|主责|主管|分工|实施|落实|执行|完成|建设)(?:单位|部门|科室|处室|股室|主体)/u,
  ],
  [
    'due',
    /时限|期限|限期|时间节点|时间安排|时间要求|截止|(?:完成|办结|整改|交付)(?:时间|日期)|(?:进度|序时)(?:安排|要求|进度)|^(?:时间|节点)$/u,
  ],
  ['section', /类别|分类|类型|领域|板块|方面|章节|条线|^一级/u],
  ['group', /^(?:重点任务|重点工作|工作重点|任务)$|^二级/u],
  ['target', /^(?:工作|年度|预期|绩效|阶段|量化|考核)?(?:目标|指标)值?$|(?:目标|指标)(?:值|要求)$|量化指标/u],
  ['task', /^三级|任务|内容|措施|举措|事项|要求|项目|要点|实事|意见|建议|工作$|批示/u],
];

/**
 * What a column holds, by its head.
 *
 * @param text the head as written: 牵头单位（列首位）, 完 成 时 限, 责任单位及分工
 * @returns `undefined` for what is no head of a plan table
 */
export function columnOf(text: string): PlanColumn | undefined {
  const word = text
    .normalize('NFKC')
    .replace(/[(〔【[].*?[)〕】\]]/gsu, '')
    .replace(/[\p{P}\p{S}\s]/gu, '');
  // 填报单位： is a label with room to write behind it.
  if (word === '' || word.length > WORD_LENGTH_MAX || TITLE.test(word) || /[：:]\s*$/u.test(text)) return undefined;
  return MEANINGS.find(([, pattern]) => pattern.test(word))?.[0];
}
