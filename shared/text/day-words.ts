/** An ISO date as a sentence names it: 10月15日; with its year 2021年10月15日. */
export function dayWords(iso: string, withYear = false): string {
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
  return `${withYear ? `${year}年` : ''}${Number(month)}月${Number(day)}日`;
}
