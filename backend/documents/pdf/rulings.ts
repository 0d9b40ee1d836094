/** A straight line on a page, upright or level, in points; `from` is less than `to`. */
export type Ruling = {
  readonly isUpright: boolean;
  /** x of an upright line, y of a level one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
};

/** What a transformation of the plane does, as PDF writes it (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];
type Point = readonly [x: number, y: number];

/** The drawing operations of a page as pdf.js lists them, and the numbers that name them. */
export type Drawing = {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
};
export type OperationNumbers = Readonly<
  Record<
    'save' | 'restore' | 'transform' | 'constructPath' | 'paintFormXObjectBegin' | 'paintFormXObjectEnd' | 'endPath',
    number
  >
>;

/** Thicker than this is a box filled with colour, thinner a line, however it was drawn. */
const THICKNESS_MAX = 3;
/** Shorter lines are dots and dashes. */
const LENGTH_MIN = 4;
/** More lines than this are a drawing. */
const RULINGS_MAX = 20_000;

/** The steps of a path in pdf.js's own code, and how many numbers each takes. */
const [MOVE, LINE, CURVE, QUADRATIC, CLOSE] = [0, 1, 2, 3, 4];
const NUMBERS_OF = new Map([
  [MOVE, 2],
  [LINE, 2],
  [CURVE, 6],
  [QUADRATIC, 4],
  [CLOSE, 0],
]);

/**
 * The lines that rule tables: stroked, or drawn as thin filled boxes, as Word does.
 *
 * @param turn how the page is turned when it is shown
 */
export function rulingsOf({ fnArray, argsArray }: Drawing, ops: OperationNumbers, turn: Matrix): readonly Ruling[] {
  const rulings: Ruling[] = [];
  const saved: Matrix[] = [];
  let matrix = turn;
  for (const [index, fn] of fnArray.entries()) {
    const args = argsArray[index];
    if (rulings.length > RULINGS_MAX) return [];
    if (fn === ops.save) saved.push(matrix);
    else if (fn === ops.restore || fn === ops.paintFormXObjectEnd) matrix = saved.pop() ?? turn;
    else if (fn === ops.transform) matrix = multiply(matrix, matrixOf(args));
    else if (fn === ops.paintFormXObjectBegin) {
      saved.push(matrix);
      if (Array.isArray(args) && Array.isArray(args[0])) matrix = multiply(matrix, matrixOf(args[0]));
    } else if (fn === ops.constructPath && Array.isArray(args) && args[0] !== ops.endPath) {
      for (const path of pathsOf(args[1])) for (const ruling of rulingsIn(path, matrix)) rulings.push(ruling);
    }
  }
  return rulings;
}

function matrixOf(args: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.isArray(args) ? args.map(Number) : [];
  return [a, b, c, d, e, f];
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

/** The corners of each part of a path; a part with a curve in it is none. */
function pathsOf(data: unknown): readonly (readonly Point[])[] {
  const steps = Array.isArray(data) ? data[0] : undefined;
  if (!(steps instanceof Float32Array) && !Array.isArray(steps)) return [];
  const paths: Point[][] = [];
  for (let at = 0; at < steps.length; ) {
    const step = Number(steps[at]);
    const count = NUMBERS_OF.get(step);
    if (count === undefined) break;
    const last = paths.at(-1);
    if (step === MOVE) paths.push([[Number(steps[at + 1]), Number(steps[at + 2])]]);
    else if (step === LINE) last?.push([Number(steps[at + 1]), Number(steps[at + 2])]);
    else if (step === CLOSE && last?.[0] !== undefined) last.push(last[0]);
    else if (last !== undefined) last.length = 0;
    at += 1 + count;
  }
  return paths;
}

/** A thin box is one line; of anything larger each level or upright edge is one. */
function rulingsIn(path: readonly Point[], matrix: Matrix): readonly Ruling[] {
  const points = path.map(
    ([x, y]): Point => [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]],
  );
  const box = rulingBetween(points);
  if (box !== undefined) return [box];
  return points.flatMap((point, index) =>
    index === 0 ? [] : (rulingBetween([points[index - 1] ?? point, point]) ?? []),
  );
}

function rulingBetween(points: readonly Point[]): Ruling | undefined {
  if (points.length < 2) return undefined;
  let [left, right, bottom, top] = [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const [x, y] of points) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [bottom, top] = [Math.min(bottom, y), Math.max(top, y)];
  }
  const [width, height] = [right - left, top - bottom];
  if (width <= THICKNESS_MAX && height >= LENGTH_MIN)
    return { isUpright: true, at: (left + right) / 2, from: bottom, to: top };
  if (height <= THICKNESS_MAX && width >= LENGTH_MIN)
    return { isUpright: false, at: (bottom + top) / 2, from: left, to: right };
  return undefined;
}
