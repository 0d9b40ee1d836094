import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AgencyDirectory } from '#shared/domain/agency.ts';
import { AgencyDirectorySchema } from '#shared/domain/agency.ts';

const SEEDS = join(import.meta.dirname, '../../../seeds');

export function seedText(): string {
  return readFileSync(join(SEEDS, 'zezhou-2021-food-safety.txt'), 'utf8');
}

export function seedDirectory(): AgencyDirectory {
  return AgencyDirectorySchema.parse(JSON.parse(readFileSync(join(SEEDS, 'zezhou-agencies.json'), 'utf8')));
}
