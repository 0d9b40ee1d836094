import type { TextView } from '../text/text-view.ts';
import { sliceView } from '../text/text-view.ts';
import type { RawRole } from './role-verbs.ts';

/** ★县水利局: the one unit that a mark singles out leads. */
const LEAD_MARK = /^[★▲●*＊※]|[★▲●*＊※]$/u;
/** 列首位的为牵头单位 inside a nested bracket is found by the rule reader; 县教育局（牵头） is read here. */
const NESTED_ROLE = /[（(〔［[](牵头|主办|主责|负责|责任|配合|协办|参与|协助|指导)(?:单位|部门)?[）)〕］\]]$/u;
const NESTED_ROLES: Readonly<Record<string, RawRole>> = {
  牵头: 'lead',
  主办: 'lead',
  主责: 'lead',
  负责: 'default',
  责任: 'default',
  指导: 'guide',
};

/** 县教育局（张三） under 责任单位及责任人： */
export function withoutPerson(name: TextView): TextView {
  const person = /[（(][\u4e00-\u9fff]{2,4}[）)]$/u.exec(name.text);
  return person === null ? name : sliceView(name, 0, person.index);
}

/** Takes the role that stands beside a single name off it: 县水利局（牵头）, ★县水利局. */
export function withoutMark(name: TextView): Readonly<{ view: TextView; role: RawRole | undefined }> {
  const nested = NESTED_ROLE.exec(name.text);
  if (nested !== null) {
    return { view: sliceView(name, 0, nested.index), role: NESTED_ROLES[nested[1] ?? ''] ?? 'cooperating' };
  }
  const mark = LEAD_MARK.exec(name.text);
  if (mark === null || name.text.length < 3) return { view: name, role: undefined };
  return { view: mark.index === 0 ? sliceView(name, 1) : sliceView(name, 0, mark.index), role: 'lead' };
}
