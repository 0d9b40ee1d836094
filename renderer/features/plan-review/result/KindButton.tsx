export type KindButtonProps = {
  readonly label: string;
  readonly count: number;
  readonly isOn: boolean;
  readonly onClick: () => void;
};

/** Shows one kind of a list, and says how many of it there are. */
export function KindButton({ label, count, isOn, onClick }: KindButtonProps) {
  return (
    <button type="button" className="doubt-kind" aria-pressed={isOn} onClick={onClick}>
      {label} {count}
    </button>
  );
}
