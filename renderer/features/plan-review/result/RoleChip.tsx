import { Menu } from '@base-ui/react/menu';
import { ChevronDown } from 'lucide-react';
import type { ReadRole } from '#shared/domain/plan-reading.ts';
import { ROLE_LABELS, ROLE_MARKS, ROLES } from '#shared/domain/role.ts';
import { agencyByWriting, hasSource } from '../draft/draft.ts';
import type { DraftRolePlace } from '../draft/edits.ts';
import { edit, goTo, useDraft, useReviewStore } from '../review-store.ts';
import '#renderer/ui/menu.css';

export type RoleChipProps = { readonly taskKey: number; readonly read: ReadRole; readonly place: DraftRolePlace };

/** A unit's role in the chosen task: a click shows its words, the arrow changes or takes it away. */
export function RoleChip({ taskKey, read, place }: RoleChipProps) {
  const store = useReviewStore();
  const { agencies } = useDraft();
  const agency = agencyByWriting(agencies).get(read.agency);
  const name = agency?.name ?? read.agency;
  return (
    <span className={`role-chip chip-${read.role} ${agency?.isKnown === false ? 'is-unknown' : ''}`}>
      <button
        type="button"
        className="chip-button"
        data-testid={`role-of-${name}`}
        title={hasSource(read.span) ? `原文写作“${read.agency}”，点击查看` : '手工添加'}
        onClick={() => goTo(store, { task: taskKey, span: hasSource(read.span) ? read.span : null, from: 'result' })}
      >
        {ROLE_MARKS[read.role]} {name}
        {read.agency === name ? null : <small>（{read.agency}）</small>}
      </button>
      <Menu.Root modal={false}>
        <Menu.Trigger className="chip-button" aria-label={`修改${name}的责任`} data-testid={`change-role-of-${name}`}>
          <ChevronDown />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner className="menu-positioner" side="bottom" align="start" sideOffset={2}>
            <Menu.Popup className="menu">
              {ROLES.map((role) => (
                <Menu.Item
                  key={role}
                  className="menu-item"
                  data-testid={`set-${role}`}
                  onClick={() => edit(store, { kind: 'set-role', key: taskKey, place, role })}
                >
                  <span className="menu-sign">{ROLE_MARKS[role]}</span>
                  设为{ROLE_LABELS[role]}
                  {role === read.role ? <span className="menu-hint">当前</span> : null}
                </Menu.Item>
              ))}
              <Menu.Separator className="menu-line" />
              <Menu.Item
                className="menu-item"
                data-testid="remove-role"
                onClick={() => edit(store, { kind: 'remove-role', key: taskKey, place })}
              >
                <span className="menu-sign" />
                去掉这个单位
              </Menu.Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </span>
  );
}
