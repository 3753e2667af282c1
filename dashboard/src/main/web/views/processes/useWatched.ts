import { useRef } from 'react';
import type { BandRows } from '../../model/bands';
import type { Process } from './processList';

/** An hour of a list each five seconds. */
const MOST = 720;

const FIELDS: Readonly<Record<string, (process: Process) => number | undefined>> = {
  cpu_percent: ({ cpu }) => cpu,
  memory: ({ memory }) => memory,
  read_bytes_per_sec: ({ read }) => read,
  write_bytes_per_sec: ({ write }) => write,
};

interface Moment {
  readonly time: number;
  readonly process: Process;
}

/** What a process did since somebody began to look at it: finer and newer than what the server keeps. */
export function useWatched(process: Process | undefined, time: number): ReadonlyMap<string, BandRows> {
  const seen = useRef<{ run: string; moments: Moment[] }>({ run: '', moments: [] });
  if (process !== undefined) {
    const run = `${process.pid} ${process.started}`;
    if (seen.current.run !== run) seen.current = { run, moments: [] };
    const { moments } = seen.current;
    if (time > (moments.at(-1)?.time ?? 0)) moments.push({ time, process });
    if (moments.length > MOST) moments.shift();
  }
  return new Map(Object.entries(FIELDS).map(([field, read]) => [field, rows(seen.current.moments, read)]));
}

function rows(moments: readonly Moment[], read: (process: Process) => number | undefined): BandRows {
  const times = Float64Array.from(moments, ({ time }) => time);
  const values = Float64Array.from(moments, ({ process }) => read(process) ?? NaN);
  return { times, values, min: values, max: values };
}
