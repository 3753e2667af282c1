import { link, useRoute } from '../../app/routes';
import { duration, exact, moment } from '../../format/time';
import { NOTHING, percent } from '../../format/units';
import type { Run } from '../../model/processHistory';
import { Shown } from '../../ui/parts';
import { Table, type Column } from '../../ui/Table';

/** The history has one value a minute; the newest may not be written yet. */
const STILL_SEEN_MS = 2 * 60_000;

/** Every start of a program of this name in the period; the ones that are drawn have the colour of their line. */
export function RunTable({ runs, shown, isWhole, now }: { readonly runs: readonly Run[]; readonly shown: readonly Run[]; readonly isWhole: boolean; readonly now: number }) {
  const { query, detail } = useRoute();
  if (runs.length === 0) return null;
  const columns: Column<Run>[] = [
    {
      title: 'PID',
      value: (run) => (
        <a href={link('processes', detail, runOf(query, run))} aria-current={run === shown[0] ? 'true' : undefined}>
          {run.pid}
        </a>
      ),
      tone: (run) => (shown.includes(run) ? `number run-tone tone-${shown.indexOf(run) + 1}` : 'number'),
    },
    {
      title: 'Started',
      value: (run) => <Shown text={run.started === undefined ? NOTHING : moment(run.started, now)} reason="an older version recorded this" />,
      hint: (run) => (run.started === undefined ? undefined : exact(run.started)),
    },
    { title: 'Last seen', value: (run) => (now - run.last < STILL_SEEN_MS ? 'now' : `${duration(now - run.last)} ago`), hint: (run) => exact(run.last) },
    { title: 'User', value: (run) => run.user },
    { title: 'Most of a core', isNumber: true, value: (run) => <Shown text={percent(most(run))} /> },
  ];
  return (
    <section>
      <h3>Runs of this name</h3>
      <Table label="Runs" columns={columns} rows={runs} nameOf={(run) => `${run.pid} ${run.first}`} toneOf={(run) => (run === shown[0] ? 'chosen' : '')} />
      {!isWhole && <p className="tiny faint">There were more: these are the newest. A shorter period shows others.</p>}
    </section>
  );
}

function runOf(query: URLSearchParams, run: Run): Readonly<Record<string, string>> {
  const { since: _since, ...rest } = Object.fromEntries(query);
  return { ...rest, pid: String(run.pid), ...(run.started === undefined ? {} : { since: new Date(run.started).toISOString() }) };
}

/** The highest value of what is drawn. */
function most(run: Run): number | undefined {
  const values = [...(run.fields.get('cpu_percent')?.max ?? [])].filter((value) => !Number.isNaN(value));
  return values.length === 0 ? undefined : Math.max(...values);
}
