import type { DirectoryAgency } from './agency.ts';
import type { PlanReading } from './plan-reading.ts';
import type { Role } from './role.ts';

/** A known agency that an unknown unit may mean. */
export type NearAgency = {
  readonly name: string;
  /** Why it is near, in Chinese: 简称相同, 只差“委员会/局” … */
  readonly why: string;
};

/** A unit as the document writes it, with what the directory knows of it. */
export type DraftAgency = {
  readonly written: string;
  /** In how many roles it stands. */
  readonly roles: number;
  /** The directory's agency of that name or confirmed alias; `null` when it is unknown. */
  readonly known: string | null;
  /** Nearest first; for a person to confirm as an alias, never merged silently. */
  readonly nearest: readonly NearAgency[];
  /** What a new agency would look like: kind and short name guessed from the name. */
  readonly proposal: DirectoryAgency;
};

/** A document as read, waiting for a person's review. */
export type PlanDraftView = {
  readonly draftId: string;
  readonly sourceName: string;
  readonly sourceSha256: string;
  /** The text all spans refer to. */
  readonly text: string;
  readonly reading: PlanReading;
  readonly agencies: readonly DraftAgency[];
  /** Names of the directory, for choosing a known agency. */
  readonly directory: readonly string[];
  /** Whether the open data file holds an earlier version of this plan (same title or document number). */
  readonly revises: boolean;
};

export type RoleChange = { readonly agency: string; readonly before: Role | null; readonly after: Role | null };

/** One task of the newer version beside the open plan's. Numbers are `null` where the task is not there. */
export type TaskDifference = {
  readonly kind: 'added' | 'removed' | 'renumbered' | 'changed' | 'same';
  readonly before: number | null;
  readonly after: number | null;
  readonly title: string;
  /** Which parts differ: 序号, 章节, 正文, 责任, 指标, 时限. */
  readonly parts: readonly ('number' | 'section' | 'content' | 'roles' | 'targets' | 'dues')[];
  readonly roles: readonly RoleChange[];
  /** Progress entries that stay with the task, or would be hidden with a removed one. */
  readonly progress: number;
};

export type PlanDifference = {
  readonly tasks: readonly TaskDifference[];
  /** Agencies the newer version brings in. */
  readonly newAgencies: readonly string[];
};
