import './progress-bar.css';

export type ProgressBarProps = {
  readonly done: number;
  /** 0: not known yet. */
  readonly total: number;
  /** What is being worked on. */
  readonly label: string;
};

export function ProgressBar({ done, total, label }: ProgressBarProps) {
  const known = total > 0;
  return (
    <div className="progress-work">
      <div className="progress-words">
        <span>{label === '' ? '正在准备…' : label}</span>
        {known ? (
          <span>
            {done} / {total}
          </span>
        ) : null}
      </div>
      <progress className="progress-bar" aria-label={label} {...(known ? { value: done, max: total } : {})} />
    </div>
  );
}
