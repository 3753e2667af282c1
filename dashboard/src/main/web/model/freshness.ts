import type { MonitoringData, NoData } from './messages';

/** A page that heard nothing for so long shows old values, and must say so. */
const OLD_MS = 5000;

export type Freshness =
  | { readonly state: 'fresh'; readonly ageMs: number }
  | { readonly state: 'stale'; readonly ageMs: number }
  | { readonly state: 'none'; readonly reason: string }
  | { readonly state: 'unknown' };

/**
 * How old a stream's values are. The broker tells their age when it sends, and only the time since then is measured here: the
 * clocks of both machines may differ by hours.
 */
export function freshness(
  stream: string,
  message: MonitoringData | undefined,
  receivedAt: number,
  now: number,
): Freshness {
  if (message === undefined) return { state: 'unknown' };
  const refusal: NoData | undefined = message.no_data[stream];
  if (refusal !== undefined) return { state: 'none', reason: refusal.reason };
  const known = message.streams[stream];
  if (known === undefined || message.data[stream] === undefined) return { state: 'unknown' };
  const sinceThen = Math.max(0, now - receivedAt);
  const ageMs = known.age_ms + sinceThen;
  return { state: known.stale || sinceThen > OLD_MS ? 'stale' : 'fresh', ageMs };
}
