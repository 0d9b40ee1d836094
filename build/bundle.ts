// npm run build: makes out/, always from anew.
import { buildBundles } from './bundle/build-bundles.ts';
import { runCommand } from './runtime/command.ts';
import { PROJECT_ROOT } from './runtime/places.ts';

await runCommand(import.meta.url, async () => {
  const beganAt = performance.now();
  await buildBundles(PROJECT_ROOT);
  console.log(`构建完成 Built in ${((performance.now() - beganAt) / 1000).toFixed(1)} s`);
  return 0;
});
