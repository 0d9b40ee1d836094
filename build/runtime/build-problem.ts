/**
 * Something on this machine stands in the way, and a person can mend it: the message is all that person sees.
 * It is written in Chinese first and English second, and says what to do next.
 */
export class BuildProblem extends Error {
  override readonly name = 'BuildProblem';
}
