import { ROLE_MARKS } from '#shared/domain/role.ts';
import type { MarkKind } from './source-marks.ts';

const WORDS: readonly (readonly [MarkKind, string])[] = [
  ['lead', `${ROLE_MARKS.lead} 牵头`],
  ['co-responsible', `${ROLE_MARKS['co-responsible']} 分工负责`],
  ['cooperating', `${ROLE_MARKS.cooperating} 配合`],
  ['target', '量化指标'],
  ['due', '完成时限'],
  ['repair', '读取时修改'],
  ['look-alike', '未列为责任'],
];

/** What the colours and lines of the source mean. */
export function MarkLegend() {
  return (
    <footer className="mark-legend">
      {WORDS.map(([kind, words]) => (
        <span key={kind} className={`source-${kind}`}>
          {words}
        </span>
      ))}
    </footer>
  );
}
