/** How much faster than life. */
export const SPEEDS = [1, 10, 60, 600] as const;
export type Speed = (typeof SPEEDS)[number];

export function isSpeed(value: number): value is Speed {
  return (SPEEDS as readonly number[]).includes(value);
}

/** As often as somebody can look: four moments a second. In life everything is shown, twice a second. */
export function stepOf(speed: Speed): number {
  return speed === 1 ? 0 : speed * 250;
}

/** How far is read at once, in seconds of looking; and when the next piece is asked for. */
const PIECE_S = 24;
const LOW_S = 12;

export function pieceOf(speed: Speed): number {
  return PIECE_S * 1000 * speed;
}

export function isLow(ahead: number, speed: Speed): boolean {
  return ahead < LOW_S * 1000 * speed;
}

/** What is skipped while playing: time in which nothing was recorded, when it would be watched for longer than this. */
const DULL_MS = 60_000;
const DULL_S = 3;

export function isDull(ahead: number, speed: Speed): boolean {
  return ahead > Math.max(DULL_MS, DULL_S * 1000 * speed);
}
