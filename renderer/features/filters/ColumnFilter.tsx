import { useMemo } from 'react';
import { agencyOfColumn, NUMBER_COLUMN } from '#renderer/view/column-ids.ts';
import { type FilterPart, passingTasks, taskTests } from '#renderer/view/matrix-filter.ts';
import type { MatrixView, TextOperator, TextTest } from '#renderer/view/matrix-view.ts';
import { TEXT_OPERATORS } from '#renderer/view/matrix-view.ts';
import { changeView, filterAgency, useMatrixView } from '#renderer/view/view-state.ts';
import { TEXT_OPERATOR_WORDS } from '#renderer/view/view-words.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { useLights } from '../../state/queries.ts';
import { useWindowState } from '../../state/window-state.ts';
import { lightOptions, roleOptions, sectionOptions, titleOptions } from './filter-options.ts';
import { TickList } from './TickList.tsx';

export type ColumnFilterProps = {
  readonly columnId: string;
  readonly overview: Overview;
  readonly tasks: readonly MatrixTask[];
};

/** What can be filtered in a column: sections at the number, words and titles, roles and lights of an agency. */
export function ColumnFilter({ columnId, overview, tasks }: ColumnFilterProps) {
  const view = useMatrixView((whole) => whole);
  const query = useWindowState((state) => state.filter);
  const tests = useMemo(() => taskTests(overview.agencies, { ...view, query }), [overview.agencies, view, query]);
  // A list counts what the other conditions let through, as the lists of a spreadsheet do.
  const others = (part: FilterPart) => passingTasks(tasks, tests, part);
  const agencyId = agencyOfColumn(columnId);
  const agency = overview.agencies.find((candidate) => candidate.id === agencyId);
  if (agency) return <AgencyFilters agency={agency} view={view} others={others} />;
  if (columnId === NUMBER_COLUMN) {
    return (
      <TickList
        label="章节"
        options={sectionOptions(others('sections'), overview.sections)}
        chosen={view.sections}
        onChange={(sections) => changeView({ sections })}
      />
    );
  }
  return (
    <>
      <TextTestFields test={view.titleTest} onChange={(titleTest) => changeView({ titleTest })} />
      <TickList
        label="任务"
        options={titleOptions(others('titles'))}
        chosen={view.titles}
        onChange={(titles) => changeView({ titles })}
      />
    </>
  );
}

type AgencyFiltersProps = {
  readonly agency: AgencyView;
  readonly view: MatrixView;
  readonly others: (part: FilterPart) => readonly MatrixTask[];
};

function AgencyFilters({ agency, view, others }: AgencyFiltersProps) {
  const id: AgencyId = agency.id;
  const { roles, lights } = view.agencyFilters[id] ?? { roles: null, lights: null };
  const allLights = useLights();
  return (
    <>
      <TickList
        label="责任"
        options={roleOptions(others(`roles-${id}`), id)}
        chosen={roles}
        onChange={(chosen) => filterAgency(id, { roles: chosen, lights })}
      />
      <TickList
        label="亮灯"
        options={lightOptions(others(`lights-${id}`), id, lights, allLights)}
        chosen={lights}
        onChange={(chosen) => filterAgency(id, { roles, lights: chosen })}
      />
    </>
  );
}

export type TextTestFieldsProps = {
  readonly test: TextTest | null;
  readonly onChange: (test: TextTest | null) => void;
};

/** A condition on a text: what stands in it, how it begins, or that it is empty. */
export function TextTestFields({ test, onChange }: TextTestFieldsProps) {
  const operator = test?.operator ?? 'contains';
  const text = test?.text ?? '';
  const put = (next: TextTest) => onChange(next.operator === 'empty' || next.text !== '' ? next : null);
  return (
    <div className="text-test">
      <select
        className="select"
        aria-label="文字条件"
        data-testid="text-operator"
        value={operator}
        // The options are the operators.
        onChange={(event) => put({ operator: event.target.value as TextOperator, text })}
      >
        {TEXT_OPERATORS.map((name) => (
          <option key={name} value={name}>
            {TEXT_OPERATOR_WORDS[name]}
          </option>
        ))}
      </select>
      <input
        className="input"
        data-testid="text-wanted"
        aria-label="文字"
        placeholder="文字"
        spellCheck={false}
        disabled={operator === 'empty'}
        value={text}
        onChange={(event) => put({ operator, text: event.target.value })}
      />
    </div>
  );
}
