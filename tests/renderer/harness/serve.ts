// npx node tests/renderer/harness/serve.ts [port]: the window with fake data, for looking at it during work.
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';

const USUAL_PORT = 5199;

const root = path.resolve(import.meta.dirname, '../../..');
const server = await createServer({
  configFile: false,
  root,
  appType: 'mpa',
  plugins: [react()],
  cacheDir: path.join(root, '.cache', 'vite-harness'),
  server: { port: Number(process.argv[2] ?? USUAL_PORT), strictPort: true, hmr: false, watch: null },
  logLevel: 'warn',
});
await server.listen();
console.log(`http://localhost:${server.config.server.port}/tests/renderer/harness/index.html`);
