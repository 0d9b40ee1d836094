import { useEffect, useRef } from 'react';
import type { AgencyId } from '#shared/domain/ids.ts';
import { lightOf } from '#shared/domain/light.ts';
import type { AssignmentView } from '#shared/domain/matrix.ts';
import { ROLE_LABELS, ROLE_MARKS } from '#shared/domain/role.ts';
import { useLights } from '../../state/queries.ts';
import { ORIGIN_WORDS } from '../../text/words.ts';
import { LightChip } from '../../ui/LightChip.tsx';

export type AssignmentListProps = {
  readonly assignments: readonly AssignmentView[];
  readonly chosen: AgencyId | null;
  readonly onChoose: (agencyId: AgencyId) => void;
};

/** Who owes the task what, and how each stands; a click opens that agency's progress. */
export function AssignmentList({ assignments, chosen, onChoose }: AssignmentListProps) {
  const lights = useLights();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (chosen !== null) list.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <section className="assignments" aria-label="责任单位">
      <h3>责任单位 {assignments.length} 个</h3>
      {assignments.length === 0 ? <p className="assignments-none">还没有单位承担这项任务。</p> : null}
      <ul ref={list}>
        {assignments.map((assignment) => (
          <li key={assignment.agencyId}>
            <button
              type="button"
              className="assignment"
              data-testid={`assignment-${assignment.agencyId}`}
              aria-pressed={assignment.agencyId === chosen}
              title={[
                assignment.agencyName,
                ROLE_LABELS[assignment.role],
                sourceWords(assignment),
                assignment.because,
              ].join(' · ')}
              onClick={() => onChoose(assignment.agencyId)}
            >
              <span className="assignment-mark" role="img" aria-label={ROLE_LABELS[assignment.role]}>
                {ROLE_MARKS[assignment.role]}
              </span>
              <span className="assignment-name">
                {assignment.agencyName}
                {assignment.writtenAs && assignment.writtenAs !== assignment.agencyName ? (
                  <small>（原文写作“{assignment.writtenAs}”）</small>
                ) : null}
                {assignment.origin === 'parsed' ? null : <small>（{ORIGIN_WORDS[assignment.origin]}）</small>}
              </span>
              <LightChip light={lightOf(lights, assignment.light)} />
              <Summary assignment={assignment} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where the role came from: 读自文件“县发展和改革委员会”. */
function sourceWords({ origin, writtenAs }: AssignmentView): string {
  return `${ORIGIN_WORDS[origin]}${writtenAs === null ? '' : `“${writtenAs}”`}`;
}

function Summary({ assignment }: { readonly assignment: AssignmentView }) {
  const progress = assignment.progress;
  if (!progress) return null;
  const percent = progress.percent === null ? '' : `${progress.percent}%`;
  const words = [percent, progress.narrative].filter((part) => part !== '').join(' · ');
  return words === '' ? null : <span className="assignment-summary">{words}</span>;
}
