/// <reference lib="dom" />
// The preload script of the hidden page that is printed: it gives the page its job and takes back that it is drawn.
// No way to the backend, no shell calls.
import { contextBridge, ipcRenderer } from 'electron';
import type { PrintBridge } from '#shared/contract/shell.contract.ts';
import { PRINT_JOB_CHANNEL, PRINT_READY_CHANNEL } from '../ipc.ts';
import { PAGE_ORIGIN } from '../page-address.ts';

const bridge: PrintBridge = {
  take: () => ipcRenderer.invoke(PRINT_JOB_CHANNEL),
  ready: () => ipcRenderer.send(PRINT_READY_CHANNEL),
};

// SECURITY: nothing for any other page.
if (window.location.origin === PAGE_ORIGIN) contextBridge.exposeInMainWorld('printJob', bridge);
