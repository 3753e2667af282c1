import { get } from './api';
import type { BandRows } from './bands';
import { absence, readSeries } from './history';
import { flagAt, listAt, numberAt, textAt, type JsonObject } from './json';

/** A program from its start to its end, as far as the server's history knows it. */
export interface Run {
  readonly pid: number;
  /** Milliseconds since 1970, as all times here; nothing when it was not told. */
  readonly started: number | undefined;
  readonly user: string;
  readonly first: number;
  readonly last: number;
  readonly fields: ReadonlyMap<string, BandRows>;
}

export type ProcessHistory =
  | { readonly state: 'ready'; readonly runs: readonly Run[]; readonly isWhole: boolean }
  | { readonly state: 'absent'; readonly reason: string };

const POINTS = 400;

/** What the programs of one name did. The runs of one number are told before all others when there are too many. */
export async function fetchRuns(name: string, pid: number | undefined, from: number, to: number, signal?: AbortSignal): Promise<ProcessHistory> {
  const query = new URLSearchParams({
    name,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    points: String(POINTS),
    ...(pid === undefined ? {} : { pid: String(pid) }),
  });
  return readRuns(await get(`/api/processes/history?${query}`, signal));
}

export function readRuns(body: JsonObject): ProcessHistory {
  const runs = listAt(body, 'runs').map(readRun);
  return runs.length === 0 ? (absence(body) ?? { state: 'ready', runs, isWhole: true }) : { state: 'ready', runs, isWhole: flagAt(body, 'whole') !== false };
}

function readRun(run: JsonObject): Run {
  const started = textAt(run, 'start_time');
  return {
    pid: numberAt(run, 'pid') ?? 0,
    started: started === undefined ? undefined : Date.parse(started),
    user: textAt(run, 'user') ?? '',
    first: Date.parse(textAt(run, 'first') ?? ''),
    last: Date.parse(textAt(run, 'last') ?? ''),
    fields: readSeries(run),
  };
}
