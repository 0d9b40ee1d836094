// electron-builder wants a default export; the configuration itself is typed.
export { configuration as default } from './package/configuration.ts';
