import { indexNames, levelAndCore, nearestIn } from '#backend/plan/nearest-names.ts';
import type { AgencyId } from '#shared/domain/ids.ts';

/** An agency with all it is called. */
export type NamedAgency = {
  readonly id: AgencyId;
  readonly name: string;
  readonly shortName: string;
  readonly aliases: readonly string[];
  readonly formerNames: readonly string[];
};

/**
 * Which agency a writing means. A unit is written with a seal beside it, a date after it, its county in front of it
 * (泽州县农业农村局（盖章） 2021年10月8日) or without its 县; another county's bureau is another unit.
 */
export type NameBook = {
  /** The one agency that the writing is, or `null`: none, or several. */
  readonly find: (writing: string) => AgencyId | null;
  /** Every agency whose name stands somewhere in the words: a title, a file's name. */
  readonly within: (words: string) => readonly AgencyId[];
  /** The units of one cell, and the pieces of it that are none. */
  readonly several: (cell: string) => { readonly agencyIds: readonly AgencyId[]; readonly unknown: readonly string[] };
  /** Whether an unknown writing is near enough to an agency's name that, with its id beside it, it means that one. */
  readonly resembles: (writing: string, agencyId: AgencyId) => boolean;
  /** Agencies an unknown writing may mean, the likeliest first. */
  readonly nearest: (writing: string) => readonly AgencyId[];
  readonly nameOf: (agencyId: AgencyId) => string;
};

/** 内蒙古自治区 */
const PLACE_LENGTH_MAX = 6;

/** A shorter name without its level (公安, 县委) stands in too many words. */
const WITHIN_MIN = 3;

const LABEL =
  /^(?:填报|报送|填表|报告|责任|牵头|配合|承办|主办|协办|落实)(?:单位|部门)?(?:名称)?(?:[（(][^）)]*[）)])?[:：]\s*/u;
const BRACKETS = /[（(［[【〔{][^）)］\]】〕}]*[）)］\]】〕}]/gu;
const SEAL = /(?:加盖|单位|本单位)?(?:盖章|公章|签章|印章|印|章)处?[:：]?$/u;
const DATE = /\d{2,4}[年./-]\d{1,2}[月./-](?:\d{1,2}[日号]?)?|\d{1,2}月(?:\d{1,2}[日号])?|\d{4}年/gu;
const PERSON = /(?:填报人|填表人|联系人|负责人|经办人|联系电话|电话|手机)[:：]?.*$/u;
const MARKS = /[\p{P}\p{S}\s]/gu;
/** The province or city over our county: 晋城市 before 泽州县. */
const OVER_US = /^[\u4e00-\u9fff]{2,4}?[省市](?=[\u4e00-\u9fff])/u;
const LEVEL = /^[省市县区旗州镇乡](?=.{2})/u;
const PLACE = /^[\u4e00-\u9fff]{1,5}?(?:自治区|自治州|省|市|县|区|旗)/u;
/** 农业农村局种植业股: a part of the unit, which signs for it; 办公室 may be a unit of its own. */
const PART_OF_UNIT = /^(?!办公室)[\u4e00-\u9fff]{1,8}(?:股|科|室|组)$/u;
const SEPARATORS = /[、，,；;\n\t/|]+|\s{1,}/u;
const JOINERS = /以及|和|与|及/gu;
const ROLE_LABEL = /^(?:牵头|责任|配合|主办|协办|承办|落实|主管)?(?:单位|部门)?[:：]|[:：]$/u;

/** @returns the unit's own words: no label, seal, date, bracket, person, mark or blank */
export function unitWords(writing: string): string {
  const plain = writing.normalize('NFKC').trim().replace(LABEL, '').replace(PERSON, '');
  const outside = ownWords(plain.replace(BRACKETS, ''));
  // 【县教育局】: the brackets hold the name itself.
  return outside === '' ? ownWords(plain) : outside;
}

function ownWords(plain: string): string {
  return plain
    .replace(DATE, '')
    .replace(/[\p{P}\p{S}\s]+$/u, '')
    .replace(SEAL, '')
    .replace(MARKS, '');
}

/** 泽州县 and 泽州 out of 泽州县人民政府办公室 or 关于印发泽州县2021年…的通知, with what stands over them; the longest first. */
function homesOf(home: readonly string[]): readonly string[] {
  const homes = new Set<string>();
  for (const words of home) {
    let rest = unitWords(words).replace(/^.*(?:印发|关于)/u, '');
    for (let place = PLACE.exec(rest)?.[0]; place !== undefined; place = PLACE.exec(rest)?.[0]) {
      homes.add(place);
      if (place.length > 2) homes.add(place.slice(0, -1));
      rest = rest.slice(place.length);
    }
  }
  return [...homes].toSorted((one, other) => other.length - one.length);
}

/**
 * @param agencies the directory of the data file
 * @param home who issues the plans (泽州县人民政府办公室, 泽州县2021年…): whose name may stand before a unit's
 */
export function nameBook(agencies: readonly NamedAgency[], home: readonly string[]): NameBook {
  const byWriting = new Map<string, Set<AgencyId>>();
  const add = (words: string, id: AgencyId): void => {
    if (words !== '') byWriting.set(words, (byWriting.get(words) ?? new Set()).add(id));
  };
  const proper = new Map<string, Set<AgencyId>>();
  for (const { id, name, shortName, aliases, formerNames } of agencies) {
    for (const writing of [name, ...aliases, ...formerNames]) {
      const words = unitWords(writing);
      proper.set(words, (proper.get(words) ?? new Set()).add(id));
    }
    // 县卫体局: the short name behind the level of the full one.
    const level = LEVEL.exec(unitWords(name))?.[0] ?? '';
    if (shortName !== '' && !LEVEL.test(shortName)) add(level + unitWords(shortName), id);
    for (const writing of [name, shortName, ...aliases, ...formerNames]) {
      add(unitWords(writing), id);
      add(unitWords(writing).replace(LEVEL, ''), id);
    }
  }
  const homes = homesOf(home);
  const names = new Map(agencies.map(({ id, name }) => [id, name]));
  const ids = new Map(agencies.map(({ id, name }) => [name, id]));
  const index = indexNames(
    agencies.map(({ name, shortName, aliases, formerNames }) => ({
      name,
      shortName,
      aliases: [...aliases, ...formerNames],
    })),
  );

  const only = (found: ReadonlySet<AgencyId> | undefined): AgencyId | null =>
    found?.size === 1 ? ([...found][0] ?? null) : null;
  const exactly = (words: string): AgencyId | null => only(proper.get(words)) ?? only(byWriting.get(words));
  const find = (writing: string): AgencyId | null => {
    for (const words of writingsOf(unitWords(writing), homes)) {
      const found = exactly(words) ?? partOf(words, exactly);
      if (found !== null) return found;
    }
    return null;
  };
  const searched = [...byWriting]
    .filter(([words, found]) => found.size === 1 && words.length >= WITHIN_MIN)
    .map(([words]) => words)
    .toSorted((one, other) => other.length - one.length);
  return {
    find,
    within: (said) => {
      let words = said.normalize('NFKC').replace(/\s/gu, '');
      const found: AgencyId[] = [];
      for (const name of searched) {
        const at = words.indexOf(name);
        // 市林业局 is not 县林业局, though 林业局 stands in it.
        if (at < 0 || (!LEVEL.test(name) && /[省市县区旗]/u.test(words.charAt(at - 1)))) continue;
        const id = exactly(name);
        if (id !== null && !found.includes(id)) found.push(id);
        words = words.replaceAll(name, '\n');
      }
      return found;
    },
    several: (cell) => {
      const whole = find(cell);
      if (whole !== null) return { agencyIds: [whole], unknown: [] };
      const pieces = cell
        .normalize('NFKC')
        .split(SEPARATORS)
        .map((piece) => piece.replace(ROLE_LABEL, '').trim())
        .filter((piece) => unitWords(piece) !== '');
      const agencyIds: AgencyId[] = [];
      const unknown: string[] = [];
      for (const piece of pieces.flatMap((each) => joined(each, find))) {
        const id = find(piece) ?? find(piece.replace(/等$/u, ''));
        if (id === null) unknown.push(piece);
        else if (!agencyIds.includes(id)) agencyIds.push(id);
      }
      return { agencyIds, unknown };
    },
    resembles: (writing, agencyId) => {
      const inside = writingsOf(unitWords(writing), homes)[0] ?? '';
      if (isElsewhere(inside, exactly)) return false;
      const [near] = nearestIn(index, inside);
      const [level] = levelAndCore(inside);
      const [own] = levelAndCore(names.get(agencyId) ?? '');
      return near !== undefined && ids.get(near) === agencyId && (level === '' || own === '' || level === own);
    },
    nearest: (writing) => {
      const inside = writingsOf(unitWords(writing), homes).at(-1) ?? '';
      const near = nearestIn(index, inside).flatMap((name) => ids.get(name) ?? []);
      const same = ids.get(inside);
      return same === undefined ? near : [same, ...near];
    },
    nameOf: (agencyId) => names.get(agencyId) ?? '',
  };
}

/** The writing, and the same without the names of our own places in front: 晋城市泽州县教育局, 县教育局, 教育局. */
function writingsOf(words: string, homes: readonly string[]): readonly string[] {
  const writings = [words];
  let rest = words.replace(OVER_US, (over, at: number, all: string) =>
    homes.some((name) => all.startsWith(name, at + over.length)) ? '' : over,
  );
  for (let place = homes.find((name) => rest.startsWith(name)); place !== undefined; ) {
    rest = rest.slice(place.length);
    if (/[省市县区旗]$/u.test(place)) writings.push(`${place.slice(-1)}${rest}`);
    writings.push(rest);
    place = homes.find((name) => rest.startsWith(name));
  }
  return writings.filter((writing) => writing !== '');
}

/** 陵川县教育局: the name of a unit of ours behind the name of a place that is not ours. */
function isElsewhere(words: string, exactly: (words: string) => AgencyId | null): boolean {
  for (let cut = 1; cut <= PLACE_LENGTH_MAX && cut < words.length; cut++) {
    if (/[\u4e00-\u9fff]/u.test(words.charAt(cut - 1)) && exactly(words.slice(cut)) !== null) return true;
  }
  return false;
}

/** A section of a unit signs for it, when what stands before the section's name is a unit. */
function partOf(words: string, exactly: (words: string) => AgencyId | null): AgencyId | null {
  for (let cut = words.length - 2; cut >= WITHIN_MIN; cut--) {
    const id = exactly(words.slice(0, cut));
    if (id !== null) return PART_OF_UNIT.test(words.slice(cut)) ? id : null;
  }
  return null;
}

/** 县教育局和县公安局: two units, as long as the first is known; 县发展和改革局 is one. */
function joined(piece: string, find: (writing: string) => AgencyId | null): readonly string[] {
  if (find(piece) !== null) return [piece];
  for (const joiner of piece.matchAll(JOINERS)) {
    const left = piece.slice(0, joiner.index);
    const right = piece.slice(joiner.index + joiner[0].length);
    if (right !== '' && find(left) !== null) return [left, ...joined(right, find)];
  }
  return [piece];
}
