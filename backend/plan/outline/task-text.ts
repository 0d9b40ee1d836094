import type { ReadWarning, Repair } from '#shared/domain/plan-reading.ts';
import { findResponsibilities } from '../responsibilities/find-responsibilities.ts';
import type { FoundResponsibility } from '../responsibilities/found-responsibility.ts';
import type { RawReading, RawUnit } from '../roles/role-grammar.ts';
import type { UnitPart } from '../roles/split-units.ts';
import type { RepairFilter } from '../text/repairs.ts';
import { MAKE_EVERY_REPAIR, onlyThese } from '../text/repairs.ts';
import type { TextView } from '../text/text-view.ts';
import { spanOf } from '../text/text-view.ts';
import { readParagraphs } from './paragraphs.ts';

/** A task's paragraphs and who is responsible in them. */
type TaskText = Readonly<{
  view: TextView;
  responsibilities: readonly FoundResponsibility[];
  /** Every repair the text needs, in the order of the text; the refused ones are marked and not made. */
  repairs: readonly Repair[];
  warnings: readonly ReadWarning[];
}>;

/**
 * Reads `source[start, end)` with its repairs made, except the refused ones.
 *
 * A refusal can hide another repair or move its end (a sentence that stays broken closes an open bracket earlier). So
 * what is listed is always what the text needs when nothing is refused, and nothing that is not listed is ever made.
 */
export function readTaskText(source: string, start: number, end: number, isRefused: RepairFilter): TaskText {
  const whole = readText(source, start, end, MAKE_EVERY_REPAIR);
  if (!whole.repairs.some(isRefused)) return whole;
  const repairs = whole.repairs.map((repair): Repair => (isRefused(repair) ? { ...repair, refused: true } : repair));
  const wanted = repairs.filter((repair) => repair.refused !== true);
  const kept = readText(source, start, end, onlyThese(wanted));
  return { ...kept, repairs };
}

function readText(source: string, start: number, end: number, mayRepair: RepairFilter): TaskText {
  const { view, repairs: joins } = readParagraphs(source, start, end, mayRepair);
  const found = findResponsibilities(view, mayRepair);
  const cuts: Repair[] = [];
  const responsibilities = found.responsibilities.map((item) =>
    item.reading.joined.length === 0 ? item : { ...item, reading: cutUnits(item.reading, mayRepair, cuts) },
  );
  const repairs = [...joins, ...found.repairs, ...cuts].sort((left, right) => left.span.start - right.span.start);
  return { view, responsibilities, repairs, warnings: found.warnings };
}

/** Lists each name that was read as two units, and puts together again those that may not be cut. */
function cutUnits(reading: RawReading, mayRepair: RepairFilter, cuts: Repair[]): RawReading {
  let { units } = reading;
  for (const { view } of reading.joined) {
    const parts = units.filter((unit) => isPartOf(unit, view));
    const after = parts.map((unit) => unit.name).join('、');
    const repair: Repair = { kind: 'joined-units', before: view.text, after, span: spanOf(view) };
    if (mayRepair(repair)) {
      cuts.push(repair);
    } else {
      const [first] = parts;
      units = units.flatMap((unit) => {
        if (unit === first) return [{ name: view.text, view, role: unit.role }];
        return parts.includes(unit) ? [] : [unit];
      });
    }
  }
  return { ...reading, units };
}

function isPartOf(unit: RawUnit, { text, offsets }: UnitPart['view']): boolean {
  const at = unit.view.offsets[0] ?? -1;
  return at >= (offsets[0] ?? 0) && at <= (offsets.at(-1) ?? 0) && text.includes(unit.name);
}
