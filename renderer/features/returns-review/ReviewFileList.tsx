import { periodTitle } from '#shared/domain/period.ts';
import type { ReturnFileReview } from '#shared/domain/return-review.ts';
import { type Choices, tally } from './review-choices.ts';

export type ReviewFileListProps = {
  readonly files: readonly ReturnFileReview[];
  readonly choices: Choices;
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
};

/** The returned files, each with what it brings. */
export function ReviewFileList({ files, choices, chosen, onChoose }: ReviewFileListProps) {
  return (
    <ul className="review-files" aria-label="回收表">
      {files.map((file, index) => (
        <li key={`${file.fileName}/${file.sha256}`}>
          <button
            type="button"
            className="review-file"
            data-testid={`review-file-${index}`}
            aria-pressed={index === chosen}
            title={file.fileName}
            onClick={() => onChoose(index)}
          >
            <strong>{file.agencyName === '' ? file.fileName : file.agencyName}</strong>
            <span className="review-file-line">{summary(file, choices)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function summary(file: ReturnFileReview, choices: Choices): string {
  if (file.refusal) return '未能读取';
  const period = file.periodLabel === '' ? '' : periodTitle(file.periodLabel);
  const { accepted, open } = tally(choices, file.items);
  const words =
    file.items.length === 0
      ? ['没有差异']
      : [`差异 ${file.items.length} 处`, `采用 ${accepted.length}`, open > 0 ? `待选择 ${open}` : ''];
  return [period, ...words].filter((word) => word !== '').join(' · ');
}
