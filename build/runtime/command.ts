// node-gate.mjs as the TypeScript files see it: the other rooms' type check reads no plain JavaScript.
export { findBundledNode, isNodeNewEnough, nodeTooOldMessage, runCommand } from './node-gate.mjs';
