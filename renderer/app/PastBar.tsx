import { CalendarClock, History } from 'lucide-react';
import type { Moment } from '#shared/domain/moment.ts';
import { returnToPresent } from '../state/past.ts';
import { openDialog } from '../state/window-state.ts';
import { momentWords } from '../text/dates.ts';
import { Button } from '../ui/Button.tsx';
import './past-bar.css';

/** Says over all screens that this is not the present, and leads back to it. */
export function PastBar({ asOf }: { readonly asOf: Moment }) {
  return (
    <div className="past-bar" role="status" data-testid="past-bar">
      <History aria-hidden />
      <strong>正在看 {momentWords(asOf.at)} 的样子</strong>
      <span>只能看，不能改；亮灯按那一天判断。</span>
      <span className="past-bar-space" />
      <Button icon={<CalendarClock />} data-testid="past-other" onClick={() => openDialog({ kind: 'look-back' })}>
        换一个时间
      </Button>
      <Button tone="main" data-testid="past-return" onClick={() => void returnToPresent()}>
        返回现在
      </Button>
    </div>
  );
}
