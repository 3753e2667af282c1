const FIRST_MS = 500;
const LAST_MS = 15_000;

/**
 * How long to wait before the next try to connect: twice as long after each failure, and somewhere in the upper half of that, so that
 * a hundred pages do not come back to a restarted broker in the same moment.
 *
 * @param failures how many tries have failed, from 1
 * @param random a number from 0 to 1
 */
export function retryDelay(failures: number, random: number): number {
  const most = Math.min(LAST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
  return Math.round(most / 2 + (random * most) / 2);
}
