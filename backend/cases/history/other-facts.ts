import { z } from 'zod';

const LoggedSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
type Logged = z.infer<typeof LoggedSchema>;

/** Columns of rows that belong to no cell, as a clerk calls them. What is not named here is told by the step's label alone. */
const COLUMN_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  plan: { title: '计划标题', document_number: '文号', archived_on: '归档于' },
  section: { title: '章节' },
  agency: { name: '单位', short_name: '简称' },
  agency_alias: { alias: '别称' },
  agency_contact: { name: '联系人', phone: '电话' },
  period: { label: '期', due_on: '报送时限', closed_on: '关闭于' },
  leader: { name: '领导', post: '职务', until: '任至' },
  duty: { title: '定期报送' },
  reminder: { made_on: '催办于', answer: '答复' },
  scoring_rule: { rules: '评分规则' },
  light_rule_set: { name: '亮灯规则' },
  calendar_year: { year: '工作日历' },
  export: { what: '发出', file_name: '文件', sent_to: '报送对象' },
};

/** What changed in a row that is no fact of a cell, in one line; `null`: nothing a clerk would name. */
export function otherFact(
  table: string,
  before: string | null,
  after: string | null,
): { readonly agencyId: number | null; readonly before: string; readonly after: string } | null {
  const words = COLUMN_WORDS[table];
  if (!words) return null;
  const [old, now] = [read(before), read(after)];
  const changed = Object.keys(words).filter((column) => (old?.[column] ?? null) !== (now?.[column] ?? null));
  if (changed.length === 0) return null;
  const line = (row: Logged | null): string =>
    changed
      .flatMap((column) => (row?.[column] == null || row[column] === '' ? [] : `${words[column]} ${row[column]}`))
      .join('，');
  const agencyId = Number((now ?? old)?.['agency_id'] ?? Number.NaN);
  return { agencyId: Number.isInteger(agencyId) ? agencyId : null, before: line(old), after: line(now) };
}

function read(json: string | null): Logged | null {
  return json === null ? null : LoggedSchema.parse(JSON.parse(json));
}
