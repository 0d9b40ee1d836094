import type { Overview } from '#shared/domain/overview.ts';
import { closeDialog } from '../../state/window-state.ts';
import { dateText } from '../../text/dates.ts';
import { FactList } from '../../ui/FactList.tsx';
import { Modal } from '../../ui/Modal.tsx';

export type PlanDialogProps = { readonly overview: Overview };

/** Where the plan comes from. */
export function PlanDialog({ overview }: PlanDialogProps) {
  const { plan, sections, agencies } = overview;
  const withDuties = agencies.filter((agency) => agency.duties > 0).length;
  return (
    <Modal title="计划信息" testId="plan-dialog" onClose={closeDialog}>
      <FactList
        facts={[
          ['名称', plan.title],
          ['文号', plan.documentNumber],
          ['印发单位', plan.issuer],
          ['印发日期', plan.issuedOn === '' ? '' : dateText(plan.issuedOn)],
          ['年度', `${plan.year}年`],
          ['内容', `${sections.length} 个章节，名录 ${agencies.length} 个单位，其中 ${withDuties} 个承担任务`],
          ['来源文件', plan.sourceName],
          ['文件校验码', plan.sourceSha256],
          ['数据文件', overview.fileName],
        ]}
      />
    </Modal>
  );
}
