/** From and to, in the unit of the times. */
export type Hole = readonly [number, number];

const NEIGHBOURS = 3;

/** So many steps without a value are a hole; one late sample is none. */
const STEPS = 3;

/**
 * Finds where values are missing: a step three times as long as those around it. What is usual is looked for on both sides, because
 * the step changes where values of minutes give way to single ones.
 *
 * @param times ascending
 * @return the indexes before whose time there is a hole
 */
export function holes(times: ArrayLike<number>): number[] {
  const found: number[] = [];
  for (let i = 1; i < times.length; i++) {
    const step = (times[i] as number) - (times[i - 1] as number);
    if (step > STEPS * usual(times, i)) found.push(i);
  }
  return found;
}

/** After the last value, as long as a late one may take. */
const LEAST_PATIENCE_MS = 5000;

/** Whether nothing is known of the time from the last value to the end of the window, in milliseconds. */
export function isSilentAfter(last: number, step: number, to: number): boolean {
  return to - last > Math.max(STEPS * step, LEAST_PATIENCE_MS);
}

/**
 * Until when each value is valid: until the next one, or for one step of its own where a hole follows.
 *
 * @param times ascending, in milliseconds
 * @param to where the window ends
 */
export function reaches(times: Float64Array, to: number): Float64Array {
  const breaks = new Set(holes(times));
  const last = times.length - 1;
  return times.map((time, i) => {
    const step = ownStep(times, i);
    if (i < last) return breaks.has(i + 1) ? time + step : (times[i + 1] as number);
    return isSilentAfter(time, step, to) ? time + step : to;
  });
}

/** How far apart the values before it are, or behind the first one; 0 when there is no other. */
function ownStep(times: ArrayLike<number>, at: number): number {
  const before = shortest(times, Math.max(1, at - NEIGHBOURS), at + 1);
  const step = at > 0 ? before : shortest(times, 1, Math.min(times.length, 1 + NEIGHBOURS));
  return step === Infinity ? 0 : step;
}

function usual(times: ArrayLike<number>, at: number): number {
  // The first step has only those after it; the next one is most like it.
  if (at === 1) return shortest(times, 2, Math.min(times.length, 3));
  const before = shortest(times, Math.max(1, at - NEIGHBOURS), at);
  const after = shortest(times, at + 1, Math.min(times.length, at + 1 + NEIGHBOURS));
  return after === Infinity ? before : Math.max(before, after);
}

function shortest(times: ArrayLike<number>, from: number, to: number): number {
  let least = Infinity;
  for (let i = from; i < to; i++) least = Math.min(least, (times[i] as number) - (times[i - 1] as number));
  return least;
}
