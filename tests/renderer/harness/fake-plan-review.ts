// The embedded plan as a document that was just read: its units known but for one.
import type { PlanReview, ProposedAgency } from '#shared/domain/plan-review.ts';
import type { FakeWorld } from './fake-world.ts';

/** The last unit of the directory is made unknown, so that its doubt can be looked at. */
export function aPlanReview(world: FakeWorld): PlanReview {
  const { text, reading } = world.source;
  const agencies = world.agencies.map((agency, index): ProposedAgency => {
    const { name, shortName, kind, pinyin } = agency;
    const isKnown = index < world.agencies.length - 1;
    return {
      name,
      shortName,
      kind,
      pinyin,
      aliases: [...agency.aliases],
      members: [],
      isKnown,
      aliasOf: null,
      nearest: isKnown ? [] : ['县教育局'],
    };
  });
  return {
    reviewId: 'review',
    source: { name: '县2022年食品安全重点工作安排.docx', sha256: '0'.repeat(64), text },
    reading,
    agencies,
    others: [],
  };
}
