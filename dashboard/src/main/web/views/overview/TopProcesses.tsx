import { link } from '../../app/routes';
import { listAt, numberAt, textAt, type JsonObject } from '../../model/json';
import * as units from '../../format/units';
import { usePreferences } from '../../app/preferences';
import { Card } from '../../ui/parts';

const ROWS = 5;

/** Who uses the machine most, in two short lists. */
export function TopProcesses({ process }: { readonly process: JsonObject | undefined }) {
  const { units: sizes } = usePreferences();
  if (process === undefined) return null;
  return (
    <div className="pair">
      <List title="Most processor time" list={listAt(process, 'top_cpu')} value={(one) => units.percent(numberAt(one, 'cpu_percent'))} share={(one) => numberAt(one, 'cpu_percent')} />
      <List title="Most memory" list={listAt(process, 'top_memory')} value={(one) => units.bytes(numberAt(one, 'memory'), sizes)} share={(one) => numberAt(one, 'memory_percent')} />
    </div>
  );
}

function List({
  title,
  list,
  value,
  share,
}: {
  readonly title: string;
  readonly list: readonly JsonObject[];
  readonly value: (process: JsonObject) => string;
  readonly share: (process: JsonObject) => number | undefined;
}) {
  const most = Math.max(...list.map((process) => share(process) ?? 0), 1e-9);
  return (
    <Card title={title} end={<a href={link('processes')}>all</a>}>
      {list.length === 0 && <p className="small soft">No process of this moment is known.</p>}
      <ol className="ranking">
        {list.slice(0, ROWS).map((process) => (
          <li key={numberAt(process, 'pid')}>
            <span className="ellipsis" title={textAt(process, 'command') ?? ''}>
              {textAt(process, 'name')} <span className="faint tiny number">{numberAt(process, 'pid')}</span>
            </span>
            <span className="number">{value(process)}</span>
            <span className="ranking-bar" aria-hidden="true">
              {share(process) !== undefined && <span style={{ width: `${(100 * (share(process) ?? 0)) / most}%` }} />}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
