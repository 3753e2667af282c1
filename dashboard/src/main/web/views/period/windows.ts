/** What the page records itself. */
export const LIVE_WINDOWS = [
  [5, '5 min'],
  [15, '15 min'],
  [60, '1 h'],
] as const;

/** What only the server's history has. */
export const PAST_WINDOWS = [
  [6 * 60, '6 h'],
  [24 * 60, '24 h'],
  [7 * 24 * 60, '7 d'],
  [30 * 24 * 60, '30 d'],
  [365 * 24 * 60, '1 y'],
] as const;
