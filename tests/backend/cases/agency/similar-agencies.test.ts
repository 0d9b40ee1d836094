import { expect, test } from 'vitest';
import { similarAgencies } from '#backend/cases/agency/similar-agencies.ts';
import { agencyId, anAgency } from '#tests/renderer/a-matrix.ts';

test('two names of one office are found, by a former name too, and no office is like itself', () => {
  const agencies = [
    anAgency(1, '县住房和城乡建设局'),
    anAgency(2, '县住建局'),
    anAgency(3, '县气象局'),
    anAgency(4, '县水务中心', { formerNames: ['县水利工作局'] }),
    anAgency(5, '县水利局'),
  ];
  const similar = similarAgencies(agencies);
  expect(similar).toContainEqual({ agencyId: agencyId(2), nearest: [agencyId(1)] });
  expect(similar).toContainEqual({ agencyId: agencyId(5), nearest: [agencyId(4)] });
  expect(similar.map((entry) => entry.agencyId)).not.toContain(agencyId(3));
});

// With 500 agencies each was copied and taken apart 500 times, after every step while the list was on the screen.
test('each agency of a long list is taken apart once, however many it is compared with', () => {
  let reads = 0;
  const agencies = Array.from({ length: 50 }, (_, index) => ({
    ...anAgency(index + 1, `县第${index + 1}办公室`),
    get aliases() {
      reads += 1;
      return [];
    },
  }));
  similarAgencies(agencies);
  expect(reads).toBe(agencies.length);
});
