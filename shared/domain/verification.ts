import type { AgencyId, TaskId } from './ids.ts';
import type { Role } from './role.ts';
import type { Status } from './status.ts';
import type { VerificationResult, VerificationRow } from './year-facts.ts';

export const VERIFICATION_LABELS: Readonly<Record<VerificationResult, string>> = {
  confirmed: '核查完成',
  partly: '部分完成',
  'not-confirmed': '核查未完成',
};

/** What a duty reported as done is called until somebody looks. */
export const UNVERIFIED = '未核查';

/** How checks are usually made; an office may write its own word. */
export const VERIFICATION_MANNERS = ['实地', '资料', '抽查', '电话'] as const;

/** A duty that was reported, and what a check found of it. */
export type VerificationLine = {
  readonly taskId: TaskId;
  readonly agencyId: AgencyId;
  readonly number: number;
  readonly title: string;
  readonly agencyName: string;
  readonly role: Role;
  readonly status: Status | null;
  readonly percent: number | null;
  readonly reportedOn: string | null;
  readonly narrative: string;
  /** The last one; `null`: nobody has looked. */
  readonly verification: VerificationRow | null;
};

/** 自报完成、核查未完成: reported as done, and no check has confirmed it. */
export function isOpenToVerify(status: Status | null, verification: Pick<VerificationRow, 'result'> | null): boolean {
  return status === 'done' && verification?.result !== 'confirmed';
}
