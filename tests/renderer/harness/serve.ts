// npx node tests/renderer/harness/serve.ts [port]: the window in a browser, on the real backend, for looking at it
// during work. What is changed there is gone when this ends.
import { startHarness } from './harness-server.ts';

const USUAL_PORT = 5199;

const harness = await startHarness(Number(process.argv[2] ?? USUAL_PORT));
console.log(harness.address);
process.once('SIGINT', () => void harness.close());
