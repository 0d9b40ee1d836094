/** Radicals of the supplement, which have no usual character by Unicode's own rules. */
const CHARACTERS = new Map(
  [...'⻚页⻝食⻔门⺠民⻛风⻓长⻋车⻢马⻅见⻆角⻰龙⻬齐⻩黄⻘青⻄西⻨麦'.matchAll(/(.)(.)/gu)].map(
    ([, radical = '', usual = '']) => [radical, usual],
  ),
);

/** A PDF names some characters by the code of the radical that looks the same; readers put that right, this one not. */
export function withUsualCharacters(text: string): string {
  return text.replace(/[\u2E80-\u2FDF]/gu, (radical) => CHARACTERS.get(radical) ?? radical.normalize('NFKC'));
}
