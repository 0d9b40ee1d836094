import { AGENCY_KIND_LABELS } from '#shared/domain/agency.ts';
import { ROLE_LABELS, ROLES, type Role } from '#shared/domain/role.ts';
import { STATUS_LABELS, type Status } from '#shared/domain/status.ts';
import type { CellContent } from '../../sheet-plan.ts';
import type { LayoutInput, LightRecord, RowOf, TaskRecord, ToldProgress } from '../records.ts';

/** What stands in a cell of a field. */
export type Cell<Row> = (row: Row, input: LayoutInput) => CellContent;
export type Cells<Row> = Readonly<Record<string, Cell<Row>>>;

/** Up to so many units stand one below the other; more would make the row taller than its task, so they run on. */
const UNITS_PER_COLUMN_MAX = 6;

/** Nothing rather than an empty text: an empty cell is smaller, and searched for as one. */
export function text(words: string | undefined): CellContent {
  return words === undefined || words === '' ? null : words;
}

function stacked(names: readonly string[]): CellContent {
  return text(names.join(names.length <= UNITS_PER_COLUMN_MAX ? '\n' : '、'));
}

/** 牵头：县公安局；配合：县教育局、县财政局. */
function allUnits({ units }: TaskRecord): CellContent {
  const lines = ROLES.filter((role) => units[role].length > 0).map(
    (role) => `${ROLE_LABELS[role]}：${units[role].join('、')}`,
  );
  return text(lines.join('\n'));
}

const ofTask =
  <Row extends { readonly task: number }>(content: (task: TaskRecord) => CellContent): Cell<Row> =>
  ({ task }, { tasks }) => {
    const record = tasks[task];
    return record ? content(record) : null;
  };

/** Fields of the task that a row is about. */
export function taskCells<Row extends { readonly task: number }>(): Cells<Row> {
  const names = (field: 'leadLeader' | 'leaderInCharge' | 'personInCharge'): Cell<Row> =>
    ofTask((task) => text(task[field].replaceAll('、', '\n')));
  const units = (role: Role): Cell<Row> => ofTask((task) => stacked(task.units[role]));
  return {
    number: ofTask(({ number }) => number),
    title: ofTask(({ title }) => title),
    content: ofTask(({ content }) => content),
    section: ofTask(({ section }) => text(section?.title)),
    targets: ofTask(({ targets }) => text(targets)),
    due: ofTask(({ due }) => text(due)),
    leadLeader: names('leadLeader'),
    leaderInCharge: names('leaderInCharge'),
    personInCharge: names('personInCharge'),
    lead: units('lead'),
    coResponsible: units('co-responsible'),
    cooperating: units('cooperating'),
    units: ofTask(allUnits),
  };
}

/** Fields of the agency that a row is about. */
export function agencyCells<Row extends { readonly agency: number | null }>(): Cells<Row> {
  const of =
    (content: (agency: LayoutInput['agencies'][number]) => CellContent): Cell<Row> =>
    ({ agency }, { agencies }) => {
      const record = agency === null ? undefined : agencies[agency];
      return record ? content(record) : null;
    };
  return {
    agency: of(({ name }) => name),
    agencyShort: of(({ shortName }) => shortName),
    agencyKind: of(({ kind }) => AGENCY_KIND_LABELS[kind]),
  };
}

/** Fields of what was reported, and of its light. */
export function toldCells<
  Row extends {
    readonly told?: ToldProgress | null;
    readonly light?: LightRecord | null;
    readonly lightReason?: string;
  },
>(): Cells<Row> {
  return {
    status: ({ told }) => statusWords(told?.status),
    percent: ({ told }) => (told?.percent == null ? null : told.percent / 100),
    narrative: ({ told }) => text(told?.narrative),
    problems: ({ told }) => text(told?.problems),
    nextSteps: ({ told }) => text(told?.nextSteps),
    light: ({ light }) => text(light?.word),
    lightReason: ({ lightReason }) => text(lightReason),
  };
}

/** A status as it is printed; nothing where nobody said one. */
export function statusWords(status: Status | null | undefined): CellContent {
  return status == null ? null : STATUS_LABELS[status];
}

/** A date of ISO as a date of the workbook. */
export function day(date: string | null | undefined): CellContent {
  return date == null || date === '' ? null : { date };
}

/** The colour of the light in a cell; only the field `light` has one. */
export function lightColour(row: RowOf[keyof RowOf]): LightRecord['colour'] | null {
  return 'light' in row ? (row.light?.colour ?? null) : null;
}
