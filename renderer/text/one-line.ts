/** A text for a place that has one line: its line breaks, with the blanks around them, become one blank. */
export function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').trim();
}
