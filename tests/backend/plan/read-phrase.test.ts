import { describe, expect, test } from 'vitest';
import { readPhrase } from '#backend/plan/read-phrase.ts';
import { byRole } from './corpus.ts';

/** `L… C… P…` with units parted by blanks: lead, co-responsible, cooperating. */
function read(phrase: string): string {
  const { lead, co, coop } = byRole(readPhrase(phrase).roles);
  return [
    ['L', lead],
    ['C', co],
    ['P', coop],
  ]
    .filter(([, units]) => units?.length !== 0)
    .map(([mark, units]) => `${String(mark)}:${Array.isArray(units) ? units.join(' ') : ''}`)
    .join(' | ');
}

describe('a responsibility read alone', () => {
  test.each([
    ['one unit leads', '（县教育局）', 'L:县教育局'],
    ['one unit leads, with verb and full stop', '(县教育局负责)。', 'L:县教育局'],
    ['a list is co-responsible', '（县教育局、县公安局按职责分工负责）', 'C:县教育局 县公安局'],
    ['a group alone leads', '〔各乡镇人民政府〕', 'L:各乡镇人民政府'],
    ['members of a committee alone share the work', '（县安全生产委员会各成员单位）', 'C:县安全生产委员会各成员单位'],
    [
      'a comma does not change the role',
      '（县教育局牵头，县公安局，县民政局配合）',
      'L:县教育局 | P:县公安局 县民政局',
    ],
    ['three roles', '（县教育局牵头，县财政局负责，县人社局配合）', 'L:县教育局 | C:县财政局 | P:县人社局'],
    ['a list after 牵头、', '〔县发展和改革局牵头、县农业农村局按职责分工负责〕', 'L:县发展和改革局 | C:县农业农村局'],
    ['会同 makes cooperating', '（市教育局会同市财政局、有关部门负责）', 'L:市教育局 | P:市财政局 有关部门'],
    ['牵头会同', '（市教育局牵头会同市财政局落实）', 'L:市教育局 | P:市财政局'],
    ['指导 helps who is responsible', '（市教育局指导，市体校负责落实）', 'L:市体校 | P:市教育局'],
    ['主办 and 协办', '（县公安局主办，县应急局协办）', 'L:县公安局 | P:县应急局'],
    ['participants only', '（团市委、市妇联参与）', 'P:团市委 市妇联'],
    ['a nested role', '（市教育局（牵头）、市财政局）', 'L:市教育局 | C:市财政局'],
    [
      '及 and 和 join units',
      '（县教育局及各乡镇人民政府、县公安局和县民政局负责）',
      'C:县教育局 各乡镇人民政府 县公安局 县民政局',
    ],
    [
      '和 inside a name does not',
      '（县住房和城乡建设局和县自然资源和规划局）',
      'C:县住房和城乡建设局 县自然资源和规划局',
    ],
    ['等 is left out', '（县教育局、县民政局等负责）', 'C:县教育局 县民政局'],
    [
      'a group that holds 、',
      '（省水利厅，各市、县〔区〕人民政府、新区管委会配合）',
      'P:省水利厅 各市、县〔区〕人民政府 新区管委会',
    ],
    ['a group of three levels', '（各省、自治区、直辖市人民政府）', 'L:各省、自治区、直辖市人民政府'],
    ['a gloss belongs to the name', '（省市场监管局（省知识产权局）牵头）', 'L:省市场监管局（省知识产权局）'],
    ['labels', '牵头单位：县教育局；责任单位：县公安局；配合单位：县民政局', 'L:县教育局 | C:县公安局 | P:县民政局'],
    ['labels in reverse', '配合单位:县民政局;牵头单位:县教育局', 'L:县教育局 | P:县民政局'],
    ['a unit named twice leads only', '牵头单位：县教育局；责任单位：县教育局、县公安局', 'L:县教育局 | C:县公安局'],
    ['a label in brackets of its own', '【责任单位】县教育局、县公安局', 'C:县教育局 县公安局'],
    ['no unit', '（责任单位：无）', ''],
    ['无 beside a unit', '牵头单位：县教育局；配合单位：无', 'L:县教育局'],
    ['a person is no unit', '责任领导：某某；责任单位：县教育局', 'L:县教育局'],
    ['a due is no unit', '（县教育局牵头，县民政局配合；10月底前完成）', 'L:县教育局 | P:县民政局'],
    ['a due label is no unit', '责任单位：县教育局；完成时限：长期坚持', 'L:县教育局'],
    [
      'blanks of every kind part units',
      '责任单位：县教育局\u00a0县公安局\u2009县民政局\u3000县财政局',
      'C:县教育局 县公安局 县民政局 县财政局',
    ],
    ['a blank inside a name does not', '（县 教 育 局、县公安局）', 'C:县教育局 县公安局'],
    ['a lost separator', '（责任单位：区财政局、区政府监管办区住房建设委', 'C:区财政局 区政府监管办 区住房建设委'],
    ['two bodies in one name stay', '（市委市政府督查室、市政府办公室）', 'C:市委市政府督查室 市政府办公室'],
    ['a lost first unit', '（责任单位：、区司法局、区商务局）', 'C:区司法局 区商务局'],
    ['what is owed', '（县教育局负责学校食堂，县商务局负责餐饮）', 'C:县教育局 县商务局'],
    [
      'a group of four kinds of place',
      '（各市（地）、县（市）人民政府（行署），市直有关部门）',
      'C:各市（地）、县（市）人民政府（行署） 市直有关部门',
    ],
    [
      'party and government of every place are one group',
      '（各乡镇党委、政府，县直各单位）',
      'C:各乡镇党委、政府 县直各单位',
    ],
    ['two levels of government are one group', '（市、县两级人民政府）', 'L:市、县两级人民政府'],
    ['the departments of two levels are one group', '（市、县教育行政部门）', 'L:市、县教育行政部门'],
    ['offices of every kind are one group', '（各部、委、办、局，各街道）', 'C:各部、委、办、局 各街道'],
    ['a group beside departments stays two', '（各镇（街道）、县级有关部门）', 'C:各镇（街道） 县级有关部门'],
    ['为牵头单位', '（县水利局为牵头单位，县财政局为配合单位）', 'L:县水利局 | P:县财政局'],
    ['主责主抓', '（县教育局主责主抓，县财政局予以配合）', 'L:县教育局 | P:县财政局'],
    ['各负其责', '（县教育局、县公安局各负其责）', 'C:县教育局 县公安局'],
    ['a manner without a verb', '（县教育局、县公安局依据职能职责做好相关工作）', 'C:县教育局 县公安局'],
    ['商 makes cooperating', '（县教育局商县财政局负责）', 'L:县教育局 | P:县财政局'],
    [
      '等部门 ends those who help',
      '（国家发展改革委牵头会同财政部、商务部等部门，各地区负责落实）',
      'L:国家发展改革委 | C:各地区 | P:财政部 商务部',
    ],
    ['等 members of a body', '（县教育局、县财政局等县食安委各成员单位负责）', 'C:县教育局 县财政局'],
    ['等部门及 a further unit', '（财政部、水利部等部门及地方人民政府负责）', 'C:财政部 水利部 地方人民政府'],
    [
      "a role in the label's bracket",
      '责任单位（牵头）：县水利局；责任单位（配合）：县财政局',
      'L:县水利局 | P:县财政局',
    ],
    ['a person beside the unit', '牵头单位及责任人：县水利局 张三；配合单位：县财政局', 'L:县水利局 | P:县财政局'],
    [
      'labels in brackets one after another',
      '【牵头单位】县水利局【责任单位】县财政局、县农业农村局',
      'L:县水利局 | C:县财政局 县农业农村局',
    ],
    ['a colon of another shape', '牵头单位∶县教育局，配合单位﹕县财政局', 'L:县教育局 | P:县财政局'],
    ['blanks in the names and around the marks', '责任单位： 县 水 利 局 、 县 财 政 局', 'C:县水利局 县财政局'],
    ['a mark that singles out one unit', '（★县水利局、县财政局）', 'L:县水利局 | C:县财政局'],
    ['a year is no unit', '（责任单位：县教育局；2024年全年）', 'L:县教育局'],
    [
      'the first listed leads, the others cooperate',
      '（市教育局、市财政局，列首位的为牵头单位，其余为配合单位）',
      'L:市教育局 | P:市财政局',
    ],
    [
      '会同 before 牵头: who brings the others leads',
      '（市公安局会同市交通运输局牵头，各县区配合）',
      'L:市公安局 | P:市交通运输局 各县区',
    ],
    ['指导 before those who do the work', '（市教育局指导各学校落实）', 'L:各学校 | P:市教育局'],
    ['committee and government of every place', '（各市、县（区）委、政府）', 'L:各市、县（区）委、政府'],
    [
      '和 before a body with a name of its own',
      '（各区县（自治县）政府和两江新区管委会、各部门负责）',
      'C:各区县（自治县）政府 两江新区管委会 各部门',
    ],
    ['a person who leads is no unit', '（县委副书记牵头，县委农办负责落实）', 'L:县委农办'],
    ['persons after blanks are no units', '（责任单位：县教育局 张某某、县财政局 李某某）', 'C:县教育局 县财政局'],
    [
      'a group of special districts',
      '（省直有关单位，各市〔州〕、县〔市、区、特区〕人民政府）',
      'C:省直有关单位 各市〔州〕、县〔市、区、特区〕人民政府',
    ],
    ['负责牵头 leads', '（县教育局负责牵头抓总，县财政局负责资金）', 'L:县教育局 | C:县财政局'],
    ['负总责, 为主, 主要负责 lead', '（以县教育局为主，县财政局配合）', 'L:县教育局 | P:县财政局'],
    ['第一责任单位', '（县教育局为第一责任单位，县财政局为责任单位）', 'L:县教育局 | C:县财政局'],
    ['the work is no part of the name', '（县农业农村局负责技术指导，各乡镇负责实施）', 'C:县农业农村局 各乡镇'],
    ['a label without anything after it', '（牵头单位县教育局，配合单位县财政局）', 'L:县教育局 | P:县财政局'],
    ['会商 inside a name', '（县工商联、各行业协会商会）', 'C:县工商联 各行业协会商会'],
    ['a short body of the youth league', '（团县委、县青联）', 'C:团县委 县青联'],
    ['属地责任', '（县生态环境局负责，各乡镇（街道）落实属地责任）', 'C:县生态环境局 各乡镇（街道）'],
    ['a remark on time', '（责任单位：县教育局、县财政局，分年度推进）', 'C:县教育局 县财政局'],
    ['a span of years', '（县教育局牵头，即时启动，2023年—2025年）', 'L:县教育局'],
    ['a remark on time after the verb', '（县教育局、县公安局负责并长期坚持）', 'C:县教育局 县公安局'],
    ['a date before the unit', '（9月底前县教育局负责）', 'L:县教育局'],
    ['a name that opens with 和', '（责任单位：和县教育局、和平镇人民政府）', 'C:和县教育局 和平镇人民政府'],
    [
      'a name that opens with 及 or 与',
      '（责任单位：及第街道办事处、与时俱进工作专班）',
      'C:及第街道办事处 与时俱进工作专班',
    ],
    ['和 before a group after a comma', '（县教育局、县财政局，和各乡镇负责）', 'C:县教育局 县财政局 各乡镇'],
    ['协同推进 helps who leads', '（县林业局牵头，县财政局协同推进）', 'L:县林业局 | P:县财政局'],
    ['协同推进 alone shares the work', '（县林业局、县财政局协同推进）', 'C:县林业局 县财政局'],
    ['负责牵头 and 负责配合', '（县教育局负责牵头，县财政局负责配合）', 'L:县教育局 | P:县财政局'],
    ['负责指导 and 负责落实', '（县文旅局负责指导，各乡镇人民政府负责落实）', 'L:各乡镇人民政府 | P:县文旅局'],
    ['提供 names the help', '（县水利局组织实施，省水科院提供技术支撑）', 'L:县水利局 | P:省水科院'],
    ['the work before 由', '（此项工作由县教育局牵头，校车安全由县公安局负责）', 'L:县教育局 | C:县公安局'],
    [
      'labels that run together',
      '（牵头单位：县教育局配合单位：县财政局、县人社局）',
      'L:县教育局 | P:县财政局 县人社局',
    ],
    ['members help who leads', '牵头单位：县教育局；成员单位：县财政局', 'L:县教育局 | P:县财政局'],
    ['who coordinates helps', '（协调单位：县发改局；责任单位：县铁投公司）', 'L:县铁投公司 | P:县发改局'],
    [
      'a label of one kind of work',
      '（整改责任单位：某镇人民政府；督导单位：县生态环境局）',
      'L:某镇人民政府 | P:县生态环境局',
    ],
    ['a label nobody knows keeps its units', '（责任单位：县住建局；考核单位：县督查室）', 'L:县住建局 | P:县督查室'],
    ['a bracket too many', '（责任单位：县教育局、县财政局））', 'C:县教育局 县财政局'],
    ['an opening bracket too many', '（（责任单位：县教育局、县财政局）', 'C:县教育局 县财政局'],
    ['a colon too many', '（责任单位：：县教育局、县财政局）', 'C:县教育局 县财政局'],
    ['the number of a line', '（1.责任单位：县教育局、县财政局）', 'C:县教育局 县财政局'],
    ['levels with their other kinds', '（乡镇（街道）、村（社区）负责）', 'C:乡镇（街道） 村（社区）'],
    ['fields before 部门', '（卫生健康、医保、财政部门负责）', 'C:卫生健康 医保 财政部门'],
    ['the first listed leads', '（市教育局、市财政局，列首位的为牵头单位，下同）', 'L:市教育局 | C:市财政局'],
  ])('%s', (_, phrase, expected) => {
    expect(read(phrase)).toBe(expected);
  });

  test('keeps in scope what limits or extends the roles', () => {
    expect(readPhrase('（县教育局、县民政局等有关部门负责）').scope).toBe('等有关部门');
    expect(readPhrase('（县教育局负责，各乡镇结合实际落实）').scope).toBe('各乡镇结合实际落实');
    expect(readPhrase('（市教育局负责。以下各项均需各区负责，不再单独列出）').scope).toBe(
      '以下各项均需各区负责，不再单独列出',
    );
  });

  test.each([
    '（8分）',
    '（此件公开发布）',
    '（含食用菌，不含中药材）',
    '（2021—2025年）',
    '（总负责）',
    '（详见附件）',
    '',
    '（）',
  ])('%j names nobody', (phrase) => {
    expect(readPhrase(phrase)).toEqual({ roles: [], scope: '' });
  });

  test('spans point into the phrase', () => {
    const phrase = '（牵头单位：县教育局，配合单位：县 公安局）';
    const words = readPhrase(phrase).roles.map((role) => phrase.slice(role.span.start, role.span.end));
    expect(words).toEqual(['县教育局', '县 公安局']);
  });
});
