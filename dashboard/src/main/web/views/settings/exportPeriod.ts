const MINUTE = 60_000;

/** Minutes back from now; 0 for two moments of one's own. */
export const PERIODS: readonly (readonly [number, string])[] = [
  [15, '15 min'],
  [60, '1 h'],
  [6 * 60, '6 h'],
  [24 * 60, '24 h'],
  [0, 'From … to'],
];

/** What stands in the form: the moments are local times, as the browser's field has them. */
export interface PeriodChoice {
  readonly minutes: number;
  readonly from: string;
  readonly to: string;
}

export const DEFAULT_PERIOD: PeriodChoice = { minutes: 60, from: '', to: '' };

/** The period that is meant; nothing while it is none. An end that was not chosen is now. */
export function period(choice: PeriodChoice, now: number): { readonly from: number; readonly to: number } | undefined {
  if (choice.minutes > 0) return { from: now - choice.minutes * MINUTE, to: now };
  const from = Date.parse(choice.from);
  const to = choice.to === '' ? now : Date.parse(choice.to);
  return from < to ? { from, to } : undefined;
}
