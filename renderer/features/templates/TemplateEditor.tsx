import { useMemo, useState } from 'react';
import type { SheetPlace } from '#shared/domain/return-review.ts';
import type { TemplatePlace, TemplateReading, TemplateView } from '#shared/domain/template.ts';
import { ColumnMeaning } from '../../ui/ColumnMeaning.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { columnLetters } from '../../ui/lay-sheet-picture.ts';
import { Modal } from '../../ui/Modal.tsx';
import { type NamedCell, PictureOfSheet } from '../../ui/PictureOfSheet.tsx';
import type { FillSource } from './fill-template.ts';
import { TemplateFooter } from './TemplateFooter.tsx';
import { TemplateSide } from './TemplateSide.tsx';
import {
  columnOf,
  fieldChoices,
  hasBeenSaid,
  headRowsWith,
  isOpen,
  nameCell,
  type Pointer,
  placeOf,
  readAnew,
  setField,
  startDraft,
  type TemplateDraft,
} from './template-draft.ts';
import { pickTemplate, readSource, type TemplateSource } from './template-steps.ts';
import '../returns-mapping/mapping.css';

export type TemplateEditorProps = {
  readonly source: TemplateSource;
  readonly first: TemplateReading;
  /** The remembered ones, for their names. */
  readonly templates: readonly TemplateView[];
  readonly onFill: (source: FillSource) => void;
  readonly onClose: () => void;
};

/** Empty rows that are drawn below the first one to be filled, so that another can be pointed at. */
const ROWS_BELOW = 3;

/** A form over the picture of its sheet: title, unit line, heads, first row, and what each column asks for. */
export function TemplateEditor({ source: given, first, templates, onFill, onClose }: TemplateEditorProps) {
  const [source, setSource] = useState(given);
  const [reading, setReading] = useState(first);
  const [draft, setDraft] = useState<TemplateDraft | null>(() => (first.mapping ? startDraft(first.mapping) : null));
  const [pointer, setPointer] = useState<Pointer>(first.mapping ? 'column' : 'head');
  const [shown, show] = useState<SheetPlace | null>(() => firstOpen(first.mapping ? startDraft(first.mapping) : null));
  const [working, setWorking] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const picture = useMemo(() => withBodyRows(reading, draft), [reading, draft]);

  const readAt = (place: TemplatePlace, from: TemplateSource = source): void => {
    setWorking(true);
    void readSource(from, place)
      .then((read) => {
        if (!read) return;
        setReading(read);
        setDraft(read.mapping && (draft ? readAnew(draft, read.mapping) : startDraft(read.mapping)));
      })
      .finally(() => setWorking(false));
  };
  const point = (as: Pointer, { row, column }: SheetPlace): void => {
    const sheet = reading.picture.sheet;
    const before = draft?.mapping;
    if (as === 'column') show({ row, column });
    else if (as === 'head') {
      readAt({ sheet, headRows: before ? headRowsWith(before.headRows, row) : [row, row] });
    } else if (as === 'body' && before) {
      if (row > before.headRows[1]) readAt({ sheet, headRows: before.headRows, bodyRow: row });
    } else if (draft && (as === 'title' || as === 'unit')) {
      setDraft(nameCell(draft, as, `${columnLetters(column)}${row}`));
    }
  };
  const pickExample = async (): Promise<void> => {
    const file = source.kind === 'picked' ? await pickTemplate() : null;
    if (!file || source.kind !== 'picked') return;
    const from = { ...source, example: file.ticket };
    setSource(from);
    const { mapping } = reading;
    readAt(
      { sheet: reading.picture.sheet, ...(mapping ? { headRows: mapping.headRows, bodyRow: mapping.bodyRow } : {}) },
      from,
    );
  };
  // What was pointed out by hand is not thrown away by a stray Escape.
  const leave = (): void => {
    if (draft && hasBeenSaid(draft, first.mapping)) setLeaving(true);
    else onClose();
  };
  const marks = useMemo(() => draft && marksOf(draft, setDraft), [draft]);
  const named = useMemo(() => namedCells(draft), [draft]);

  return (
    <Modal
      title="上级表样"
      lead={<EditorLead reading={reading} draft={draft} />}
      size="full"
      testId="template-editor"
      hold
      onClose={leave}
      footer={
        <TemplateFooter
          source={source}
          reading={reading}
          draft={draft}
          templates={templates}
          working={working}
          onExample={source.kind === 'picked' ? () => void pickExample() : null}
          onFill={onFill}
          onKept={onClose}
          onLeave={leave}
        />
      }
    >
      <div className="mapping">
        <TemplateSide
          reading={reading}
          draft={draft}
          pointer={pointer}
          shownColumn={shown?.column ?? null}
          onPointer={setPointer}
          onDraft={setDraft}
          onShow={(column) => draft && show({ row: draft.mapping.headRows[1], column })}
          onRead={readAt}
        />
        <PictureOfSheet
          picture={picture}
          lit={shown}
          {...(marks ? { marks } : {})}
          headRows={draft && { first: draft.mapping.headRows[0], last: draft.mapping.headRows[1] }}
          bodyRow={draft?.mapping.bodyRow ?? null}
          named={named}
          rowHint={pointer === 'body' ? '点这里从这一行起填报' : '点这里把它定为表头行'}
          onPoint={(place) => point(pointer, place)}
          onPointRow={(row) => point(pointer === 'body' ? 'body' : 'head', { row, column: 1 })}
        />
      </div>
      {leaving ? (
        <Confirm
          title="表样还没有记住"
          words={`对“${reading.fileName}”各列的核对还没有记住，离开就没有了。`}
          confirm="不记住，离开"
          cancel="继续核对"
          onConfirm={onClose}
          onCancel={() => setLeaving(false)}
        />
      ) : null}
    </Modal>
  );
}

type EditorLeadProps = { readonly reading: TemplateReading; readonly draft: TemplateDraft | null };

function EditorLead({ reading: { fileName, known, mapping }, draft }: EditorLeadProps) {
  const by = known?.by === 'shape' ? `表头与记住的“${known.name}”相同，已沿用其各列的含义。` : '';
  const lost = mapping === null ? '没有自动找到表头，请在图上点出表头行。' : '';
  const open = draft?.mapping.columns.some((column) => isOpen(draft, column));
  return (
    <>
      {fileName} {lost || by || (open ? '请核对各列填什么，橙色的要先看。' : '各列填什么如下，可以修改。')}
      <span className="template-legend">
        <i data-as="title" />
        标题
        <i data-as="unit" />
        填报单位
        <i data-as="head" />
        表头
        <i data-as="body" />
        填报首行
      </span>
    </>
  );
}

function marksOf(draft: TemplateDraft, onDraft: (draft: TemplateDraft) => void) {
  return new Map(
    draft.mapping.columns.map((column) => [
      columnOf(column.column),
      <ColumnMeaning
        key={column.column}
        label={`${column.column} 列填`}
        testId={`template-picture-${column.column}`}
        value={column.field}
        unclear={isOpen(draft, column)}
        none="不填"
        choices={fieldChoices(column.field)}
        onChoose={(field) => onDraft(setField(draft, column.column, field))}
      />,
    ]),
  );
}

function namedCells(draft: TemplateDraft | null): readonly NamedCell[] {
  const cells = [
    { as: 'title' as const, place: placeOf(draft?.mapping.titleCell ?? null) },
    { as: 'unit' as const, place: placeOf(draft?.mapping.unitCell ?? null) },
  ];
  return cells.flatMap(({ as, place }) => (place === null ? [] : [{ as, ...place }]));
}

function firstOpen(draft: TemplateDraft | null): SheetPlace | null {
  const first = draft?.mapping.columns.find((column) => isOpen(draft, column));
  return draft && first ? { row: draft.mapping.headRows[1], column: columnOf(first.column) } : null;
}

/** The picture holds only rows with words in them: the empty ones that are to be filled are drawn too. */
function withBodyRows({ picture }: TemplateReading, draft: TemplateDraft | null): TemplateReading['picture'] {
  if (draft === null) return picture;
  const drawn = new Set(picture.rows.map(({ number }) => number));
  const { bodyRow } = draft.mapping;
  const wanted = Array.from({ length: ROWS_BELOW }, (_, index) => bodyRow + index).filter((row) => !drawn.has(row));
  const added = wanted.map((number) => ({ number, hidden: false, cells: [] }));
  return { ...picture, rows: [...picture.rows, ...added].toSorted((one, other) => one.number - other.number) };
}
