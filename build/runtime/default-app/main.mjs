// The default app of the fallback runtime: what `electron [-r module] <folder|file>` does in the official one,
// as far as development and Playwright need it. It is packed into default_app.asar and never ships.
//
// It is an ES module and awaits the app's main file, because Electron holds back `ready` until its entry has
// finished: what must be done before `ready` (registering a page scheme) would come too late otherwise.
import fs from 'node:fs';
import { Module } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const request = readArguments(process.argv.slice(1));
if (request.print !== undefined) {
  process.stdout.write(`${request.print}\n`);
  process.exit(0);
}
// Playwright's loader comes this way and must run before the app.
if (request.preloads.length > 0) Module._preloadModules(request.preloads);
if (request.target === undefined) fail('usage: electron [options] <app folder or main file>');
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
try {
  await openApp(path.resolve(request.target));
} catch (error) {
  fail(error);
}

function readArguments(args) {
  const preloads = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index];
    if (argument === '-v' || argument === '--version') return { print: `v${process.versions.electron}`, preloads };
    if (argument === '-a' || argument === '--abi') return { print: process.versions.modules, preloads };
    if (argument === '-r' || argument === '--require') {
      index += 1;
      preloads.push(args[index]);
    } else if (!argument.startsWith('-')) {
      return { target: argument, preloads };
    }
  }
  return { preloads };
}

async function openApp(target) {
  const packageFile = path.join(target, 'package.json');
  const isFolder = fs.existsSync(packageFile);
  if (isFolder) introduceApp(JSON.parse(fs.readFileSync(packageFile, 'utf8')));
  const main = Module._resolveFilename(target, null, true);
  app.setAppPath(isFolder ? target : path.dirname(main));
  await import(pathToFileURL(main).href);
}

function introduceApp(description) {
  if (description.version) app.setVersion(description.version);
  app.name = description.productName || description.name || app.name;
  app.setDesktopName(description.desktopName || `${app.name}.desktop`);
}

function fail(reason) {
  process.stderr.write(`App threw an error during load\n${reason?.stack ?? reason}\n`);
  process.exit(1);
}
