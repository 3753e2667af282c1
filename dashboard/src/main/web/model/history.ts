import { ApiError, get } from './api';
import type { BandRows } from './bands';
import { listAt, objectAt, textAt, type Json, type JsonObject } from './json';

/** The past as the server keeps it. */
export type History =
  | { readonly state: 'ready'; readonly fields: ReadonlyMap<string, BandRows> }
  | { readonly state: 'absent'; readonly reason: string };

const NOTHING_YET = 'Nothing of this was recorded yet.';
const OFF = 'The history is switched off in config.yaml.';
const ABSENT = 'This Hostpulse keeps no history. The charts begin when the page is opened.';

/** How many points a chart of any length gets: more than it has pixels would be drawn over one another. */
const POINTS = 900;

/** A server that has said so once is not asked for each chart. */
let isAbsent = false;

/** All charts ask at once; the others wait for what the first is told. */
let first: Promise<unknown> | undefined;

/** Lets the server be asked again: it may be another one now. */
export function forgetAbsence(): void {
  isAbsent = false;
  first = undefined;
}

/**
 * The only place that knows how the past is asked for. A server without a history, or one that is switched off, is a state of its
 * own and no failure.
 */
export async function fetchHistory(
  stream: string,
  fields: readonly string[],
  from: number,
  to: number,
  signal?: AbortSignal,
): Promise<History> {
  if (first === undefined) {
    const asked = ask(stream, fields, from, to, signal);
    first = asked;
    return asked;
  }
  await first.catch(() => undefined);
  return isAbsent ? { state: 'absent', reason: ABSENT } : ask(stream, fields, from, to, signal);
}

async function ask(stream: string, fields: readonly string[], from: number, to: number, signal?: AbortSignal): Promise<History> {
  const query = new URLSearchParams({
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    points: String(POINTS),
    fields: fields.join(','),
  });
  try {
    return readHistory(await get(`/api/metrics/history/${encodeURIComponent(stream)}?${query}`, signal));
  } catch (failure) {
    if (failure instanceof ApiError && (failure.status === 404 || failure.status === 503)) {
      // A server with a history may know nothing of one stream: a graphics card that was never there, a source that is new.
      const isOfStream = failure.status === 503 || failure.message.includes('knows no stream');
      if (!isOfStream) isAbsent = true;
      return { state: 'absent', reason: isOfStream ? failure.message : ABSENT };
    }
    throw failure;
  }
}

export function readHistory(body: JsonObject): History {
  const fields = readSeries(body);
  return fields.size > 0 ? { state: 'ready', fields } : (absence(body) ?? { state: 'ready', fields });
}

/** The rows of each field in the list `series`. */
export function readSeries(body: JsonObject): Map<string, BandRows> {
  return new Map(
    listAt(body, 'series').map((series) => [
      textAt(series, 'field') ?? '',
      {
        times: column(series['times'], time),
        values: column(series['mean'], number),
        min: column(series['min'], number),
        max: column(series['max'], number),
      },
    ]),
  );
}

/** Why an answer is empty, when that is not because nothing happened. */
export function absence(body: JsonObject): { readonly state: 'absent'; readonly reason: string } | undefined {
  const state = textAt(objectAt(body, 'history'), 'state');
  return state === 'ok' ? undefined : { state: 'absent', reason: state === 'off' ? OFF : NOTHING_YET };
}

function column(list: Json | undefined, read: (value: Json) => number): Float64Array {
  return Array.isArray(list) ? Float64Array.from(list, read) : new Float64Array(0);
}

function number(value: Json): number {
  return typeof value === 'number' ? value : NaN;
}

function time(value: Json): number {
  return typeof value === 'string' ? Date.parse(value) : NaN;
}

/** What the server kept, and after its end or before its beginning what this page saw itself. */
export function joined(past: BandRows | undefined, live: BandRows): BandRows {
  if (past === undefined || past.times.length === 0) return live;
  const begin = live.times[0] ?? Infinity;
  let length = 0;
  while (length < past.times.length && (past.times[length] as number) < begin) length++;
  return {
    times: concat(past.times, length, live.times),
    values: concat(past.values, length, live.values),
    min: concat(past.min, length, live.min),
    max: concat(past.max, length, live.max),
  };
}

function concat(before: Float64Array, length: number, after: Float64Array): Float64Array {
  const all = new Float64Array(length + after.length);
  all.set(before.subarray(0, length));
  all.set(after, length);
  return all;
}
