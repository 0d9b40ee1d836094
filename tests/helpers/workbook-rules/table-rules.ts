import type { CellMap } from './cell-rules.ts';
import type { Package } from './package.ts';
import { type Area, areaName, areaOf, overlap, overlapping } from './references.ts';
import { childOf, childrenOf, countFault, orderFaults, wholeNumber, type XmlElement } from './xml-tree.ts';

const ORDER = ['autoFilter', 'sortState', 'tableColumns', 'tableStyleInfo', 'extLst'];

/** The tables of a sheet: where they are, and what is wrong with them. */
export type SheetTables = { readonly areas: readonly Area[]; readonly faults: readonly string[] };

function tableFaults(table: XmlElement, area: Area, { cells }: CellMap): readonly string[] {
  const faults = [...orderFaults(table, ORDER)];
  const list = childOf(table, 'tableColumns');
  const columns = childrenOf(list, 'tableColumn');
  if (list) faults.push(...countFault(list));
  if (columns.length !== area.right - area.left + 1) faults.push(`${columns.length} columns over ${areaName(area)}`);
  const names = columns.map(({ attributes }) => attributes['name']?.toLowerCase() ?? '');
  if (new Set(names).size !== names.length || names.includes('')) faults.push('columns of one name, or of none');
  if (new Set(columns.map(({ attributes }) => attributes['id'])).size !== columns.length)
    faults.push('columns of one id');
  const filter = childOf(table, 'autoFilter')?.attributes['ref'];
  const filtered = filter === undefined ? area : areaOf(filter);
  const heads = wholeNumber(table, 'headerRowCount') ?? 1;
  if (!filtered || !overlap(area, filtered) || filtered.bottom > area.bottom) faults.push(`a filter over ${filter}`);
  if (area.bottom - area.top < heads) faults.push('no row below its head');
  for (const [index, cell] of headCells(area, cells).entries()) {
    // A head that is no text is put right by Excel, with a notice.
    if (heads === 1 && (cell === undefined || !/^(s|str|inlineStr)$/.test(cell.attributes['t'] ?? '')))
      faults.push(`head ${index + 1} is no text`);
  }
  return faults;
}

function headCells(area: Area, cells: ReadonlyMap<string, XmlElement>): readonly (XmlElement | undefined)[] {
  const found: (XmlElement | undefined)[] = [];
  for (let column = area.left; column <= area.right; column++) {
    const name = areaName({ ...area, left: column, right: column }).split(':')[0] ?? '';
    found.push(cells.get(name));
  }
  return found;
}

/** Rules of the tables that a sheet names. */
export function tablesOf(part: string, sheet: XmlElement, cells: CellMap, pack: Package): SheetTables {
  const list = childOf(sheet, 'tableParts');
  if (!list) return { areas: [], faults: [] };
  const faults: string[] = [...countFault(list)];
  const areas: Area[] = [];
  for (const { attributes } of childrenOf(list, 'tablePart')) {
    const target = pack.follow(part, attributes['r:id']);
    const table = target === undefined ? undefined : pack.trees.get(target);
    const area = areaOf(table?.attributes['ref'] ?? '');
    if (!table || !area) {
      faults.push(`no table, or over no area: ${target}`);
      continue;
    }
    areas.push(area);
    for (const fault of tableFaults(table, area, cells)) faults.push(`${table.attributes['displayName']}: ${fault}`);
  }
  for (const [one, other] of overlapping(areas)) faults.push(`${areaName(one)} and ${areaName(other)} overlap`);
  return { areas, faults: faults.map((fault) => `tables: ${fault}`) };
}

/** Rules over all tables of a workbook: ids and names once, no name that the workbook has given away. */
export function allTableFaults(pack: Package, names: ReadonlySet<string>): readonly string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  const seen = new Set<string>(names);
  for (const [part, table] of pack.trees) {
    if (table.local !== 'table') continue;
    const { id = '', displayName = '' } = table.attributes;
    if (ids.has(id)) faults.push(`${part}: tables: two have the id ${id}`);
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(displayName))
      faults.push(`${part}: tables: “${displayName}” is no name`);
    if (seen.has(displayName.toLowerCase())) faults.push(`${part}: tables: the name ${displayName} is there twice`);
    ids.add(id);
    seen.add(displayName.toLowerCase());
  }
  return faults;
}
