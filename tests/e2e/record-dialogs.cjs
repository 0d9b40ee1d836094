// Loaded before the program (electron -r): message boxes answer with the last button (退出) and are written down,
// because a question asked while starting comes before any driver could step in.
const fs = require('node:fs');
const { dialog } = require('electron');

const record = (options) => {
  fs.appendFileSync(
    process.env.E2E_DIALOGS,
    `${JSON.stringify({ message: options.message, detail: options.detail, buttons: options.buttons })}\n`,
  );
  return options.buttons.length - 1;
};
dialog.showMessageBox = (...args) => Promise.resolve({ response: record(args.at(-1)), checkboxChecked: false });
dialog.showMessageBoxSync = (...args) => record(args.at(-1));
