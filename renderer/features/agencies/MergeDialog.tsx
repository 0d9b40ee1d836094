import { useQuery } from '@tanstack/react-query';
import { ArrowLeftRight } from 'lucide-react';
import { useState } from 'react';
import type { AgencyView, MergePreview } from '#shared/domain/agency-views.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import { ROLE_LABELS, ROLE_MARKS } from '#shared/domain/role.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { orpc } from '../../bridge/client.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { Picker } from '../../ui/Picker.tsx';
import { mergeAgencies } from './edit-agencies.ts';
import { fittingAgencies } from './fitting-agencies.ts';

export type MergeDialogProps = {
  readonly first: AgencyView;
  /** The one it shall go into, as far as known. */
  readonly second: AgencyView | undefined;
  readonly agencies: readonly AgencyView[];
  readonly onMerged: (into: AgencyId) => void;
  readonly onClose: () => void;
};

/** Makes one agency of two, after showing what becomes of their roles, progress and forms. */
export function MergeDialog({ first, second, agencies, onMerged, onClose }: MergeDialogProps) {
  const [pair, setPair] = useState({ from: first, into: second });
  const { from, into } = pair;
  const others = agencies.filter((agency) => agency.id !== from.id);
  const merge = async (): Promise<void> => {
    if (!into || !(await mergeAgencies(from.id, into.id))) return;
    onMerged(into.id);
    onClose();
  };
  return (
    <Modal
      title="合并单位"
      lead="同一单位有两个名称，或机构改革后两家并为一家。合并是一步操作，可以撤销。"
      testId="merge-dialog"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button tone="main" data-testid="merge-take" disabled={!into} onClick={() => void merge()}>
            合并
          </Button>
        </>
      }
    >
      <div className="merge-pair">
        <Field label="并入后不再单列">
          <output className="merge-from">{from.name}</output>
        </Field>
        <Button
          icon={<ArrowLeftRight />}
          title="互换：保留另一个名称"
          data-testid="merge-swap"
          disabled={!into}
          onClick={() => into && setPair({ from: into, into: from })}
        >
          互换
        </Button>
        <Field label="保留的单位">
          <Picker
            label="保留的单位"
            testId="merge-into"
            placeholder="名称、别称或拼音首字母"
            none="没有这样的单位。"
            {...(into ? { chosen: into.name } : {})}
            choicesFor={(typed) => fittingAgencies(others, typed)}
            onChoose={(name) => setPair({ from, into: others.find((agency) => agency.name === name) })}
          />
        </Field>
      </div>
      {into ? <Preview from={from} into={into} /> : null}
    </Modal>
  );
}

function Preview({ from, into }: { readonly from: AgencyView; readonly into: AgencyView }) {
  const answer = useQuery({
    ...orpc.agency.previewMerge.queryOptions({ input: { from: from.id, into: into.id } }),
    staleTime: 0,
  });
  if (answer.isError) return <p className="empty-note">{toAppError(answer.error).message}</p>;
  if (!answer.data) return null;
  return (
    <>
      <p className="merge-words" data-testid="merge-words">
        {summary(answer.data, into)}
      </p>
      {answer.data.roles.length === 0 ? null : (
        <table className="table merge-roles">
          <thead>
            <tr>
              <th className="number">序号</th>
              <th>工作任务</th>
              <th>{from.shortName}</th>
              <th>{into.shortName}</th>
              <th>合并后</th>
            </tr>
          </thead>
          <tbody>
            {answer.data.roles.map(({ taskId, number, title, from: theirs, into: ours, merged }) => (
              <tr key={taskId}>
                <td className="number">{number}</td>
                <td>{title}</td>
                <td>{ROLE_MARKS[theirs]}</td>
                <td>{ours === null ? '' : ROLE_MARKS[ours]}</td>
                <td>{`${ROLE_MARKS[merged]} ${ROLE_LABELS[merged]}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function summary(preview: MergePreview, into: AgencyView): string {
  const { aliases, roles, progress, forms, returns, notes, values, facts, reopened } = preview;
  const both = roles.filter((role) => role.into !== null).length;
  const parts = [
    `${roles.length} 项责任转入“${into.name}”`,
    both === 0 ? '' : `其中 ${both} 项两个单位都有责任，取较重的`,
    progress.moved === 0 ? '' : `${progress.moved} 处进展一并转入`,
    progress.joined === 0 ? '' : `${progress.joined} 处两个单位都填报过，两段文字都保留`,
    forms + returns === 0 ? '' : `已发出的填报表 ${forms} 份、收回 ${returns} 份归到保留的单位`,
    notes === 0 ? '' : `${notes} 处批注一并转入`,
    values.moved === 0 ? '' : `${values.moved} 个指标值一并转入`,
    values.added === 0 ? '' : `${values.added} 个指标值两个单位都填过，按累加的口径相加`,
    values.later === 0 ? '' : `${values.later} 个指标值两个单位都填过，以后报的为准`,
    facts === 0 ? '' : `延期、节点、子项、核查、佐证、定期报送、催办和汇总稿共 ${facts} 条一并转入`,
    reopened.length === 0 ? '' : `第 ${reopened.join('、')} 项只有一个单位办结过，合并后重新打开`,
    `${aliases.map((name) => `“${name}”`).join('、')}记为别称`,
  ];
  return `${parts.filter((part) => part !== '').join('；')}。`;
}
