// The least an Electron program can be: one window, one page. The peer of the start-up bench.
const { app, BrowserWindow } = require('electron');

const given = (name) => process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
const page = given('page');
const [width, height] = (given('size') ?? '1366x768').split('x').map(Number);

app.whenReady().then(() => {
  const window = new BrowserWindow({ width, height, useContentSize: true });
  return page ? window.loadFile(page) : window.loadURL('data:text/html;charset=utf-8,<h1>bare</h1>');
});
