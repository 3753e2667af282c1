const HOUR_MS = 3_600_000;

/** The longest that the server looks back for alerts. */
const MOST_HOURS = 8784;

/**
 * So many whole hours lie between a time and the present; at least one, and no more than can be asked for.
 *
 * @param before hours before the time that are wanted, too
 */
export function hoursSince(time: number, present: number, before = 0): number {
  return Math.min(MOST_HOURS, Math.max(1, Math.ceil((present - time) / HOUR_MS) + before));
}

export function endOfHour(time: number): number {
  return Math.ceil(time / HOUR_MS) * HOUR_MS;
}
