import { isWorldName, WORLDS, worldFile } from './write-world.ts';

// npx node tests/worlds/make.ts [seed|big|million …]   makes the worlds and prints where they are
const wanted = process.argv.slice(2);
for (const name of wanted.length === 0 ? WORLDS : wanted) {
  if (!isWorldName(name)) throw new Error(`no world ${name}`);
  console.log(await worldFile(name));
}
