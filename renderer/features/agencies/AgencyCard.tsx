import { ArrowDown, ArrowUp, Combine, FileText, History, Trash2 } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { AGENCY_KIND_LABELS, AGENCY_KINDS, type AgencyKind } from '#shared/domain/agency.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import { closeDialog, openDialog } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { EditText } from '../../ui/EditText.tsx';
import { Field } from '../../ui/Field.tsx';
import { openPage } from '../pages/page-desk.ts';
import { AgencyContacts } from './AgencyContacts.tsx';
import { swapWithNeighbour } from './agency-rows.ts';
import { removeAgency, reorderAgencies, updateAgency } from './edit-agencies.ts';
import { MembersDialog } from './MembersDialog.tsx';
import { NameList } from './NameList.tsx';

export type AgencyCardProps = {
  readonly agency: AgencyView;
  readonly agencies: readonly AgencyView[];
  /** The field of its name. */
  readonly nameField: RefObject<HTMLInputElement | null>;
  /** Agencies with names like this one's. */
  readonly nearest: readonly AgencyView[];
  /** @param into proposed, or not known yet */
  readonly onMerge: (from: AgencyView, into: AgencyView | undefined) => void;
};

/** One agency, every field editable in place; each field left is one step. */
export function AgencyCard({ agency, agencies, nameField, nearest, onMerge }: AgencyCardProps) {
  const [choosing, setChoosing] = useState(false);
  const { id, aliases, formerNames } = agency;
  const up = swapWithNeighbour(agencies, id, -1);
  const down = swapWithNeighbour(agencies, id, 1);
  const rename = (text: string): void => {
    const name = text.trim();
    if (name !== '') void updateAgency(id, { name });
  };
  return (
    <section className="agency-card" aria-label={agency.name} data-testid="agency-card">
      <Field label="单位全称">
        <EditText label="单位全称" testId="agency-name" field={nameField} value={agency.name} onCommit={rename} />
      </Field>
      <p className="agency-hint">改名后，原名称记为曾用名，旧文件和已发出的填报表仍能认出。</p>
      <div className="agency-card-line">
        <Field label="简称（矩阵表头）">
          <EditText
            label="简称"
            testId="agency-short-name"
            value={agency.shortName}
            onCommit={(text) => void updateAgency(id, { shortName: text.trim() || agency.name })}
          />
        </Field>
        <Field label="类别">
          <select
            className="select"
            data-testid="agency-kind"
            value={agency.kind}
            // The options below are the kinds.
            onChange={(event) => void updateAgency(id, { kind: event.target.value as AgencyKind })}
          >
            {AGENCY_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {AGENCY_KIND_LABELS[kind]}
              </option>
            ))}
          </select>
        </Field>
        <label className="agency-active">
          <input
            type="checkbox"
            data-testid="agency-active"
            checked={agency.active}
            onChange={(event) => void updateAgency(id, { active: event.target.checked })}
          />
          在用
        </label>
      </div>
      <h3>别称</h3>
      <NameList
        label="别称"
        testId="agency-alias"
        names={aliases}
        onChange={(names) => void updateAgency(id, { aliases: [...names] })}
      />
      <h3>曾用名</h3>
      <NameList
        label="曾用名"
        testId="agency-former"
        names={formerNames}
        onChange={(names) => void updateAgency(id, { formerNames: [...names] })}
      />
      <AgencyContacts agency={agency} />
      {agency.kind === 'group' ? (
        <>
          <h3>成员单位</h3>
          <div className="name-list">
            {agency.members.map((member) => (
              <span key={member} className="name-chip">
                {agencies.find((other) => other.id === member)?.shortName}
              </span>
            ))}
            <Button data-testid="agency-members" onClick={() => setChoosing(true)}>
              选择成员…
            </Button>
          </div>
        </>
      ) : null}
      <p className="agency-duties">
        {agency.duties === 0 ? '目前没有责任' : `承担 ${agency.duties} 项任务的责任`}
        {agency.pinyin === '' ? '' : `；拼音首字母 ${agency.pinyin}`}
      </p>
      {nearest.length === 0 ? null : (
        <div className="agency-near" data-testid="agency-near">
          <span>名称相近，可能是同一单位：</span>
          {nearest.map((other) => (
            <Button
              key={other.id}
              tone="quiet"
              icon={<Combine />}
              onClick={() => onMerge(...lighterFirst(agency, other))}
            >
              {other.name}
            </Button>
          ))}
        </div>
      )}
      <div className="agency-card-tools">
        <Button
          icon={<FileText />}
          data-testid="agency-page"
          onClick={() => {
            closeDialog();
            openPage({ kind: 'agency', agencyId: id });
          }}
        >
          单位档案
        </Button>
        <Button
          icon={<History />}
          data-testid="agency-history"
          onClick={() => openDialog({ kind: 'history', agencyId: id })}
        >
          操作记录
        </Button>
        <Button
          icon={<ArrowUp />}
          title="在同类单位中上移（Alt+↑）"
          data-testid="agency-up"
          disabled={!up}
          onClick={() => up && void reorderAgencies(up)}
        >
          上移
        </Button>
        <Button
          icon={<ArrowDown />}
          title="在同类单位中下移（Alt+↓）"
          data-testid="agency-down"
          disabled={!down}
          onClick={() => down && void reorderAgencies(down)}
        >
          下移
        </Button>
        <Button
          icon={<Combine />}
          data-testid="agency-merge"
          disabled={agencies.length < 2}
          onClick={() => onMerge(agency, nearest[0])}
        >
          合并到…
        </Button>
        <Button
          tone="danger"
          icon={<Trash2 />}
          data-testid="agency-remove"
          disabled={!agency.removable}
          title={agency.removable ? '从名录中删除' : '已有责任、进展、填报表或批注，不能删除；可以合并或停用'}
          onClick={() => void removeAgency(id)}
        >
          删除
        </Button>
      </div>
      {choosing ? <MembersDialog group={agency} agencies={agencies} onClose={() => setChoosing(false)} /> : null}
    </section>
  );
}

/** Of two names for one unit the one with fewer duties is the slip. */
function lighterFirst(one: AgencyView, other: AgencyView): readonly [AgencyView, AgencyView] {
  return one.duties < other.duties ? [one, other] : [other, one];
}
