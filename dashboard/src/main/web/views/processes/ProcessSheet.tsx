import { useScene } from '../../app/context';
import { setQuery } from '../../app/routes';
import { exact, moment } from '../../format/time';
import { Choices } from '../../ui/parts';
import { Sheet } from '../../ui/Sheet';
import { ProcessCharts } from './ProcessCharts';
import type { Process } from './processList';
import { isRun, restarts } from './processRuns';
import { RunTable } from './RunTable';
import { useRuns } from './useRuns';
import { useWatched } from './useWatched';

const PERIODS = [
  [0.25, '15 min'],
  [1, '1 h'],
  [6, '6 h'],
  [24, '24 h'],
  [7 * 24, '7 d'],
  [30 * 24, '30 d'],
] as const;

const USUAL_HOURS = 1;

/** The history of one process: what it used, and the runs of its name before it. */
export function ProcessSheet({
  name,
  query,
  now,
  onClose,
}: {
  readonly name: string;
  readonly query: URLSearchParams;
  readonly now: readonly Process[];
  readonly onClose: () => void;
}) {
  const scene = useScene();
  const hours = Number(query.get('hours')) || USUAL_HOURS;
  const pid = query.has('pid') ? Number(query.get('pid')) : undefined;
  const since = query.has('since') ? Date.parse(query.get('since') ?? '') : undefined;
  const history = useRuns(name, pid, hours);
  const runs = history.state === 'ready' ? history.runs : [];
  const chosen = runs.find((run) => isRun(run, pid, since)) ?? (pid === undefined ? runs[0] : undefined);
  const shownPid = pid ?? chosen?.pid;
  const start = since ?? chosen?.started;
  const running = now.find((process) => process.name === name && isRun(started(process), shownPid, start));
  const watched = useWatched(running, Date.parse(scene.message?.streams['process']?.timestamp ?? ''));
  return (
    <Sheet title={name} onClose={onClose} isWide>
      <p className="toolbar small soft">
        <span className={`badge ${running === undefined ? '' : 'ok'}`}>{running === undefined ? 'not among the largest now' : (running.state ?? '')}</span>
        {shownPid !== undefined && <span className="number">PID {shownPid}</span>}
        {start !== undefined && <span title={exact(start)}>since {moment(start, scene.serverNow())}</span>}
        {(running?.user ?? chosen?.user) !== undefined && <span>{running?.user ?? chosen?.user}</span>}
      </p>
      {running !== undefined && <p className="command small wrap">{running.command}</p>}
      <Choices label="Period of the history" value={hours} options={PERIODS} onChoose={(value) => setQuery({ hours: String(value) })} />
      {history.state === 'loading' && <p className="small soft">Asking …</p>}
      {history.state === 'failed' && <p className="message">{history.message}</p>}
      {history.state === 'absent' && <p className="message plain">{history.reason}</p>}
      <ProcessCharts runs={restarts(runs, chosen)} watched={watched} hours={hours} />
      {history.state === 'ready' && (
        <>
          {chosen === undefined && <p className="small soft">In this time it was not among the processes that use most: nothing of it was recorded.</p>}
          <RunTable runs={runs} shown={restarts(runs, chosen)} isWhole={history.isWhole} now={scene.serverNow()} />
        </>
      )}
      <p className="tiny faint">
        The history has one value a minute of the processes that use most. A gap says that this one was not among them, or did not run. Percent are of one core.
      </p>
    </Sheet>
  );
}

function started(process: Process): { readonly pid: number; readonly started: number | undefined } {
  return { pid: process.pid, started: process.started === undefined ? undefined : Date.parse(process.started) };
}
