import { reaches } from './holes';

/** What a row of the map shows, from left to right. */
export interface HeatCells {
  /** Where the record begins; before it nothing is drawn. */
  readonly first: number;
  /** The mean of each cell; NaN where, from the first on, nobody knows the value. */
  readonly means: Float64Array;
}

/**
 * Lays values over cells of time. A value counts for as long as it is valid: until the next one, however far that is, but never
 * across a hole. So the means of an hour fill their hour, and lost time stays lost. A cell of which more is lost than known is lost.
 *
 * @param times ascending, in milliseconds
 * @param values NaN where what was asked did not answer
 */
export function heatCells(times: Float64Array, values: Float64Array, from: number, to: number, count: number): HeatCells {
  const width = (to - from) / count;
  const sums = new Float64Array(count);
  const known = new Float64Array(count);
  const lost = new Float64Array(count);
  const lay = (begin: number, end: number, value: number): void => {
    for (let cell = Math.max(0, Math.floor((begin - from) / width)); cell < count && from + cell * width < end; cell++) {
      const share = Math.min(end, from + (cell + 1) * width) - Math.max(begin, from + cell * width);
      if (Number.isNaN(value)) lost[cell] = (lost[cell] as number) + share;
      else {
        known[cell] = (known[cell] as number) + share;
        sums[cell] = (sums[cell] as number) + share * value;
      }
    }
  };
  reaches(times, to).forEach((end, i) => {
    lay(times[i] as number, end, values[i] as number);
    lay(end, times[i + 1] ?? to, NaN);
  });
  const first = known.findIndex((share, cell) => share + (lost[cell] as number) > 0);
  const means = sums.map((sum, cell) => {
    const share = known[cell] as number;
    return share > 0 && share >= (lost[cell] as number) ? sum / share : NaN;
  });
  return { first: first < 0 ? count : first, means };
}
