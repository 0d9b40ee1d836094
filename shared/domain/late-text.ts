/** `2021-10-15` as said in a sentence: 2021年10月15日. */
export function dayWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}

/** 已逾期3天, 今天到期, 还有5天 */
export function daysWords(days: number): string {
  if (days > 0) return `已逾期${days}天`;
  return days === 0 ? '今天到期' : `还有${-days}天`;
}
