/** A time as a field for date and time wants it: where the browser is, without a zone. */
export function localText(time: number): string {
  const at = new Date(time);
  return new Date(time - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

/** The time that such a field tells; nothing while it is not whole. */
export function localTime(text: string): number | undefined {
  const time = Date.parse(text);
  return /^\d{4,6}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) && Number.isFinite(time) ? time : undefined;
}

const DATE_AND_SECONDS = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** A moment with its day and second, whatever day it is now. */
export function dayAndTime(time: number): string {
  return DATE_AND_SECONDS.format(time);
}
