import path from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { describeError } from '#shared/text/error-text.ts';
import type { OpenFailure } from '../backend/backend-messages.ts';
import { type OpenProblemAnswer, openProblem } from './data-file/open-problem.ts';

/** What the shell asks a person. Each is one native box over the window. */
export async function askAboutOpenProblem(
  window: BrowserWindow,
  failure: OpenFailure,
  dataFile: string,
): Promise<OpenProblemAnswer> {
  const { message, detail, answers, buttons } = openProblem(failure, dataFile);
  const cancelId = answers.indexOf('quit');
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: '数据文件没有打开',
    message,
    detail,
    buttons: [...buttons],
    defaultId: 0,
    cancelId,
    noLink: true,
  });
  return answers[response] ?? 'quit';
}

/** @param what stopped, as the beginning of a sentence */
export async function askToRestart(window: BrowserWindow, what: string, incident: number): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: `${what}意外停止`,
    message: `${what}意外停止（编号 ${incident}）。`,
    detail: '已确认的内容都已保存。重新启动后可继续工作；如再次出现，请把编号告诉维护人员。',
    buttons: ['重新启动', '退出'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

export async function askToOpen(window: BrowserWindow, dataFile: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: '打开数据文件',
    message: `要打开“${path.basename(dataFile)}”吗？`,
    detail: `${dataFile}\n当前的数据文件会先关闭，其中已确认的内容都已保存。`,
    buttons: ['打开', '取消'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

/** Everything that was done in the sample goes: the one thing here that cannot be taken back. */
export async function askToResetSample(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: '恢复示例原状',
    message: '要把示例恢复成原来的样子吗？',
    detail: '在示例里做过的改动都会去掉，不能撤销。其他数据文件不受影响。',
    buttons: ['恢复', '取消'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

export async function tellFileExists(window: BrowserWindow, file: string): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'warning',
    title: '新建数据文件',
    message: describeError('DATA_FILE_EXISTS', { file: path.basename(file) }),
    buttons: ['确定'],
    noLink: true,
  });
}
