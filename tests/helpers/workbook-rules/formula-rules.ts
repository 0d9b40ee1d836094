const LONGEST = 8_192;

/** What a formula says outside of its quoted texts, which become empty ones. */
function withoutTexts(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"/g, '""');
}

/** Names of the sheets that a formula refers to in this workbook. */
export function sheetsNamed(formula: string): readonly string[] {
  const found: string[] = [];
  const pattern =
    /'((?:[^']|'')+)'!|([\p{L}_\\][\p{L}\p{N}_.\\]*(?::[\p{L}_\\][\p{L}\p{N}_.\\]*)?)!|\[(\d+)\][^!'\s]*!/gu;
  for (const [, quoted, plain] of withoutTexts(formula).matchAll(pattern)) {
    // `[1]Tabelle!A1` is another workbook's.
    const name = quoted?.replaceAll("''", "'") ?? plain;
    if (name !== undefined && !/^\[|\[\d+\]/.test(name))
      found.push(...(quoted === undefined ? name.split(':') : sheetsOfQuoted(name)));
  }
  return found;
}

function sheetsOfQuoted(name: string): readonly string[] {
  return name.split(':');
}

/** Faults of a formula's text that Excel refuses: `sheets` are the names there are, in lower case. */
export function formulaFaults(formula: string, sheets: ReadonlySet<string>): readonly string[] {
  const faults: string[] = [];
  if (formula.trim() === '') faults.push('an empty formula');
  if (formula.startsWith('=')) faults.push('a formula that begins with =');
  if (formula.length > LONGEST) faults.push(`a formula of ${formula.length} characters`);
  const plain = withoutTexts(formula);
  if (
    plain
      .replaceAll('""', '')
      .replace(/'(?:[^']|'')+'/g, '')
      .includes('"')
  )
    faults.push('a formula with an open text');
  let depth = 0;
  for (const sign of plain.replace(/'(?:[^']|'')+'/g, '')) {
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    if (depth < 0) break;
  }
  if (depth !== 0) faults.push('a formula whose brackets do not match');
  for (const sheet of sheetsNamed(formula)) {
    if (!sheets.has(sheet.toLowerCase())) faults.push(`a formula that names the missing sheet ${sheet}`);
  }
  return faults;
}
