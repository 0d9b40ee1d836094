import { assertNever } from '#shared/assert-never.ts';
import type { Draft, DraftTask } from './draft.ts';
import { mergeAgency, separateAlias, setAgency, withNamedAgencies } from './edit-agencies.ts';
import { addRole, chooseLead, removeRole, setRole } from './edit-roles.ts';
import { addTasks, mergeTask, renumber, splitTask, takeReading } from './edit-tasks.ts';
import type { Edit, EditContext } from './edits.ts';

/**
 * What a plan under review is after an edit. An edit that changes nothing returns the same draft.
 * Units that a role newly names join the draft, as the directory has them or described by their name.
 */
export function applyEdit(draft: Draft, edit: Edit, context: EditContext): Draft {
  const next = edited(draft, edit, context);
  return next === draft || next.tasks === draft.tasks ? next : withNamedAgencies(next, context.others);
}

function edited(draft: Draft, edit: Edit, context: EditContext): Draft {
  switch (edit.kind) {
    case 'set-head':
      return { ...draft, head: { ...draft.head, ...edit.patch } };
    case 'set-section':
      return {
        ...draft,
        sections: draft.sections.map((section) =>
          section.ordinal === edit.ordinal ? { ...section, title: edit.title } : section,
        ),
      };
    case 'set-task':
      return changeTask(draft, edit.key, (task) => ({ ...task, ...edit.patch }));
    case 'add-role':
      return changeTask(draft, edit.key, (task) => addRole(task, edit.agency, edit.role));
    case 'set-role':
      return changeTask(draft, edit.key, (task) => setRole(task, edit.place, edit.role));
    case 'remove-role':
      return changeTask(draft, edit.key, (task) => removeRole(task, edit.place));
    case 'choose-lead':
      return changeTask(draft, edit.key, (task) => chooseLead(task, edit.agency));
    case 'add-responsibility':
      return changeTask(draft, edit.key, (task) => ({
        ...task,
        responsibilities: [...task.responsibilities, edit.responsibility],
      }));
    case 'set-responsibility':
      return changeTask(draft, edit.key, (task) => ({
        ...task,
        responsibilities: task.responsibilities.with(edit.index, edit.responsibility),
      }));
    case 'split-task':
      return splitTask(draft, edit.key, edit.at, edit.source);
    case 'merge-task':
      return mergeTask(draft, edit.key);
    case 'remove-task':
      return { ...draft, tasks: draft.tasks.filter((task) => task.key !== edit.key) };
    case 'add-tasks':
      return addTasks(draft, edit.tasks);
    case 'renumber':
      return renumber(draft);
    case 'set-agency':
      return setAgency(draft, edit.name, edit.patch);
    case 'merge-agency':
      return mergeAgency(draft, edit.name, edit.into, context.others);
    case 'separate-alias':
      return separateAlias(draft, edit.name, edit.alias);
    case 'take-reading':
      return takeReading(draft, edit.reading, edit.span);
    case 'see':
      return { ...draft, seen: withDoubts(draft.seen, edit.doubts, edit.seen) };
    default:
      return assertNever(edit);
  }
}

/** A task that is gone by now changes nothing: a field of it may still be on its way. */
function changeTask(draft: Draft, key: number, change: (task: DraftTask) => DraftTask): Draft {
  if (!draft.tasks.some((task) => task.key === key)) return draft;
  return { ...draft, tasks: draft.tasks.map((task) => (task.key === key ? change(task) : task)) };
}

function withDoubts(seen: ReadonlySet<string>, doubts: readonly string[], isSeen: boolean): ReadonlySet<string> {
  const next = new Set(seen);
  for (const doubt of doubts) {
    if (isSeen) next.add(doubt);
    else next.delete(doubt);
  }
  return next;
}
