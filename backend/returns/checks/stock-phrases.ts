import { plainText } from '#backend/returns/words/text-likeness.ts';

/** Words of which a report consists that reports nothing. Any other word, figure or date makes it a report. */
const HOW =
  '正在|有序|稳步|持续|扎实|积极|正常|按照?计划|按照?要求|按照?序时进度|按照?时间节点|按部就班|深入|全面|认真|严格|继续|不断|逐步|进一步|常态化|长期|大力|切实|加快|顺利|如期|按时|按期|全部|基本|圆满|已经?|均|正';
const WHAT =
  '各项|相关|有关|该项?|此项?|本项?|这项?|工作|任务|措施|活动|目前|当前|本月|本期|现|中|着|我?单位|我局|进展|情况|按|地|得|了|将';
const DOING =
  '推进|开展|进行|实施|落实|推动|办理|组织|部署|完成|坚持|抓好|做好|跟进|到位|顺利|正常|有序|良好|达到序时进度|符合序时进度';

const EMPTY_REPORT = new RegExp(`^(?:${HOW}|${WHAT}|${DOING})+$`, 'u');
const SAYS_DOING = new RegExp(DOING, 'u');

/** Whether a text only says that something is being done: 正在推进, 按计划有序开展各项工作。 */
export function isStockPhrase(text: string): boolean {
  const words = plainText(text);
  return words !== '' && EMPTY_REPORT.test(words) && SAYS_DOING.test(words);
}

const NOTHING = /^(?:暂时?|目前|尚)?(?:无|没有|未发现|不存在)(?:存在)?(?:问题|困难)?$|^\/$|^[-—]+$/u;

/** 无, 暂无, 没有问题 */
export function saysNone(text: string): boolean {
  const words = text.normalize('NFKC').replace(/[\s。．.，,]/gu, '');
  return NOTHING.test(words);
}
