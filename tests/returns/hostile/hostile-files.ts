import JSZip from 'jszip';
import type { Random } from '../mutator/random.ts';

/** A file made to do harm, or broken on its way. */
export type HostileFile = {
  readonly kind: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The sound file it was made of, when nothing but that file's values may be read in it; else `null`. */
  readonly sound: SoundFile | null;
};

export type SoundFile = { readonly name: string; readonly ending: string; readonly bytes: Uint8Array };

/** Containers with sums over their contents: what is broken in them is noticed. */
const ZIPPED: ReadonlySet<string> = new Set(['xlsx', 'ods', 'xlsb', 'zip']);

type Maker = (sound: SoundFile, random: Random) => Promise<HostileFile> | HostileFile;

const named = (kind: string, sound: SoundFile, bytes: Uint8Array, isSound = false): HostileFile => ({
  kind,
  name: sound.name,
  bytes,
  sound: isSound && ZIPPED.has(sound.ending) ? sound : null,
});

const flip: Maker = (sound, random) => {
  const bytes = Uint8Array.from(sound.bytes);
  const times = 1 + random.below(24);
  for (let time = 0; time < times; time++) bytes[random.below(bytes.length)] = random.below(256);
  return named('byte flips', sound, bytes, true);
};

const cut: Maker = (sound, random) =>
  named('truncated', sound, sound.bytes.slice(0, random.below(sound.bytes.length)), true);

const spliced: Maker = (sound, random) => {
  const at = random.below(sound.bytes.length);
  const to = Math.min(sound.bytes.length, at + 1 + random.below(4000));
  const bytes = Uint8Array.from([...sound.bytes.slice(0, at), ...sound.bytes.slice(to), ...sound.bytes.slice(at, to)]);
  return named('blocks swapped', sound, bytes, true);
};

const partsRemoved: Maker = async (sound, random) => {
  const zip = await JSZip.loadAsync(sound.bytes);
  const parts = Object.keys(zip.files);
  for (const part of random.some(parts, 0.05 + random.below(30) / 100)) zip.remove(part);
  return named('parts removed', sound, await zip.generateAsync({ type: 'uint8array' }), true);
};

const partsSwapped: Maker = async (sound, random) => {
  const zip = await JSZip.loadAsync(sound.bytes);
  const [one, two] = random.shuffled(Object.keys(zip.files).filter((name) => !name.endsWith('/')));
  if (one === undefined || two === undefined) return cut(sound, random);
  const [first, second] = await Promise.all([zip.file(one)?.async('uint8array'), zip.file(two)?.async('uint8array')]);
  zip.file(one, second ?? new Uint8Array());
  zip.file(two, first ?? new Uint8Array());
  return named('parts swapped', sound, await zip.generateAsync({ type: 'uint8array' }));
};

const wrongEnding: Maker = (sound, random) => {
  const ending = random.pick([
    'xlsx',
    'xls',
    'csv',
    'ods',
    'html',
    'docx',
    'pdf',
    'zip',
    'et',
    'txt',
    'xlsb',
    'exe',
    '',
  ]);
  const name = sound.name.replace(/\.\w+$/u, ending === '' ? '' : `.${ending}`);
  return { kind: 'wrong ending', name, bytes: sound.bytes, sound: null };
};

const oddName: Maker = (sound, random) => {
  const stem = random.pick([
    '=1+1',
    '=cmd|calc!A1',
    '@SUM(1)',
    '+86',
    '-1',
    '%00',
    '‮xslx',
    '　',
    '长'.repeat(70),
    "'; DROP TABLE progress; --",
    '<img src=x onerror=alert(1)>',
    '..',
    '~$县农业农村局',
  ]);
  return { kind: 'odd names', name: `${stem}.${sound.ending}`, bytes: sound.bytes, sound: null };
};

const noise: Maker = (sound, random) => {
  const magic = random.pick([
    [0x50, 0x4b, 3, 4],
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    [0x3c, 0x68, 0x74, 0x6d],
    [0xff, 0xfe],
    [0x25, 0x50, 0x44, 0x46],
    [],
  ]);
  const length = random.below(3000);
  return named('noise', sound, Uint8Array.from([...magic, ...Array.from({ length }, () => random.below(256))]));
};

const textNoise: Maker = (_, random) => {
  const words = [
    '序号',
    '工作任务',
    '进展情况',
    '"',
    ',',
    '\n',
    '\t',
    '\0',
    '\r',
    '=1+1',
    '<table>',
    '<td colspan=999999999>',
    '<td rowspan=99999999>',
    '<tr>',
    '&#x0;',
    '{',
    '2021年10月',
    '泽州县',
  ];
  const text = Array.from({ length: 1 + random.below(3000) }, () => random.pick(words)).join('');
  return {
    kind: 'words at random',
    name: `填报表.${random.pick(['csv', 'txt', 'html', 'xls', 'tsv'])}`,
    bytes: new TextEncoder().encode(text),
    sound: null,
  };
};

/** Makers with how often each is drawn. */
const MAKERS: readonly (readonly [number, Maker, readonly string[] | null])[] = [
  [32, flip, null],
  [14, cut, null],
  [8, spliced, null],
  [14, partsRemoved, ['xlsx', 'ods', 'xlsb']],
  [6, partsSwapped, ['xlsx', 'ods', 'xlsb']],
  [6, wrongEnding, null],
  [5, oddName, null],
  [8, noise, null],
  [7, textNoise, null],
];

/** @param sounds sound files of every kind, of which the hostile ones are made */
export async function drawHostile(sounds: readonly SoundFile[], random: Random): Promise<HostileFile> {
  const all = MAKERS.reduce((sum, [weight]) => sum + weight, 0);
  let draw = random.below(all);
  for (const [weight, make, endings] of MAKERS) {
    draw -= weight;
    if (draw < 0) return make(random.pick(sounds.filter(({ ending }) => endings?.includes(ending) ?? true)), random);
  }
  throw new Error('the weights sum to more');
}
