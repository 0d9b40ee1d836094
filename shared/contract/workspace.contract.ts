import { type } from '@orpc/contract';
import type { CheckFinding, Dump, Overview } from '#shared/domain/overview.ts';
import { read } from './call.ts';

/** The open data file as a whole. */
export const workspaceContract = {
  overview: read.output(type<Overview>()),
  /** Everything, by names: for other programs and for tests. */
  dump: read.output(type<Dump>()),
  /** Runs the named checks of db/checks; an empty list means a healthy file. They report, a person decides. */
  check: read.output(type<readonly CheckFinding[]>()),
};
