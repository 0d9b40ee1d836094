import { MISSING_HEAD, TASK_ID_HEAD } from './form-format.ts';
import type { Heads } from './head-fields.ts';
import { PROGRESS_HEADS } from './progress-heads.ts';

/**
 * The vocabulary of heads. A new head goes into the words of its field. A kind of heads goes into `like`, and there
 * the order counts: 牵头领导 is a person before it is who leads.
 */
export const VOCABULARY: readonly Heads[] = [
  {
    field: 'number',
    words: ['序号', '编号', '任务序号', '任务编号', '项次', '项号', '顺序号', '序', '号', 'NO', 'No'],
    like: /(?:序|编)号$/u,
  },
  { field: 'task-id', words: [TASK_ID_HEAD] },
  { field: 'missing', words: [MISSING_HEAD] },
  {
    field: 'earlier',
    words: [],
    like: /(?:上|去|往|前|头)一?个?(?:月|次|期|季|周|旬|年|轮|阶段)(?!半)|前次|以往|历史|同期|原(?:进展|报|填|状态)|^已报/u,
  },
  // Heads are read by their end: 下步措施完成时限 asks for a time, 存在问题责任人 for a person, 问题个数 for a number.
  {
    field: 'due',
    words: [],
    like: /(?:时限|期限|限期|截止时间|截止日期|完成时间|完成日期|时间要求|时间节点)$/u,
  },
  {
    field: 'other',
    words: ['备注', '说明', '附件', '来源'],
    like: /(?:备注|附件|来源|依据|分值|得分|评分|个数|数量|次数|件数|佐证材料|证明材料|照片|图片|截图|链接|(?:单位|部门|县里|上级|政府)意见|(?:审核|审查|领导|办公室|督办|督查|批示|考核|核查|初审|复核).*(?:意见|情况|结果|日期|时间))$/u,
  },
  {
    field: 'person',
    words: ['姓名', '职务', '电话', '责任人', '联系人'],
    like: /领导|县长|市长|区长|书记|(?:责任|负责|牵头|联系|经办|填报|审核)人|姓名|职务|电话|手机/u,
  },
  { field: 'role', words: ['我单位责任', '本单位责任', '承担责任', '责任类型'] },
  { field: 'light', words: ['亮灯', '亮灯情况', '预警', '督办等次'], like: /亮灯|预警/u },
  // What was to be, beside what is: 计划完成比例.
  { field: 'other', words: [], like: /^(?:计划|预期|预计|目标|应|序时|拟)(?:完成|进展|进度|比例|达到)/u },
  ...PROGRESS_HEADS,
  {
    field: 'other',
    words: [],
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
      '本期节点',
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
      '工作事项',
      '任务事项',
      '事项',
      '任务描述',
      '具体工作任务',
      '重点任务内容',
    ],
    like: /^三级|任务|内容|措施|举措|事项|要求|项目|要点|实事|意见|建议|工作$|批示/u,
  },
];
