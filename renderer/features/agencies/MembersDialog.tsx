import { useRef, useState } from 'react';
import { AGENCY_KIND_LABELS } from '#shared/domain/agency.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { groupAgencies } from './agency-rows.ts';
import { updateAgency } from './edit-agencies.ts';

export type MembersDialogProps = {
  readonly group: AgencyView;
  readonly agencies: readonly AgencyView[];
  readonly onClose: () => void;
};

/** Who belongs to a group agency: ticked one by one or by kind, also among those found by a search; taken as one step. */
export function MembersDialog({ group, agencies, onClose }: MembersDialogProps) {
  const [chosen, setChosen] = useState<ReadonlySet<AgencyId>>(() => new Set(group.members));
  const search = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  const others = agencies.filter((agency) => agency.id !== group.id);
  const listed = groupAgencies(others, words);
  const set = (ids: readonly AgencyId[], on: boolean): void => {
    const next = new Set(chosen);
    for (const id of ids) on ? next.add(id) : next.delete(id);
    setChosen(next);
  };
  const take = (): void => {
    const members = groupAgencies(others, '')
      .flatMap(({ agencies: ofKind }) => ofKind.map(({ id }) => id))
      .filter((id) => chosen.has(id));
    onClose();
    void updateAgency(group.id, { members });
  };
  return (
    <Modal
      title={`成员单位：${group.shortName}`}
      lead="展开集体单位时，成员单位显示从集体单位继承的责任。"
      testId="members-dialog"
      initialFocus={search}
      onClose={onClose}
      footer={
        <>
          <span className="modal-foot-note">已选 {chosen.size} 个单位</span>
          <Button onClick={onClose}>取消</Button>
          <Button tone="main" data-testid="members-take" onClick={take}>
            确定
          </Button>
        </>
      }
    >
      <input
        ref={search}
        className="input member-search"
        data-testid="member-search"
        aria-label="查找单位"
        placeholder="名称、别称或拼音首字母"
        spellCheck={false}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {listed.length === 0 ? <p className="empty-note">没有这样的单位。</p> : null}
      {listed.map(({ kind, agencies: ofKind }) => {
        const ids = ofKind.map((agency) => agency.id);
        const all = ids.every((id) => chosen.has(id));
        return (
          <fieldset key={kind} className="member-kind">
            <legend>
              <label>
                <input
                  type="checkbox"
                  data-testid={`members-kind-${kind}`}
                  checked={all}
                  onChange={() => set(ids, !all)}
                />
                {AGENCY_KIND_LABELS[kind]}
              </label>
            </legend>
            {ofKind.map((agency) => (
              <label key={agency.id} title={agency.name}>
                <input
                  type="checkbox"
                  data-testid={`member-${agency.id}`}
                  checked={chosen.has(agency.id)}
                  onChange={(event) => set([agency.id], event.target.checked)}
                />
                {agency.shortName}
              </label>
            ))}
          </fieldset>
        );
      })}
    </Modal>
  );
}
