import type { BandRows } from '../model/bands';
import type { ChartRows } from './chartRows';

/** A value, null where it is not known, and undefined where only the other period has a moment: the line goes on across that. */
export type AlignedColumn = (number | null | undefined)[];

export interface AlignedRows {
  readonly times: number[];
  readonly lines: readonly { readonly values: AlignedColumn; readonly min: AlignedColumn; readonly max: AlignedColumn }[];
  readonly then: readonly AlignedColumn[];
}

const SAME = 0.0005;

/** Moves what was earlier under the present. */
export function shifted(rows: BandRows, shift: number): BandRows {
  return { ...rows, times: rows.times.map((time) => time + shift) };
}

/**
 * Puts two periods on one axis. Each keeps its own gaps: a moment of one is no gap in the other, and a gap of one is not filled by the
 * other.
 */
export function aligned(now: ChartRows, then: ChartRows): AlignedRows {
  const times: number[] = [];
  const placesNow: number[] = [];
  const placesThen: number[] = [];
  let i = 0;
  let j = 0;
  while (i < now.times.length || j < then.times.length) {
    const a = now.times[i] ?? Infinity;
    const b = then.times[j] ?? Infinity;
    times.push(Math.min(a, b));
    placesNow.push(a <= b + SAME ? i++ : -1);
    placesThen.push(b <= a + SAME ? j++ : -1);
  }
  const placed = (column: readonly (number | null)[], places: readonly number[]): AlignedColumn =>
    places.map((place) => (place < 0 ? undefined : (column[place] ?? null)));
  return {
    times,
    lines: now.lines.map((line) => ({
      values: placed(line.values, placesNow),
      min: placed(line.min, placesNow),
      max: placed(line.max, placesNow),
    })),
    then: then.lines.map((line) => placed(line.values, placesThen)),
  };
}

/** The value at a place, or at the last place before it that belongs to this period; in a gap there is none. */
export function lastAt(column: AlignedColumn | undefined, at: number): number | null {
  for (let i = at; i >= 0; i--) {
    const value = column?.[i];
    if (value !== undefined) return value;
  }
  return null;
}
