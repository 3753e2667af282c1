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

/** A moment that only the other period has is passed over, unless a gap of this one lies beside it: then it belongs to the gap. */
function placed(column: readonly (number | null)[], places: readonly number[]): AlignedColumn {
  let next = 0;
  return places.map((place) => {
    if (place >= 0) next = place + 1;
    const isInGap = column[next - 1] === null || column[next] === null;
    return place >= 0 ? (column[place] ?? null) : isInGap ? null : undefined;
  });
}

/** The value at a place, or at the last place before it that belongs to this period; in a gap there is none. */
export function lastAt(column: AlignedColumn | undefined, at: number): number | null {
  for (let i = at; i >= 0; i--) {
    const value = column?.[i];
    if (value !== undefined) return value;
  }
  return null;
}
