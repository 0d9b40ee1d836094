import type { FileTicket } from '#shared/contract/call.ts';
import type { PickedFile } from '#shared/contract/shell.contract.ts';
import type { RowId } from '#shared/domain/ids.ts';
import type { TemplateMapping, TemplatePlace, TemplateReading } from '#shared/domain/template.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { client, orpc } from '../../bridge/client.ts';
import { queryClient } from '../../bridge/query-client.ts';
import { getShell } from '../../bridge/shell.ts';
import { planIdShown } from '../../state/queries.ts';
import { runStep, type StepCall, succeeded } from '../../state/run-step.ts';
import { showError } from '../../ui/toasts.ts';

/** A form that is looked at: picked just now, or remembered. */
export type TemplateSource =
  | { readonly kind: 'picked'; readonly file: PickedFile; readonly example?: FileTicket }
  | { readonly kind: 'kept'; readonly id: RowId; readonly name: string };

/** Asks for a form, or for a filled example of one. `null`: cancelled. */
export async function pickTemplate(): Promise<PickedFile | null> {
  try {
    const [file] = await getShell().pickOpenFiles({ purpose: 'template' });
    return file ?? null;
  } catch (reason) {
    showError(toAppError(reason));
    return null;
  }
}

/** Reads a form; `null` when it could not be read, which was shown. */
export async function readSource(source: TemplateSource, place?: TemplatePlace): Promise<TemplateReading | null> {
  const where = place === undefined ? {} : { place };
  try {
    if (source.kind === 'kept') return await client.template.get({ templateId: source.id, ...where });
    const example = source.example === undefined ? {} : { example: source.example };
    return await client.template.read({ file: source.file.ticket, planId: planIdShown(), ...example, ...where });
  } catch (reason) {
    showError(toAppError(reason));
    return null;
  }
}

/** Keeps a form under a name, in the place of `id` when there is one. One step. */
export function saveTemplate(
  source: TemplateSource,
  name: string,
  mapping: TemplateMapping,
  id: RowId | null,
): Promise<boolean> {
  const file = source.kind === 'picked' ? { file: source.file.ticket } : {};
  return stepOfTemplates(() =>
    client.template.save({ name, mapping, ...file, ...(id === null ? {} : { templateId: id }) }),
  );
}

export function renameTemplate(templateId: RowId, name: string): Promise<boolean> {
  return stepOfTemplates(() => client.template.rename({ templateId, name }));
}

export function removeTemplate(templateId: RowId): Promise<boolean> {
  return stepOfTemplates(() => client.template.remove({ templateId }));
}

/** @returns whether it went through; a refusal has been shown */
async function stepOfTemplates(write: StepCall): Promise<boolean> {
  const outcome = await runStep(write);
  await queryClient.invalidateQueries({ queryKey: orpc.template.list.key() });
  return succeeded(outcome);
}
