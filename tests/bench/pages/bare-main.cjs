// The least an Electron program can be: one window, one page. The peer of the start-up bench.
const { app, BrowserWindow } = require('electron');

const page = process.argv.find((argument) => argument.startsWith('--page='))?.slice('--page='.length);

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768, useContentSize: true });
  return page ? window.loadFile(page) : window.loadURL('data:text/html;charset=utf-8,<h1>bare</h1>');
});
