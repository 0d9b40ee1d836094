import { X } from 'lucide-react';
import { VERIFICATION_LABELS } from '#shared/domain/verification.ts';
import { client } from '../../bridge/client.ts';
import { type EntryPlace, useCellEntry } from '../../state/entry-query.ts';
import { runStep } from '../../state/run-step.ts';
import { openDialog } from '../../state/window-state.ts';
import { shortDateText } from '../../text/dates.ts';
import { IconButton } from '../../ui/Button.tsx';
import { PanelSection } from './PanelSection.tsx';

export type VerificationSectionProps = {
  readonly place: EntryPlace;
  /** The unit calls it done. */
  readonly isDone: boolean;
};

/** 核查 of the period beside what the unit says of itself. */
export function VerificationSection({ place, isDone }: VerificationSectionProps) {
  const found = useCellEntry(place).data?.verifications ?? [];
  const isOpen = isDone && found[0]?.result !== 'confirmed';
  return (
    <PanelSection
      title="核查"
      count=""
      act={
        <button
          type="button"
          className="text-button"
          data-testid="add-verification"
          onClick={() => openDialog({ kind: 'verify', places: [place] })}
        >
          登记…
        </button>
      }
    >
      {isOpen ? <p className="entry-hint is-open-check">自报完成，核查未完成</p> : null}
      {found.length === 0 ? null : (
        <ul className="entry-list" data-testid="verifications">
          {found.map(({ id, result, manner, checker, checkedOn, note }) => (
            <li key={id} title={note}>
              <span>
                {VERIFICATION_LABELS[result]}
                {note === '' ? '' : `：${note}`}
              </span>
              <small>{`${shortDateText(checkedOn)} ${checker} ${manner}`}</small>
              <IconButton
                label="删除这条核查"
                icon={<X />}
                onClick={() => void runStep(() => client.verification.remove({ id }))}
              />
            </li>
          ))}
        </ul>
      )}
    </PanelSection>
  );
}
