import { link, useRoute } from '../../app/routes';
import { duration, exact, moment } from '../../format/time';
import { percent } from '../../format/units';
import type { Run } from '../../model/processHistory';
import { Shown } from '../../ui/parts';

/** Every start of a program of this name in the period; the ones that are drawn have the colour of their line. */
export function RunTable({ runs, shown, isWhole, now }: { readonly runs: readonly Run[]; readonly shown: readonly Run[]; readonly isWhole: boolean; readonly now: number }) {
  const { query, detail } = useRoute();
  if (runs.length === 0) return null;
  return (
    <section>
      <h3>Runs of this name</h3>
      <div className="table-wrap" tabIndex={0} role="region" aria-label="Runs">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">PID</th>
              <th scope="col">Started</th>
              <th scope="col">Last seen</th>
              <th scope="col">User</th>
              <th scope="col" className="num">
                Most of a core
              </th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => {
              const tone = shown.indexOf(run) + 1;
              return (
                <tr key={`${run.pid} ${run.first}`} className={tone === 1 ? 'chosen' : ''}>
                  <th scope="row" className={`number ${tone === 0 ? '' : `run-tone tone-${tone}`}`}>
                    <a href={link('processes', detail, runOf(query, run))} aria-current={tone === 1 ? 'true' : undefined}>
                      {run.pid}
                    </a>
                  </th>
                  <td title={run.started === undefined ? '' : exact(run.started)}>
                    <Shown text={run.started === undefined ? '–' : moment(run.started, now)} reason="an older version recorded this" />
                  </td>
                  <td title={exact(run.last)}>{now - run.last < 2 * 60_000 ? 'now' : `${duration(now - run.last)} ago`}</td>
                  <td>{run.user}</td>
                  <td className="num">
                    <Shown text={percent(most(run))} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
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
