import type { AgencyDirectory } from '#shared/domain/agency.ts';
import type { ReadTask, ReadWarning } from '#shared/domain/plan-reading.ts';
import { aliasIndex, nameStem } from './agency-names.ts';
import { levelAndCore, nearestNames } from './nearest-names.ts';
import { isGroupUnit } from './roles/unit-lexicon.ts';

/** Nobody leads a task although units are named, or one bracket names several leads. */
export function leadWarnings(tasks: readonly ReadTask[]): ReadWarning[] {
  return tasks.flatMap((task): ReadWarning[] => {
    const roles = task.responsibilities.flatMap((item) => item.roles);
    if (roles.length > 0 && !roles.some((role) => role.role === 'lead')) {
      const message = `第${task.number}项没有写明牵头单位，请确定由谁牵头。`;
      return [{ code: 'NO_LEAD', message, task: task.number, span: task.span }];
    }
    const crowded = task.responsibilities.find((item) => item.roles.filter((role) => role.role === 'lead').length > 1);
    if (crowded === undefined) return [];
    const leads = crowded.roles.filter((role) => role.role === 'lead').map((role) => role.agency);
    const message = `第${task.number}项有${leads.length}个牵头单位（${leads.join('、')}），请确认。`;
    return [{ code: 'SEVERAL_LEADS', message, task: task.number, span: crowded.span }];
  });
}

/** Units the directory does not know, and names that seem to mean one unit. Each name is reported once. */
export function agencyWarnings(tasks: readonly ReadTask[], directory: AgencyDirectory | undefined): ReadWarning[] {
  const known = aliasIndex(directory);
  const nameByStem = stemIndex(directory);
  const warnings: ReadWarning[] = [];
  const seen = new Set<string>();
  for (const task of tasks) {
    for (const { agency, span } of task.responsibilities.flatMap((item) => item.roles)) {
      if (seen.has(agency) || known.has(agency)) continue;
      seen.add(agency);
      const stem = nameStem(agency);
      const twin = isGroupUnit(agency) || stem.length < STEM_MIN ? undefined : nameByStem.get(stem);
      if (twin !== undefined) {
        const message = `“${agency}”与“${twin}”可能是同一单位，请确认是否作为别称。`;
        warnings.push({ code: 'ALIAS_PROPOSED', message, task: task.number, agency, suggestions: [twin], span });
        continue;
      }
      if (!nameByStem.has(stem)) nameByStem.set(stem, agency);
      if (directory === undefined) continue;
      const suggestions = nearestNames(agency, directory);
      const nearest = suggestions.length === 0 ? '' : `（相近的有：${suggestions.join('、')}）`;
      const message = `单位名录中没有“${agency}”${nearest}，请补充或指定为已有单位的别称。`;
      warnings.push({ code: 'UNKNOWN_AGENCY', message, task: task.number, agency, suggestions, span });
    }
  }
  return warnings;
}

/** Shorter stems (县委, 教) fit too many units. */
const STEM_MIN = 2;

/** Stems of every writing of the directory, with the level sign (县) and without, to the directory's name. */
function stemIndex(directory: AgencyDirectory | undefined): Map<string, string> {
  const index = new Map<string, string>();
  for (const { name, shortName, aliases } of directory?.agencies ?? []) {
    const [level, core] = levelAndCore(name);
    for (const stem of [...[name, ...aliases].map(nameStem), nameStem(`${level}${shortName}`), core]) {
      if (stem.length >= STEM_MIN && !index.has(stem)) index.set(stem, name);
    }
  }
  return index;
}
