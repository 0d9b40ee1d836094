import type { TemplateField } from '#shared/domain/template.ts';

/**
 * The part of the vocabulary that only a superior's form asks for, or tells apart where other readers need not: a plan
 * and a return read 牵头领导 and 联系电话 alike, as a person. Looked at before the common heads (vocabulary.ts); whole
 * heads only, plain (read-head.ts). A new one goes to its field here; `null`: known, and nothing to be said to it.
 */
export const TEMPLATE_HEADS: readonly {
  readonly field: TemplateField | null;
  readonly like: RegExp;
  /** Why a person would hesitate. */
  readonly doubt?: string;
}[] = [
  {
    field: 'problems',
    like: /(?:协调|帮助|支持).*(?:问题|事项|困难)$/u,
    doubt: '这一列问的是需要上级协调的事，不一定是存在问题',
  },
  {
    field: 'task',
    like: /^(?:年度|年|重点|主要|具体|目标)*工作任务(?:内容|事项|名称|描述)?$|^(?:具体|主要|重点|推进|工作|任务)*(?:举措|措施|内容)$/u,
  },
  {
    field: 'target',
    like: /^(?:全年|年度|年初|本年|当年|本季度?|20\d\d年度?)(?:工作)?(?:目标|指标)(?:任务|要求)?$/u,
  },
  {
    field: 'telephone',
    like: /^(?:联系人?|办公|办公室|责任人|填报人|经办人|移动|固定)?(?:联系)?(?:电话|手机)(?:号码?)?$|^联系方式$/u,
  },
  { field: 'reporter', like: /^(?:填报|填表|填写|经办|制表|报送|上报)(?:人|人员|人姓名)$/u },
  {
    field: 'leader',
    like: /^(?:牵头|责任|分管|包保|包联|包抓|包案|挂帅|挂联|挂包|联系|主管|督导|负责|主要|县级?|市级?|区级?|政府)*(?:领导|副?县长|副?市长|副?区长|领导姓名)$/u,
  },
  {
    field: 'person',
    like: /^(?:具体|直接|主要|第一|单位|部门|牵头单位|责任单位|项目|工作|牵头|办理|承办)*(?:责任人|负责人|联系人|联络员|联络人|承办人|牵头人)(?:员|姓名)?$/u,
  },
  { field: 'remark', like: /^(?:备注|备注说明|其他说明|需要说明的(?:问题|情况|事项))$/u },
  { field: 'targetName', like: /^(?:量化|考核|主要|工作|年度|绩效|目标)*(?:指标|目标)名称$|^考核指标$|^指标项?$/u },
  {
    field: 'targetValue',
    like: /^(?:全年|年度|年初|量化|计划|本年|当年|20\d\d年)*(?:(?:目标|计划|指标)(?:值|数|量)|计划完成(?:数|值)?|目标数值)$/u,
  },
  {
    field: 'targetActual',
    like: /^(?:截[至止](?:目前|当前|本[月期]末?)|目前|当前|实际|累计|已|本[月期季]|至本[月期])*(?:完成(?:值|数|量)|达到值|现状值|当前值|实际值|实际数|实际完成|累计完成|已完成数量)$/u,
  },
  { field: 'lead', like: /^(?:第一)?牵头(?:责任)?(?:单位|部门|科室|主体)(?:名称)?$|^(?:主办|主责)(?:单位|部门)$/u },
  { field: 'cooperating', like: /^(?:配合|协同|协办|协助|参与|参加|会同|协作)(?:责任)?(?:单位|部门|科室)(?:名称)?$/u },
  {
    field: 'percent',
    like: /^(?:目前|当前|总体|年度|全年|累计|本[月期]|任务|工作|目标|指标)*(?:完成|进度|进展)(?:率|比率|比|占比|百分数)$/u,
  },
  { field: 'light', like: /^(?:红黄绿灯?|灯色|亮灯(?:颜色|状态|标识)|预警(?:等级|级别|颜色|状态)|进度灯)$/u },
  { field: 'role', like: /^(?:责任|职责|角色)(?:类型|类别|性质)$|^(?:本|我)单位(?:角色|职责)$/u },
  {
    field: 'earlier',
    like: /^(?:上|前)一?个?(?:月|期|季度?|次|周)(?:工作|任务)?(?:进展|完成|落实|推进)?(?:情况|进展)$/u,
  },
  {
    field: null,
    like: /^(?:(?:任务|项目)?(?:编码|代码|ID)|计量单位|量纲|排[名序]|名次|(?:考核|评价)?(?:等次|等级)|[同环]比.*|增[速幅]|实际(?:完成|办结)(?:时间|日期)|领导批示|批示内容|职务)$/u,
  },
];
