import type { TimeWindow } from '../../chart/TimeChart';
import { usePreferences } from '../../app/preferences';
import { useRoute } from '../../app/routes';

/** The period of the address, or the last minutes as a person chose them last. */
export function readPeriod(query: URLSearchParams, minutes: number): TimeWindow {
  const from = Number(query.get('from'));
  const to = Number(query.get('to'));
  return from > 0 && to > from ? { from, to } : { minutes };
}

export function usePeriod(): TimeWindow {
  const { windowMinutes } = usePreferences();
  const { query } = useRoute();
  return readPeriod(query, windowMinutes);
}

const AN_HOUR = 60;

/** Whether this page alone cannot know the period. */
export function isLong(window: TimeWindow): boolean {
  return !('minutes' in window) || window.minutes > AN_HOUR;
}
