import { X } from 'lucide-react';
import { EditText } from '../../ui/EditText.tsx';
import { typedNames } from './agency-rows.ts';

export type NameListProps = {
  readonly label: string;
  readonly testId: string;
  readonly names: readonly string[];
  readonly onChange: (names: readonly string[]) => void;
};

/** Other names as chips: a field adds one, a cross takes one away. */
export function NameList({ label, testId, names, onChange }: NameListProps) {
  return (
    <div className="name-list">
      {names.map((name) => (
        <span key={name} className="name-chip">
          {name}
          <button
            type="button"
            aria-label={`去掉${label}“${name}”`}
            data-testid={`${testId}-remove-${name}`}
            onClick={() => onChange(names.filter((other) => other !== name))}
          >
            <X />
          </button>
        </span>
      ))}
      <EditText
        label={`新增${label}`}
        testId={`${testId}-add`}
        className="name-list-add"
        placeholder={`新增${label}，回车确认`}
        value=""
        onCommit={(text) => onChange([...new Set([...names, ...typedNames(text)])])}
      />
    </div>
  );
}
