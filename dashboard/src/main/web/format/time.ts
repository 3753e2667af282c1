import { NOTHING } from './units';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something takes or lasts, in at most two units: 340 ms, 12 s, 3 min 20 s, 4 h 5 min, 12 d 3 h. */
export function duration(ms: number | undefined): string {
  if (ms === undefined || !Number.isFinite(ms)) return NOTHING;
  if (ms < SECOND) return `${Math.round(ms)} ms`;
  if (ms < 10 * SECOND) return `${(ms / SECOND).toFixed(1)} s`;
  if (ms < MINUTE) return `${Math.floor(ms / SECOND)} s`;
  if (ms < HOUR) return pair(ms, MINUTE, 'min', SECOND, 's');
  if (ms < DAY) return pair(ms, HOUR, 'h', MINUTE, 'min');
  return pair(ms, DAY, 'd', HOUR, 'h');
}

function pair(ms: number, large: number, largeName: string, small: number, smallName: string): string {
  const rest = Math.floor((ms % large) / small);
  return `${Math.floor(ms / large)} ${largeName}${rest === 0 ? '' : ` ${rest} ${smallName}`}`;
}

/** How long ago, coarse enough not to flicker. */
export function ago(ms: number): string {
  if (ms < 5 * SECOND) return 'just now';
  if (ms < MINUTE) return `${Math.floor(ms / SECOND)} s ago`;
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min ago`;
  if (ms < DAY) return `${Math.floor(ms / HOUR)} h ago`;
  return `${Math.floor(ms / DAY)} d ago`;
}

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const DATE_AND_CLOCK = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const WITH_ZONE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'long' });

/** The time of day where the browser is. */
export function clock(time: string | number): string {
  return formatted(CLOCK, time);
}

/** Today the time of day, before that with its date. */
export function moment(time: string | number, now: number): string {
  const at = new Date(time);
  return at.toDateString() === new Date(now).toDateString() ? clock(time) : formatted(DATE_AND_CLOCK, time);
}

/** For a tooltip: with date and zone. */
export function exact(time: string | number): string {
  return formatted(WITH_ZONE, time);
}

function formatted(format: Intl.DateTimeFormat, time: string | number): string {
  const at = new Date(time);
  return Number.isNaN(at.getTime()) ? NOTHING : format.format(at);
}
