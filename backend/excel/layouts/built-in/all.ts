import type { Layout } from '#shared/domain/layout.ts';
import type { LayoutDef } from '#shared/domain/layout-def.ts';
import { AGENCY_TASKS } from './agency-tasks.ts';
import { DECOMPOSITION } from './decomposition.ts';
import { LATE } from './late.ts';
import { LEDGER } from './ledger.ts';
import { MATRIX } from './matrix.ts';
import { REPORTS } from './reports.ts';
import { SUMMARY } from './summary.ts';
import { TARGETS } from './targets.ts';

/** The layouts that come with the program. */
export const BUILT_IN_LAYOUTS: Readonly<Record<Layout, LayoutDef>> = {
  decomposition: DECOMPOSITION,
  matrix: MATRIX,
  ledger: LEDGER,
  'agency-tasks': AGENCY_TASKS,
  summary: SUMMARY,
  targets: TARGETS,
  reports: REPORTS,
  late: LATE,
};
