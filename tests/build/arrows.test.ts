// Arrows point one way, between the rooms and between the floors inside them. arrows.ts is the table; here every import
// of the house is held against it, and each row is proved able to fail.
import { describe, expect, it } from 'vitest';
import { MAY_IMPORT } from './arrows.ts';
import { floorOf, objection } from './floors.ts';
import { circles, importsOf, importsOfTheHouse } from './imports.ts';

const house = importsOfTheHouse();

describe('the arrows of the house', () => {
  it('are kept by every import', () => {
    const against = house.flatMap((one) => objection(one) ?? []);
    console.log(`${house.length} imports, ${against.length} against the table`);
    expect(against).toEqual([]);
    expect(house.length).toBeGreaterThan(2000);
  });

  it('make no circle between files', () => {
    const found = circles(house);
    console.log(`${found.length} import circles`);
    expect(found).toEqual([]);
  });

  it('never point both ways between two floors, but for the two halves of shared/', () => {
    const both = Object.entries(MAY_IMPORT).flatMap(([floor, below]) =>
      below.filter((other) => MAY_IMPORT[other]?.includes(floor)).map((other) => `${floor} <> ${other}`),
    );
    // errors.ts gives an error its sentence, and the sentences are keyed by its codes.
    expect(both).toEqual(['shared/text <> shared', 'shared <> shared/text']);
  });

  it.each(Object.entries(MAY_IMPORT))('%s would be told of an import it may not make', (floor, allowed) => {
    const from = floor.endsWith('.ts') ? floor : `${floor}/probe.ts`;
    const forbidden = Object.keys(MAY_IMPORT).filter((other) => other !== floor && !allowed.includes(other));
    expect(forbidden.length).toBeGreaterThan(0);
    for (const other of forbidden) {
      const [probe] = importsOf(from, `import type { Thing } from '#${other}/thing.ts';`);
      expect(probe && objection(probe)).toContain(`${floor} may import:`);
    }
    for (const other of allowed) {
      expect(objection({ from, to: `${other}/thing.ts` })).toBeNull();
    }
  });

  it('know every floor that has files', () => {
    // A floor at the very bottom imports nothing, and is seen by those that import it.
    const known = new Set(house.flatMap(({ from, to }) => [floorOf(from), floorOf(to)]));
    const empty = Object.keys(MAY_IMPORT).filter((floor) => !known.has(floor));
    expect(empty).toEqual([]);
  });
});

describe('the judge', () => {
  it.each([
    ["import { a } from '../../cases/plan/a.ts';", 'backend/cases/plan/a.ts'],
    ["import type { A } from '#renderer/app/App.tsx';", 'renderer/app/App.tsx'],
    ["export { a } from './a.ts';", 'backend/plan/roles/a.ts'],
    ["import './a.ts';", 'backend/plan/roles/a.ts'],
    ["const a = await import('./a.ts');", 'backend/plan/roles/a.ts'],
    ["type A = import('./a.ts').A;", 'backend/plan/roles/a.ts'],
    ["new URL('../a.ts', import.meta.url)", 'backend/plan/a.ts'],
    ["import {\n  a,\n} from './a.ts';", 'backend/plan/roles/a.ts'],
  ])('resolves %s', (source, to) => {
    expect(importsOf('backend/plan/roles/x.ts', source)).toEqual([{ from: 'backend/plan/roles/x.ts', to }]);
  });

  it('sees a circle of two and of three', () => {
    const ring = (...files: readonly string[]) =>
      files.map((from, place) => ({ from, to: files[(place + 1) % files.length] ?? from }));
    expect(circles(ring('a.ts', 'b.ts'))).toHaveLength(1);
    expect(circles(ring('a.ts', 'b.ts', 'c.ts'))).toHaveLength(1);
    expect(circles([{ from: 'a.ts', to: 'b.ts' }])).toEqual([]);
  });
});
