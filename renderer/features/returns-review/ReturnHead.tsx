import type { ReturnId } from '#shared/domain/ids.ts';
import { periodTitle } from '#shared/domain/period.ts';
import {
  RETURN_STATE_LABELS,
  type ReturnFileReview,
  type ReturnSummary,
  type ReturnWitness,
} from '#shared/domain/return-review.ts';
import { openDialog } from '../../state/window-state.ts';
import { momentText } from '../../text/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { returnName, versionWords } from './list-lines.ts';
import { togglePicture, useReviewDesk } from './review-desk.ts';

export type ReturnHeadProps = { readonly summary: ReturnSummary; readonly file: ReturnFileReview | undefined };

/** Whose return it is, for which period, who filled it in, and what must be known before its cells are read. */
export function ReturnHead({ summary, file }: ReturnHeadProps) {
  const version = versionWords(summary.version);
  const said = [
    summary.fileName,
    summary.sheet,
    `${momentText(summary.receivedAt)} 收到`,
    file && file.reporter !== '' ? `填报人 ${file.reporter}` : '',
    file && file.phone !== '' ? `电话 ${file.phone}` : '',
  ];
  return (
    <header className="return-head">
      <h2>
        {returnName(summary)}
        {summary.periodLabel === '' ? null : <span>{periodTitle(summary.periodLabel)}</span>}
        {version === '' ? null : <span data-testid="return-version">{version}</span>}
        <em className={`return-state-${summary.state}`}>{stateWords(summary, file)}</em>
        {file && hasSheet(file) ? <HeadTools returnId={summary.returnId} /> : null}
      </h2>
      <p className="return-said">{said.filter((words) => words !== '').join(' · ')}</p>
      {file ? <Cautions file={file} /> : null}
    </header>
  );
}

/** What became of it; a file that nobody could read was not turned down by anybody. */
function stateWords({ state }: ReturnSummary, file: ReturnFileReview | undefined): string {
  return state === 'refused' && file?.refusal ? '未能读取' : RETURN_STATE_LABELS[state];
}

/** Whether there is a sheet to look at: not of a file that was refused, nor of another data file. */
export function hasSheet({ refusal, columns }: Pick<ReturnFileReview, 'refusal' | 'columns'>): boolean {
  return refusal === null && columns.length > 0;
}

/** What can be looked at beside the cells. */
function HeadTools({ returnId }: { readonly returnId: ReturnId }) {
  const pictureOpen = useReviewDesk((state) => state.pictureOpen);
  return (
    <span className="return-head-tools">
      <Button
        tone="quiet"
        data-testid="map-columns"
        title="查看、改正各列读作什么"
        onClick={() => openDialog({ kind: 'return-mapping', returnId })}
      >
        列对应…
      </Button>
      <Button tone="quiet" aria-pressed={pictureOpen} data-testid="picture-toggle" onClick={() => togglePicture()}>
        {pictureOpen ? '收起原表' : '显示原表'}
      </Button>
    </span>
  );
}

/** What stands on the whole file: doubts, an earlier receipt, what the columns were taken for. */
function Cautions({ file }: { readonly file: ReturnFileReview }) {
  const { doubts, seenBefore, columns, witnesses, held, version, items, state } = file;
  const toldLast = version !== null && version >= 2 && items.some(({ baseFrom }) => baseFrom === 'told');
  const heads = columns.filter(({ doubt }) => doubt !== '').map(({ head, doubt }) => `列“${head}”：${doubt}`);
  const words = [
    ...(seenBefore && state !== 'taken' ? ['这份文件以前已经收过，默认不采用其中的值。'] : []),
    ...doubts,
    ...heads.filter((head) => !doubts.includes(head)),
  ];
  return (
    <>
      {toldLast ? <p className="return-note">与该单位上次报送的值对照，只列出这一次改动的地方。</p> : null}
      {words.length > 0 ? (
        <ul className="return-cautions" data-testid="return-cautions">
          {words.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
      {held !== null || disagree(witnesses) ? <Witnesses witnesses={witnesses} /> : null}
    </>
  );
}

/** Whether two witnesses of one matter mean two things. Rows that several agencies owe say nothing of whose it is. */
function disagree(witnesses: readonly ReturnWitness[]): boolean {
  return [...Map.groupBy(witnesses, ({ about }) => about).values()].some(
    (group) => new Set(group.filter(speaks).map(({ id }) => id)).size > 1,
  );
}

function speaks({ source, id }: ReturnWitness): boolean {
  return source !== 'clock' && (source !== 'rows' || id !== null);
}

const ABOUT_WORDS: Readonly<Record<ReturnWitness['about'], string>> = {
  agency: '单位',
  period: '报送期',
  plan: '计划',
};

const SOURCE_WORDS: Readonly<Record<ReturnWitness['source'], string>> = {
  ids: '表中标识',
  'unit-line': '填报单位栏',
  title: '标题',
  help: '填表说明',
  'sheet-name': '工作表名',
  'file-name': '文件名',
  'sent-form': '发出的填报表',
  rows: '各行内容',
  clock: '收到的时间',
  clerk: '人工指定',
};

/** What each place of the file says about whose it is. */
function Witnesses({ witnesses }: { readonly witnesses: readonly ReturnWitness[] }) {
  const groups = [...Map.groupBy(witnesses, ({ about }) => about)];
  if (groups.length === 0) return null;
  return (
    <dl className="return-witnesses" data-testid="return-witnesses">
      {groups.map(([about, group]) => (
        <div key={about}>
          <dt>{ABOUT_WORDS[about]}</dt>
          <dd>
            {group.map(({ source, says, id }) => (
              <span key={`${source}/${says}`} className={id === null ? 'is-unknown' : ''}>
                {SOURCE_WORDS[source]}：{about === 'period' ? periodTitle(says) : says}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
