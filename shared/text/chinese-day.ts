/** `2021-10-15` as said in a sentence: 2021年10月15日. */
export function chineseDay(isoDate: string): string {
  const [year = '', month = '', day = ''] = isoDate.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}
