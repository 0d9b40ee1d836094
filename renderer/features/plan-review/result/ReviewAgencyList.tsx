import { X } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { EditText } from '#renderer/ui/EditText.tsx';
import { showNotice } from '#renderer/ui/toasts.ts';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { AGENCY_KIND_LABELS, AGENCY_KINDS, type AgencyKind } from '#shared/domain/agency.ts';
import type { ProposedAgency } from '#shared/domain/plan-review.ts';
import { letAllStand } from '../doubts/doubt-actions.ts';
import type { Doubt } from '../doubts/doubts.ts';
import { agencyByWriting, rolesOf } from '../draft/draft.ts';
import { edit, useDraft, useReviewStore } from '../review-store.ts';
import { AgencyPicker } from './AgencyPicker.tsx';
import '../agency-list.css';

const ROW_HEIGHT_PX = 76;

/** The units of the plan: names, kinds, other writings. Two names of one unit are made one here. */
export function ReviewAgencyList({ doubts }: { readonly doubts: readonly Doubt[] }) {
  const store = useReviewStore();
  const draft = useDraft();
  const duties = useMemo(() => {
    const agencyOf = agencyByWriting(draft.agencies);
    return Map.groupBy(rolesOf(draft.tasks), (role) => agencyOf.get(role.agency)?.name ?? role.agency);
  }, [draft]);
  const open = new Set(
    doubts.filter((doubt) => doubt.kind === 'UNKNOWN_AGENCY' && !doubt.isSeen).map((doubt) => doubt.agency),
  );
  return (
    <div className="doubt-list">
      {open.size > 0 ? (
        <div className="doubt-kinds">
          名录外单位 {open.size} 个
          <span className="change-tools">
            {letAllStand('UNKNOWN_AGENCY', doubts).map(({ label, run }) => (
              <Button key={label} data-testid="agencies-add-all" onClick={() => run(store)}>
                {label}
              </Button>
            ))}
          </span>
        </div>
      ) : null}
      <VirtualList
        label="单位"
        testId="review-agencies"
        count={draft.agencies.length}
        estimate={() => ROW_HEIGHT_PX}
        keyOf={(index) => draft.agencies[index]?.name ?? index}
        render={(index) => {
          const agency = draft.agencies[index];
          if (!agency) return null;
          const count = duties.get(agency.name)?.length ?? 0;
          return <AgencyRow agency={agency} duties={count} isOpen={open.has(agency.name)} />;
        }}
      />
    </div>
  );
}

type AgencyRowProps = {
  readonly agency: ProposedAgency;
  readonly duties: number;
  /** The directory does not know it, and nobody has said yet that it is a new one. */
  readonly isOpen: boolean;
};

function AgencyRow({ agency, duties, isOpen }: AgencyRowProps) {
  const store = useReviewStore();
  const { name } = agency;
  const rename = (text: string): void => {
    const taken = agencyByWriting(store.getState().history.present.agencies).get(text);
    if (text === '') showNotice('单位名称没有改动', '名称不能为空。');
    else if (taken && taken.name !== name) {
      showNotice('单位名称没有改动', `“${text}”已是${taken.name}的名称。是同一单位的，用右边的“是另一单位的别称”。`);
    } else edit(store, { kind: 'set-agency', name, patch: { name: text } });
  };
  return (
    <div className={`agency-row ${isOpen ? 'is-unknown' : ''}`}>
      <div className="task-editor-line">
        <EditText label="单位名称" value={name} onCommit={(text) => rename(text.trim())} />
        <EditText
          label="简称"
          className="agency-short"
          value={agency.shortName}
          onCommit={(text) => edit(store, { kind: 'set-agency', name, patch: { shortName: text.trim() || name } })}
        />
        <select
          className="select agency-kind"
          aria-label="类别"
          value={agency.kind}
          // The options below are the kinds.
          onChange={(event) =>
            edit(store, { kind: 'set-agency', name, patch: { kind: event.target.value as AgencyKind } })
          }
        >
          {AGENCY_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {AGENCY_KIND_LABELS[kind]}
            </option>
          ))}
        </select>
        <span className="agency-duties">{duties} 项</span>
      </div>
      <div className="task-editor-line agency-line">
        {isOpen ? <b>名录外单位</b> : <span>{agency.isKnown ? '名录中的单位' : '新增单位'}</span>}
        {agency.aliases.map((alias) => (
          <button
            key={alias}
            type="button"
            className="alias-chip"
            title={`不是同一单位：把“${alias}”分开`}
            onClick={() => edit(store, { kind: 'separate-alias', name, alias })}
          >
            又称 {alias} <X />
          </button>
        ))}
        <span className="agency-merge">
          <AgencyPicker
            label={`${name}是哪个单位的别称`}
            testId={`alias-of-${name}`}
            placeholder="是另一单位的别称…"
            onChoose={(into) => edit(store, { kind: 'merge-agency', name, into })}
          />
        </span>
      </div>
    </div>
  );
}
