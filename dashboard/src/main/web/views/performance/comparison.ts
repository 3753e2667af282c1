/** Another period beside the one that is shown. */
export interface Comparison {
  /** How much earlier it is, in milliseconds. */
  readonly shift: number;
  readonly label: string;
}

/** What can be chosen by name; the address has the first, people see the second. */
export const COMPARISONS = [
  ['before', 'the time before'],
  ['1d', 'the day before'],
  ['7d', 'a week before'],
  ['28d', 'four weeks before'],
] as const;

/**
 * Reads what the address says to compare with: a name, days, or milliseconds.
 *
 * @return nothing when it says nothing that makes sense: an address may be anything
 */
export function readComparison(text: string | null, from: number, to: number): Comparison | undefined {
  if (text === null || text === '') return undefined;
  const label = COMPARISONS.find(([name]) => name === text)?.[1] ?? 'then';
  const shift = text === 'before' ? to - from : /^\d{1,3}d$/.test(text) ? daysBefore(to, Number.parseInt(text, 10)) : Number(text);
  return Number.isFinite(shift) && shift > 0 && shift < to ? { shift, label } : undefined;
}

// By the calendar where the browser is: noon is compared with noon, also across the change to summer time.
function daysBefore(time: number, days: number): number {
  const then = new Date(time);
  then.setDate(then.getDate() - days);
  return time - then.getTime();
}

/** What the address says for a period that begins at another time; nothing when that is not earlier. */
export function customComparison(from: number, otherFrom: number): string | undefined {
  const shift = Math.round(from - otherFrom);
  return shift > 0 ? String(shift) : undefined;
}
