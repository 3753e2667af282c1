import type { Line } from '../../chart/TimeChart';
import type { BandRows } from '../../model/bands';
import type { Run } from '../../model/processHistory';
import type { Process } from './processList';

/** A line of the server's history only. The page records processes too, but not each. */
const NO_STREAM = '';

/** As many as there are colours. */
const MOST_LINES = 6;

/** Starts are known to the second; a clock that is set a little moves them. */
const SAME_START_MS = 2000;

/** What the address says of a run: a number alone may belong to another program tomorrow. */
export function runQuery(process: Process): Readonly<Record<string, string>> {
  return { pid: String(process.pid), ...(process.started === undefined ? {} : { since: process.started }) };
}

export function isRun(run: Pick<Run, 'pid' | 'started'>, pid: number | undefined, since: number | undefined): boolean {
  if (run.pid !== pid) return false;
  return run.started === undefined || since === undefined || Math.abs(run.started - since) <= SAME_START_MS;
}

/**
 * The run that is looked at, and those that ran before or after it: restarts. What ran beside it, such as the other servers of one
 * name, would only cover it.
 */
export function restarts(runs: readonly Run[], chosen: Run | undefined): Run[] {
  if (chosen === undefined) return [];
  const others = runs.filter((run) => run !== chosen && (end(run) < begin(chosen) || begin(run) > end(chosen)));
  return [chosen, ...others].slice(0, MOST_LINES);
}

function begin(run: Run): number {
  return run.started === undefined ? run.first : Math.min(run.started, run.first);
}

function end(run: Run): number {
  return run.last;
}

/** The lines of one chart, and their values. No stream of the page records them: they come from the server alone. */
export function runLines(runs: readonly Run[], field: string, label: (run: Run) => string): { readonly lines: Line[]; readonly past: ReadonlyMap<string, BandRows> } {
  const lines: Line[] = [];
  const past = new Map<string, BandRows>();
  runs.forEach((run, i) => {
    const rows = run.fields.get(field);
    if (rows === undefined) return;
    const name = `${i} ${field}`;
    lines.push({ stream: NO_STREAM, field: name, label: label(run), tone: i + 1, isFilled: i === 0 });
    past.set(name, rows);
  });
  return { lines, past };
}
