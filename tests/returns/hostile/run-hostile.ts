import type { LentIntake } from '#tests/helpers/lend-intake.ts';
import { randomFrom } from '../mutator/random.ts';
import { RETURN_DAY, type World } from '../mutator/world.ts';
import { openDesk } from '../office/desk.ts';
import { craftedFiles } from './crafted-files.ts';
import { drawHostile } from './hostile-files.ts';
import { soundFiles } from './sound-files.ts';
import { HostileTrial, type TriedHostile } from './try-hostile.ts';

/**
 * Shows hostile files to one backend: every crafted one, and as many broken ones as make up the number.
 *
 * @param crafted which of the crafted ones; left out, all
 */
export async function runHostile(
  world: World,
  count: number,
  seed: number,
  intake: LentIntake,
  crafted: (kind: string) => boolean = () => true,
): Promise<readonly TriedHostile[]> {
  const random = randomFrom(seed);
  const sounds = await soundFiles(world);
  const [first] = sounds;
  if (!first) throw new Error('there are sound files');
  const desk = await openDesk(world.dataFile, RETURN_DAY, intake);
  try {
    const trial = new HostileTrial(desk);
    const tried: TriedHostile[] = [];
    for (const { kind, make } of craftedFiles(first, random))
      if (crafted(kind)) tried.push(await trial.try(await make()));
    while (tried.length < count) tried.push(await trial.try(await drawHostile(sounds, random)));
    return tried;
  } finally {
    await desk.close();
  }
}
