const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How far the slider reaches back, and how that is called. */
export type Span = readonly [number, string];

const SPANS: readonly Span[] = [
  [HOUR, '1 h'],
  [6 * HOUR, '6 h'],
  [DAY, '24 h'],
  [7 * DAY, '7 d'],
  [30 * DAY, '30 d'],
];

/** What can be chosen when so much is kept: a span that is longer than all that is kept would be mostly empty. */
export function spansOf(kept: number | undefined): Span[] {
  const known = Math.max(HOUR, kept ?? DAY);
  const shorter = SPANS.filter(([span]) => span < known);
  return [...shorter, shorter.length === SPANS.length ? [known, 'all'] : (SPANS[shorter.length] as Span)];
}

/** The shortest that reaches back to a moment. */
export function spanTo(age: number, spans: readonly Span[]): number {
  return (spans.find(([span]) => span >= age) ?? (spans.at(-1) as Span))[0];
}

const STEPS = [1000, 2000, 5000, 10_000, 30_000, MINUTE, 5 * MINUTE, 10 * MINUTE, HOUR, 6 * HOUR];

/** How far a key moves the slider: about a thousandth. */
export function stepIn(span: number): number {
  return STEPS.find((step) => step >= span / 1500) ?? DAY;
}
