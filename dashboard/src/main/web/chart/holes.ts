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
