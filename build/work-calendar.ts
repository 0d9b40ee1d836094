// Makes seeds/work-calendar.json out of the data of chinese-days (npm, MIT), which keeps the notices of the State
// Council: npm pack chinese-days@1.5.7, unpack it, node build/work-calendar.ts package/dist/chinese-days.json
//
// Years that stand in the file already were read from the notices and checked against it: they stay as they are.
import fs from 'node:fs';

const FILE = new URL('../seeds/work-calendar.json', import.meta.url);

type Days = Readonly<Record<string, string>>;
type Stretch = { name: string; from: string; to: string };
type Calendar = {
  readonly title: string;
  readonly years: readonly { readonly year: number; readonly holidays: readonly Stretch[] }[];
};

/** Days beside each other with one name, as stretches. */
function stretches(days: Days): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const [day, words] of Object.entries(days).toSorted()) {
    const name = words.split(',')[1] ?? '';
    const last = found.at(-1);
    if (last?.name === name && nextDay(last.to) === day) last.to = day;
    else found.push({ name, from: day, to: day });
  }
  return found;
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function ofYear(days: Days, year: string): Days {
  return Object.fromEntries(Object.entries(days).filter(([day]) => day.startsWith(year)));
}

const library = JSON.parse(fs.readFileSync(process.argv[2] ?? '', 'utf8')) as { holidays: Days; workdays: Days };
const calendar = JSON.parse(fs.readFileSync(FILE, 'utf8')) as Calendar;
const known = new Set(calendar.years.map(({ year }) => String(year)));
const years = [...new Set(Object.keys(library.holidays).map((day) => day.slice(0, 4)))];
const added = years
  .filter((year) => !known.has(year))
  .map((year) => ({
    year: Number(year),
    source: `国务院办公厅关于${year}年部分节假日安排的通知（据 chinese-days 1.5.7）`,
    holidays: stretches(ofYear(library.holidays, year)),
    workdays: Object.keys(ofYear(library.workdays, year)).toSorted(),
  }));
const all = [...calendar.years, ...added].toSorted((one, other) => one.year - other.year);
fs.writeFileSync(FILE, `${JSON.stringify({ title: calendar.title, years: all }, null, 2)}\n`);
