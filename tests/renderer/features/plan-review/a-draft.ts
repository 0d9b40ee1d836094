import { readPlan } from '#backend/plan/read-plan.ts';
import { applyEdit } from '#renderer/features/plan-review/draft/apply-edit.ts';
import { type Draft, planDraftOf, rolesOf } from '#renderer/features/plan-review/draft/draft.ts';
import type { Edit } from '#renderer/features/plan-review/draft/edits.ts';
import { describeAgency } from '#shared/domain/describe-agency.ts';
import type { PlanReview } from '#shared/domain/plan-review.ts';

/** A short plan with one of everything a clerk must look at. */
export const SOURCE = `测试县2022年重点工作安排
一、民生
1.新建3所幼儿园，6月底前完成。改造老旧小区5个。（县教育局牵头，县财政局配合）
2.加强监管。（县公安局、县农业农村局按职责分工负责）
3.召开总结会议（会议由局办公室组织，配合安排车辆）。
二、产业
4.发展农产品加工。（县农业和农村局负责）
`;

/** The document as it comes from the reader, with two units that the directory knows. */
export function aPlanReview(text = SOURCE): PlanReview {
  const known = ['县教育局', '县公安局', '县农业农村局'];
  const others = [{ ...describeAgency('县审计局'), pinyin: 'xsjj' }];
  const agencies = known.map((name) => describeAgency(name));
  const reading = readPlan(text, { directory: { title: '名录', agencies } });
  const doubts = new Map(reading.warnings.map((warning) => [warning.agency, warning]));
  const names = [...new Set(rolesOf(reading.tasks).map((role) => role.agency))];
  return {
    reviewId: 'review',
    source: { name: '安排.docx', sha256: '0', text },
    reading,
    agencies: names.map((name) => {
      const doubt = doubts.get(name);
      const aliasOf = doubt?.code === 'ALIAS_PROPOSED' ? (doubt.suggestions?.[0] ?? null) : null;
      return {
        ...describeAgency(name),
        pinyin: '',
        isKnown: known.includes(name),
        aliasOf,
        nearest: doubt?.suggestions ?? [],
      };
    }),
    others,
  };
}

/** The draft of that review after some edits. */
export function aDraft(...edits: readonly Edit[]): Draft {
  const review = aPlanReview();
  return edits.reduce((draft, edit) => applyEdit(draft, edit, review), planDraftOf(review));
}

/** `● 县教育局` of a task, by its place in the list. */
export function roleTexts(draft: Draft, index: number): readonly string[] {
  const task = draft.tasks[index];
  return rolesOf(task ? [task] : []).map((role) => `${role.role} ${role.agency}`);
}
