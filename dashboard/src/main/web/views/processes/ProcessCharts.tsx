import { usePreferences } from '../../app/preferences';
import { TimeChart, type Line } from '../../chart/TimeChart';
import { clock } from '../../format/time';
import * as units from '../../format/units';
import type { BandRows } from '../../model/bands';
import { joined } from '../../model/history';
import type { Run } from '../../model/processHistory';
import { runLines } from './processRuns';

const HEIGHT = 132;

/** Processor, memory and traffic of a run and its restarts, over one time. */
export function ProcessCharts({ runs, watched, hours }: { readonly runs: readonly Run[]; readonly watched: ReadonlyMap<string, BandRows>; readonly hours: number }) {
  const { units: sizes } = usePreferences();
  const window = { minutes: hours * 60 };
  const all = followed(runs, watched);
  const chart = (title: string, parts: readonly { lines: Line[]; past: ReadonlyMap<string, BandRows> }[], format: (value: number) => string, isBinary: boolean) => (
    <TimeChart
      title={title}
      lines={parts.flatMap(({ lines }) => lines)}
      past={new Map(parts.flatMap(({ past }) => [...past]))}
      format={format}
      window={window}
      height={HEIGHT}
      isBinary={isBinary}
      group="process"
    />
  );
  const isOne = all.length === 1;
  const called = (what: string) => (run: Run) => (isOne ? what : `${what} ${named(run)}`);
  return (
    <div className="process-charts">
      {chart('Processor', [runLines(all, 'cpu_percent', called('use'))], units.percent, false)}
      {chart('Memory', [runLines(all, 'memory', called('resident'))], (value) => units.bytes(value, sizes), sizes === 'binary')}
      {chart('Disk traffic', traffic(all, called), (value) => units.bytesPerSecond(value, sizes), sizes === 'binary')}
    </div>
  );
}

function named(run: Run): string {
  return run.started === undefined ? `(${run.pid})` : `(${run.pid}, ${clock(run.started)})`;
}

/** Of restarts only what was written: twelve lines would be none. */
function traffic(runs: readonly Run[], called: (what: string) => (run: Run) => string): ReturnType<typeof runLines>[] {
  const written = runLines(runs, 'write_bytes_per_sec', called('written'));
  if (runs.length > 1) return [written];
  const read = runLines(runs, 'read_bytes_per_sec', called('read'));
  return [written, { ...read, lines: read.lines.map((line) => ({ ...line, tone: 2, isFilled: false })) }];
}

/** The first run goes on with what the page saw itself. */
function followed(runs: readonly Run[], watched: ReadonlyMap<string, BandRows>): readonly Run[] {
  const seen = new Map([...watched].filter(([, rows]) => rows.times.length > 0));
  const [chosen, ...others] = runs;
  if (seen.size === 0) return runs;
  if (chosen === undefined) return [{ pid: 0, started: undefined, user: '', first: 0, last: 0, fields: seen }];
  const fields = new Map(chosen.fields);
  for (const [field, rows] of seen) fields.set(field, joined(chosen.fields.get(field), rows));
  return [{ ...chosen, fields }, ...others];
}
