import { PROGRESS_FIELD_LABELS } from '#shared/domain/progress.ts';
import type { ReturnFileReview, ReturnItem } from '#shared/domain/return-review.ts';
import { Button } from '../../ui/Button.tsx';
import type { Choice, Choices } from './review-choices.ts';

export type ReviewItemsProps = {
  readonly file: ReturnFileReview;
  readonly choices: Choices;
  readonly onChoose: (items: readonly ReturnItem[], choice: Choice) => void;
};

/** One file's differences, cell by cell. */
export function ReviewItems({ file, choices, onChoose }: ReviewItemsProps) {
  return (
    <div className="review-content">
      <FileNotes file={file} />
      {file.items.length > 0 ? (
        <>
          <div className="review-tools">
            <span>{file.fileName}</span>
            <Button tone="quiet" data-testid="review-all" onClick={() => onChoose(file.items, 'theirs')}>
              全选
            </Button>
            <Button tone="quiet" data-testid="review-none" onClick={() => onChoose(file.items, 'ours')}>
              全不选
            </Button>
          </div>
          <table className="table review-table">
            <thead>
              <tr>
                <th>任务</th>
                <th>字段</th>
                <th>原发出值</th>
                <th>对方填写</th>
                <th>现有值</th>
                <th>采用</th>
              </tr>
            </thead>
            <tbody>
              {file.items.map((item, index) => (
                <ItemRow
                  key={item.id}
                  item={item}
                  sameTask={file.items[index - 1]?.taskId === item.taskId}
                  choice={choices.get(item.id) ?? 'ours'}
                  onChoose={(choice) => onChoose([item], choice)}
                />
              ))}
            </tbody>
          </table>
        </>
      ) : null}
    </div>
  );
}

function FileNotes({ file }: { readonly file: ReturnFileReview }) {
  return (
    <div className="review-notes">
      {file.refusal ? <p className="review-refusal">{file.refusal.message}</p> : null}
      {file.seenBefore ? <p className="review-doubt">这份文件以前已经收过，默认不采用其中的值。</p> : null}
      {file.notes.map((note) => (
        <p key={note} className="review-doubt">
          {note}
        </p>
      ))}
      {!file.refusal && file.items.length === 0 ? (
        <p>与现有数据相比没有差异（{file.unchangedCells} 格一致），无需写入。</p>
      ) : null}
    </div>
  );
}

type ItemRowProps = {
  readonly item: ReturnItem;
  /** The row above is about the same task: its name is not repeated. */
  readonly sameTask: boolean;
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
};

function ItemRow({ item, sameTask, choice, onChoose }: ItemRowProps) {
  return (
    <tr className={`review-item item-${item.state}`} data-testid={`review-item-${item.id}`} data-choice={choice}>
      <td className="review-task">{sameTask ? null : `${item.taskNumber}. ${item.taskTitle}`}</td>
      <td className="review-field">{PROGRESS_FIELD_LABELS[item.field]}</td>
      <Value text={item.base} />
      <td className={choice === 'theirs' ? 'is-taken' : ''}>
        {words(item.theirs)}
        {item.doubt === '' ? null : <p className="review-doubt">{item.doubt}</p>}
      </td>
      <Value text={item.ours} taken={choice === 'ours'} />
      <td className="review-choice">
        <ChoiceControl item={item} choice={choice} onChoose={onChoose} />
      </td>
    </tr>
  );
}

function Value({ text, taken = false }: { readonly text: string; readonly taken?: boolean }) {
  return <td className={taken ? 'is-kept' : ''}>{words(text)}</td>;
}

/** Empty values are named: a blank in a table says nothing. */
function words(text: string) {
  return text === '' ? <span className="review-blank">空</span> : text;
}

function ChoiceControl({ item, choice, onChoose }: Omit<ItemRowProps, 'sameTask'>) {
  switch (item.state) {
    case 'unreadable':
      return <span className="review-blank">无法识别，保留现有值</span>;
    case 'proposed':
      return (
        <label>
          <input
            type="checkbox"
            data-testid={`review-take-${item.id}`}
            checked={choice === 'theirs'}
            onChange={(event) => onChoose(event.target.checked ? 'theirs' : 'ours')}
          />
          采用
        </label>
      );
    case 'conflict':
      return (
        <fieldset aria-label="双方都改过，请选择">
          <label>
            <input
              type="radio"
              name={`conflict-${item.id}`}
              data-testid={`review-theirs-${item.id}`}
              checked={choice === 'theirs'}
              onChange={() => onChoose('theirs')}
            />
            用对方的
          </label>
          <label>
            <input
              type="radio"
              name={`conflict-${item.id}`}
              data-testid={`review-ours-${item.id}`}
              checked={choice === 'ours'}
              onChange={() => onChoose('ours')}
            />
            保留现有
          </label>
        </fieldset>
      );
  }
}
