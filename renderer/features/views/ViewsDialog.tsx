import { Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { changeView, deleteView, renameView, saveView, useSavedViews } from '#renderer/view/view-state.ts';
import { closeDialog } from '../../state/window-state.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import './views.css';

/** As long as it can be read in the menu. */
const NAME_MAX = 20;

/** Saves the present view under a name; renames, deletes and takes up those saved before. */
export function ViewsDialog() {
  const saved = useSavedViews();
  const [name, setName] = useState('');
  const wanted = name.trim();
  const replaces = saved.some((view) => view.name === wanted);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (wanted === '') return;
    saveView(wanted);
    setName('');
  };
  return (
    <Modal
      title="视图"
      lead="筛选、排序、折叠、隐藏、列宽、冻结和缩放一起保存，只保存在本机。"
      size="small"
      testId="views-dialog"
      onClose={closeDialog}
    >
      <form className="views-save" onSubmit={save}>
        <input
          className="input"
          data-testid="view-name"
          aria-label="视图名称"
          placeholder="为当前视图起个名称"
          maxLength={NAME_MAX}
          spellCheck={false}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button tone="main" type="submit" data-testid="view-save" disabled={wanted === ''}>
          {replaces ? '替换' : '保存'}
        </Button>
      </form>
      {saved.length === 0 ? <p className="empty-note">还没有保存的视图</p> : null}
      <ul className="views-list">
        {saved.map(({ name: own, view }) => (
          <li key={own}>
            <input
              className="input"
              aria-label={`视图“${own}”的名称`}
              data-testid={`rename-view-${own}`}
              maxLength={NAME_MAX}
              spellCheck={false}
              defaultValue={own}
              onBlur={(event) => {
                const next = event.target.value.trim();
                if (next === '') event.target.value = own;
                else if (next !== own) renameView(own, next);
              }}
            />
            <Button
              data-testid={`use-view-${own}`}
              onClick={() => {
                changeView(view);
                closeDialog();
              }}
            >
              使用
            </Button>
            <IconButton
              label={`删除视图“${own}”`}
              icon={<Trash2 />}
              data-testid={`delete-view-${own}`}
              onClick={() => deleteView(own)}
            />
          </li>
        ))}
      </ul>
    </Modal>
  );
}
