/** An ISO date or moment as a sentence names it without its year: 10月15日. */
export function monthDayWords(iso: string): string {
  const [, month = '', day = ''] = iso.slice(0, 10).split('-');
  return `${Number(month)}月${Number(day)}日`;
}
