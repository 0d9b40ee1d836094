import { PROGRESS_FIELDS } from '#shared/domain/progress.ts';
import { TASK_ID_HEAD } from './form-format.ts';

/**
 * What a column of any table of this work can hold. Where offices mean different things by one word, the field is the
 * word's own (`group`, `unit`, `responsibility`, `measures`), and each reader says in read-head.ts what it makes of it.
 */
export const FIELDS = [
  'number',
  'section',
  /** 任务, 重点任务: the task itself, or a heading over several, or its short name. */
  'group',
  'task',
  'lead',
  'responsible',
  'cooperating',
  /** 责任: who is responsible in a plan, in which role in a form. */
  'responsibility',
  /** 我单位责任: in which role the one who fills in. */
  'role',
  /** 单位: who is responsible in a plan, who reports in a ledger. */
  'unit',
  /** Who reports. */
  'agency',
  'target',
  'due',
  /** 整改措施: the task of a plan that mends something, what comes next in a report. */
  'measures',
  'light',
  'task-id',
  ...PROGRESS_FIELDS,
  /** A person, with a post or a telephone. */
  'person',
  /** What was reported before: 上月进展情况. */
  'earlier',
  /** Known, and of no use to any reader. */
  'other',
] as const;
export type Field = (typeof FIELDS)[number];

type Heads = {
  readonly field: Field;
  /** Whole heads, as offices write them (layouts, A to C); the first is the usual one. */
  readonly words: readonly string[];
  /** What else means this field, somewhere in a head. Of several lines the first that fits decides. */
  readonly like?: RegExp;
};

/**
 * The vocabulary of heads. A new head goes into the words of its field. A kind of heads goes into `like`, and there
 * the order counts: 牵头领导 is a person before it is who leads.
 */
export const VOCABULARY: readonly Heads[] = [
  {
    field: 'number',
    words: ['序号', '编号', '任务序号', '任务编号', '项次', '序', '号'],
    like: /(?:序|编)号$/u,
  },
  { field: 'task-id', words: [TASK_ID_HEAD] },
  {
    field: 'earlier',
    words: [],
    like: /(?:上|去|往|前)一?个?(?:月|次|期|季|周|旬|年).*(?:进展|情况|进度|状态|问题|措施|日期|时间)/u,
  },
  {
    field: 'person',
    words: ['姓名', '职务', '电话', '责任人', '联系人'],
    like: /领导|县长|市长|区长|书记|(?:责任|负责|牵头|联系|经办|填报|审核)人|姓名|职务|电话|手机/u,
  },
  { field: 'role', words: ['我单位责任', '本单位责任', '承担责任', '责任类型'] },
  { field: 'light', words: ['亮灯', '亮灯情况', '预警', '督办等次'], like: /亮灯|预警/u },
  {
    field: 'status',
    words: ['进展状态', '状态', '完成状态', '办理状态', '工作状态', '是否完成', '是否办结', '目前状态'],
    like: /(?:进展|完成|办理|工作|落实|推进|整改)状态|是否(?:完成|办结)/u,
  },
  {
    field: 'percent',
    words: ['完成比例', '进度', '完成率', '完成百分比', '完成进度', '进度比例', '工作进度', '任务完成率'],
    like: /完成(?:进度|比例|率)|百分比/u,
  },
  {
    field: 'problems',
    words: ['存在问题', '问题', '存在的问题', '困难和问题', '存在困难', '困难问题', '存在的困难和问题', '问题及原因'],
    like: /问题|困难/u,
  },
  {
    field: 'nextSteps',
    words: [
      '下步措施',
      '下一步工作',
      '下步工作计划',
      '下一步措施',
      '下步工作',
      '下步打算',
      '下一步打算',
      '下一步计划',
      '下一步工作计划',
      '下一步工作措施',
      '下步计划',
    ],
    like: /下一?步/u,
  },
  {
    field: 'reportedOn',
    words: ['填报日期', '填报时间', '报送日期', '报送时间', '上报时间', '更新日期', '日期', '反馈时间'],
    like: /(?:填报|报送|上报|更新)(?:时间|日期)/u,
  },
  { field: 'agency', words: ['填报单位', '报送单位'], like: /(?:填报|报送)单位/u },
  {
    field: 'narrative',
    words: [
      '进展情况',
      '工作进展',
      '落实情况',
      '工作进展情况',
      '目前进展',
      '进展',
      '进度情况',
      '完成情况',
      '推进情况',
      '工作落实情况',
      '办理情况',
      '最近反馈情况',
      '工作开展情况',
      '开展情况',
      '贯彻落实情况',
    ],
    like: /(?:进展|完成|落实|办理|推进|开展|反馈|进度)情况|进展/u,
  },
  {
    field: 'other',
    words: ['备注', '说明', '附件', '来源'],
    like: /状态|是否|原因|来源|依据|分值|得分|评分|资金|投资|经费|地点|(?:发布|开始|启动|开工)(?:时间|日期|单位)|备注|说明|附件/u,
  },
  // One column for both: its cells say who leads and who helps.
  {
    field: 'responsible',
    words: ['责任单位', '责任部门', '分工单位', '共同责任单位', '承办单位', '主责单位', '主责部门', '主责', '分工'],
    like: /牵头.*(?:配合|协办|协同|责任单位)单?位?|责任单位及分工|责任分工|任务分工/u,
  },
  { field: 'responsibility', words: ['责任', '责任分工'] },
  { field: 'unit', words: ['单位', '单位名称', '部门', '科室'] },
  {
    field: 'cooperating',
    words: ['配合单位', '配合部门', '协办单位', '协同责任单位', '协同单位', '参与单位', '配合'],
    like: /配合|协办|协同|协助|参与|参加|会同/u,
  },
  { field: 'lead', words: ['牵头单位', '牵头部门', '主办单位', '牵头'], like: /牵头|主办/u },
  {
    field: 'responsible',
    words: [],
    like: /(?:责任|负责|承办|主责|主管|分工|实施|落实|执行|完成|建设)(?:单位|部门|科室|处室|股室|主体)/u,
  },
  {
    field: 'due',
    words: [
      '完成时限',
      '时限',
      '完成时间',
      '办结时限',
      '整改时限',
      '时间要求',
      '反馈时间要求',
      '时间节点',
      '截止时间',
      '时间',
      '节点',
    ],
    like: /时限|期限|限期|时间节点|时间安排|时间要求|截止|(?:完成|办结|整改|交付)(?:时间|日期)|(?:进度|序时)(?:安排|要求|进度)/u,
  },
  {
    field: 'section',
    words: ['类别', '章节', '任务类别', '分类', '工作类别'],
    like: /类别|分类|类型|领域|板块|方面|章节|条线|^一级/u,
  },
  { field: 'group', words: ['任务', '重点任务', '重点工作', '工作重点'], like: /^二级/u },
  { field: 'measures', words: ['整改措施', '改进措施'] },
  {
    field: 'target',
    words: ['量化指标', '指标', '目标值', '工作目标', '年度目标', '目标'],
    like: /^(?:工作|年度|预期|绩效|阶段|量化|考核)?(?:目标|指标)值?$|(?:目标|指标)(?:值|要求)$|量化指标/u,
  },
  {
    field: 'task',
    words: [
      '工作任务',
      '任务内容',
      '工作内容',
      '主要任务',
      '具体任务',
      '工作措施',
      '工作要求',
      '任务名称',
      '目标任务',
      '重点工作内容',
    ],
    like: /^三级|任务|内容|措施|举措|事项|要求|项目|要点|实事|意见|建议|工作$|批示/u,
  },
];
