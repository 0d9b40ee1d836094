import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import './virtual-list.css';

/** A wish to scroll; a new object is a new wish. */
export type ListGoal = { readonly index: number; readonly align: 'start' | 'center' | 'auto' };

export type VirtualListProps = {
  readonly count: number;
  /** Height of an item in px before it has been measured. */
  readonly estimate: (index: number) => number;
  readonly keyOf: (index: number) => number | string;
  readonly render: (index: number) => ReactNode;
  readonly label: string;
  readonly testId: string;
  readonly className?: string;
  readonly goal?: ListGoal | null;
  /** Told which item is uppermost whenever the list scrolls, whoever scrolled it. */
  readonly onTop?: (index: number) => void;
  /** Told that a person's hand is on this list: wheel, pointer or key. */
  readonly onTouched?: () => void;
};

/** Items drawn beyond the edges. Fewer: white stripes on a fast wheel; more: slower scrolling. */
const OVERSCAN = 10;

/** A long list of which only the visible part is drawn; items may have any height. */
export function VirtualList(props: VirtualListProps) {
  const { count, estimate, keyOf, render, label, testId, className = '', goal = null, onTop, onTouched } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const frame = useRef(0);
  const list = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: estimate,
    getItemKey: keyOf,
    overscan: OVERSCAN,
    // Scrolling may skip a frame of items, but never holds the wheel up.
    useFlushSync: false,
  });
  useEffect(() => {
    if (goal) list.scrollToIndex(goal.index, { align: goal.align });
  }, [goal, list]);
  const items = list.getVirtualItems();
  return (
    <section
      ref={scroller}
      className={`virtual-list ${className}`}
      aria-label={label}
      data-testid={testId}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard
      tabIndex={0}
      onScroll={() => {
        // Once a frame: a wheel sends several events in each.
        cancelAnimationFrame(frame.current);
        frame.current = requestAnimationFrame(() => {
          const top = list.getVirtualItemForOffset(scroller.current?.scrollTop ?? 0);
          if (top) onTop?.(top.index);
        });
      }}
      onWheel={onTouched}
      onPointerDown={onTouched}
      onKeyDown={onTouched}
    >
      <div className="virtual-list-room" style={{ height: list.getTotalSize() }}>
        <div className="virtual-list-items" style={{ transform: `translateY(${items[0]?.start ?? 0}px)` }}>
          {items.map((item) => (
            <div key={item.key} ref={list.measureElement} data-index={item.index}>
              {render(item.index)}
            </div>
          ))}
        </div>
      </div>
    </section>
  );
}
