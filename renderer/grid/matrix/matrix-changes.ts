import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { Role } from '#shared/domain/role.ts';

/** A cell and the role it is to hold from now on. */
export type RoleChange = { readonly taskId: TaskId; readonly agencyId: AgencyId; readonly role: Role | null };

export type TitleChange = { readonly taskId: TaskId; readonly title: string };

/** What an order changes in the matrix, as one step. Roles are asked for one at a time: they may be two million. */
export type MatrixChanges = { readonly roles: Iterable<RoleChange>; readonly titles: readonly TitleChange[] };
