import type { BandRows } from '../model/bands';
import { holes, isSilentAfter, type Hole } from './holes';

type Column = (number | null)[];

/** What a chart draws: seconds, and for each line its values with the lowest and highest beside them. */
export interface ChartRows {
  readonly times: number[];
  readonly lines: readonly { readonly values: Column; readonly min: Column; readonly max: Column }[];
  /** Where nothing is known; in seconds. */
  readonly holes: readonly Hole[];
}

/**
 * Puts lines on common moments. A hole gets a row of nulls, so that nothing is drawn across it, and is listed, so that it is
 * shaded: a line that is joined over lost time would claim what nobody measured.
 *
 * @param lines the rows of each line, in milliseconds
 * @param from the beginning of the window
 * @param to its end
 */
export function chartRows(lines: readonly BandRows[], from: number, to: number): ChartRows {
  const moments = union(lines.map((line) => line.times)).filter((time) => time >= from && time <= to);
  const breaks = new Set(holes(moments));
  const times: number[] = [];
  const shaded: Hole[] = [];
  moments.forEach((time, i) => {
    if (breaks.has(i)) {
      const before = moments[i - 1] as number;
      shaded.push([before / 1000, time / 1000]);
      times.push((before + 1) / 1000);
    }
    times.push(time / 1000);
  });
  const last = moments.at(-1);
  const step = last === undefined ? 0 : last - (moments.at(-2) ?? last);
  if (last !== undefined && step > 0 && isSilentAfter(last, step, to)) shaded.push([last / 1000, to / 1000]);
  const columns = lines.map((line) => placed(line, times));
  return { times, holes: merged([...shaded, ...silences(times, columns)]), lines: columns };
}

/** Each time once: what is hatched twice looks like something else. */
function merged(all: readonly Hole[]): Hole[] {
  const found: Hole[] = [];
  for (const [from, to] of [...all].sort(([a], [b]) => a - b)) {
    const last = found.at(-1);
    if (last !== undefined && from <= last[1]) found[found.length - 1] = [last[0], Math.max(last[1], to)];
    else found.push([from, to]);
  }
  return found;
}

/** Moments at which no line has a value, though they were recorded: what was asked then did not answer. */
function silences(times: readonly number[], lines: ChartRows['lines']): Hole[] {
  const found: Hole[] = [];
  let begin = -1;
  for (let i = 0; i <= times.length; i++) {
    const isSilent = i < times.length && lines.every((line) => line.values[i] === null);
    if (isSilent && begin < 0) begin = i;
    if (!isSilent && begin >= 0) {
      // One row alone may be the break of a hole, which is shaded already.
      const from = times[Math.max(0, begin - 1)] as number;
      const to = times[Math.min(i, times.length - 1)] as number;
      if (i - begin > 1) found.push([from, to]);
      begin = -1;
    }
  }
  return found;
}

function placed(line: BandRows, times: readonly number[]): ChartRows['lines'][number] {
  const values: Column = new Array<number | null>(times.length).fill(null);
  const isBand = line.min !== line.values;
  const min: Column = isBand ? [...values] : values;
  const max: Column = isBand ? [...values] : values;
  const none: Column = isBand ? [] : [...values];
  let at = 0;
  for (let i = 0; i < times.length; i++) {
    const time = (times[i] as number) * 1000;
    while (at < line.times.length && (line.times[at] as number) < time - 0.5) at++;
    if (at < line.times.length && Math.abs((line.times[at] as number) - time) <= 0.5) {
      values[i] = known(line.values[at]);
      if (isBand) {
        min[i] = known(line.min[at]);
        max[i] = known(line.max[at]);
      }
    }
  }
  return isBand ? { values, min, max } : { values, min: none, max: none };
}

function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

function union(all: readonly Float64Array[]): number[] {
  const first = all[0];
  if (first === undefined) return [];
  if (all.every((times) => isSame(times, first))) return Array.from(first);
  return [...new Set(all.flatMap((times) => Array.from(times)))].sort((a, b) => a - b);
}

// Lines of one stream have the same moments, and need no search.
function isSame(a: Float64Array, b: Float64Array): boolean {
  return a === b || (a.length === b.length && a[0] === b[0] && a.at(-1) === b.at(-1));
}
