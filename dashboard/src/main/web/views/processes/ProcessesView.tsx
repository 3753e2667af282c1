import { useScene } from '../../app/context';
import { choose, usePreferences } from '../../app/preferences';
import { link, setQuery, useRoute } from '../../app/routes';
import { listAt, numberAt, objectAt, textAt, type JsonObject } from '../../model/json';
import { ago, duration } from '../../format/time';
import * as units from '../../format/units';
import { Card, Choices, Empty, Shown } from '../../ui/parts';
import { Loading } from '../Loading';
import { NoData } from '../NoData';
import { ProcessSheet } from './ProcessSheet';
import { runQuery } from './processRuns';
import { filtered, processes, sorted, tree, type Order, type Process, type SortKey } from './processList';

const COLUMNS: readonly (readonly [SortKey, string, boolean])[] = [
  ['name', 'Name', false],
  ['pid', 'PID', true],
  ['user', 'User', false],
  ['cpu', 'Processor', true],
  ['memory', 'Memory', true],
  ['read', 'Read', true],
  ['write', 'Written', true],
  ['threads', 'Threads', true],
  ['files', 'Files', true],
];

const FORMS = [
  [false, 'List'],
  [true, 'Tree'],
] as const;

export function ProcessesView() {
  const scene = useScene();
  const route = useRoute();
  const { processTree } = usePreferences();
  if (scene.message === undefined) return <Loading />;
  const snapshot = scene.snapshotOf('process');
  if (snapshot === undefined) return <NoData stream="process" />;
  const filter = route.query.get('filter') ?? '';
  const order = readOrder(route.query);
  const found = sorted(filtered(processes(snapshot), filter), order);
  const rows = processTree ? tree(found) : found;
  return (
    <div className="stack">
      <States snapshot={snapshot} />
      <Card>
        <div className="card-head">
          <div className="toolbar grow">
            <input
              className="input"
              type="search"
              placeholder="Name, command, user or PID"
              aria-label="Filter the processes"
              value={filter}
              onChange={(event) => setQuery({ filter: event.target.value })}
            />
            <Choices
              label="Form"
              value={String(processTree)}
              options={FORMS.map(([value, text]) => [String(value), text] as const)}
              onChoose={(value) => choose({ processTree: value === 'true' })}
            />
          </div>
          <p className="small faint end">
            those that use most of {units.count(numberAt(snapshot, 'total'))}
          </p>
        </div>
        {rows.length === 0 ? (
          <Empty title={snapshot['top_cpu'] === undefined ? 'The processes of that time are not kept' : 'No process fits'}>
            Only the processes that use most are listed{snapshot['top_cpu'] === undefined ? ', and only as long as single records are kept' : ''}.
          </Empty>
        ) : (
          <div className="table-wrap" tabIndex={0} role="region" aria-label="Processes">
            <table className="table">
              <thead>
                <tr>
                  {COLUMNS.map(([key, title, isNumber]) => (
                    <SortHead key={key} name={key} title={title} isNumber={isNumber} order={order} />
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((process) => (
                  <Row key={process.pid} process={process} now={scene.serverNow()} query={route.query} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Card>
      <Watched list={listAt(snapshot, 'watched')} />
      <Zombies list={listAt(snapshot, 'zombies')} />
      {route.detail !== '' && <ProcessSheet name={route.detail} query={route.query} now={processes(snapshot)} onClose={() => (location.hash = closed(route.query))} />}
    </div>
  );
}

/** The list as it was set before a process was chosen. */
function closed(query: URLSearchParams): string {
  const { pid: _pid, since: _since, hours: _hours, ...rest } = Object.fromEntries(query);
  return link('processes', '', rest);
}

function readOrder(query: URLSearchParams): Order {
  const text = query.get('sort') ?? '-cpu';
  const key = COLUMNS.find(([name]) => name === text.replace(/^-/, ''))?.[0] ?? 'cpu';
  return { key, isDown: text.startsWith('-') };
}

function SortHead({ name, title, isNumber, order }: { readonly name: SortKey; readonly title: string; readonly isNumber: boolean; readonly order: Order }) {
  const isChosen = order.key === name;
  // Of numbers the large ones are wanted first, of names the first.
  const isDown = isChosen ? !order.isDown : isNumber;
  const arrow = (
    <span className="arrow" aria-hidden="true">
      {order.isDown ? '↓' : '↑'}
    </span>
  );
  return (
    <th scope="col" className={isNumber ? 'num' : ''} aria-sort={isChosen ? (order.isDown ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className="sort" onClick={() => setQuery({ sort: `${isDown ? '-' : ''}${name}` })}>
        {isChosen && isNumber && arrow}
        {title}
        {isChosen && !isNumber && arrow}
      </button>
    </th>
  );
}

function Row({ process, now, query }: { readonly process: Process; readonly now: number; readonly query: URLSearchParams }) {
  const { units: sizes } = usePreferences();
  return (
    <tr>
      <th scope="row">
        <div className="tree-name" style={{ paddingLeft: `${process.depth * 1.25}rem` }}>
          <div className="ellipsis">
            {process.depth > 0 && <span className="faint">└ </span>}
            <a className="plain" href={link('processes', process.name, { ...Object.fromEntries(query), ...runQuery(process) })}>
              {process.name}
            </a>
            {process.state !== 'sleeping' && process.state !== 'running' && process.state !== '' && (
              <span className="badge"> {process.state.replace('_', ' ')}</span>
            )}
            <div className="command ellipsis" title={process.command}>
              {process.command}
            </div>
          </div>
        </div>
      </th>
      <td className="num" title={process.started === undefined ? '' : `started ${ago(now - Date.parse(process.started))}`}>
        {process.pid}
      </td>
      <td>{process.user}</td>
      <td className="num">
        <Shown text={units.percent(process.cpu)} />
      </td>
      <td className="num" title={units.percent(process.memoryPercent)}>
        <Shown text={units.bytes(process.memory, sizes)} />
      </td>
      <td className="num">
        <Shown text={units.bytesPerSecond(process.read, sizes)} reason="not permitted, or not looked at before" />
      </td>
      <td className="num">
        <Shown text={units.bytesPerSecond(process.write, sizes)} reason="not permitted, or not looked at before" />
      </td>
      <td className="num">{units.count(process.threads)}</td>
      <td className="num">
        <Shown text={units.count(process.files)} reason="not permitted" />
      </td>
    </tr>
  );
}

const STATES = ['running', 'sleeping', 'disk_sleep', 'stopped', 'zombie', 'idle'] as const;

function States({ snapshot }: { readonly snapshot: JsonObject }) {
  const states = objectAt(snapshot, 'states');
  return (
    <Card>
      <dl className="flow">
        <div>
          <dt>all</dt>
          <dd>{units.count(numberAt(snapshot, 'total'))}</dd>
        </div>
        {STATES.map((state) => {
          const count = numberAt(states, state);
          const tone = state === 'zombie' && (count ?? 0) > 0 ? 'warning-text' : '';
          return (
            <div key={state}>
              <dt>{state === 'disk_sleep' ? 'waiting for a disk' : state}</dt>
              <dd className={tone}>{units.count(count)}</dd>
            </div>
          );
        })}
        <div>
          <dt>threads</dt>
          <dd>{units.count(numberAt(snapshot, 'threads'))}</dd>
        </div>
        {(numberAt(snapshot, 'unreadable') ?? 0) > 0 && (
          <div>
            <dt>not readable</dt>
            <dd>{units.count(numberAt(snapshot, 'unreadable'))}</dd>
          </div>
        )}
      </dl>
    </Card>
  );
}

function Watched({ list }: { readonly list: readonly JsonObject[] }) {
  const { units: sizes } = usePreferences();
  if (list.length === 0) return null;
  return (
    <Card title="Watched by name">
      <div className="table-wrap" tabIndex={0} role="region" aria-label="Watched processes">
        <table className="table">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col" className="num">Running</th>
            <th scope="col" className="num">Processor</th>
            <th scope="col" className="num">Memory</th>
          </tr>
        </thead>
        <tbody>
          {list.map((one) => (
            <tr key={textAt(one, 'name')}>
              <th scope="row">{textAt(one, 'name')}</th>
              <td className={`num ${numberAt(one, 'count') === 0 ? 'critical-text' : ''}`}>{units.count(numberAt(one, 'count'))}</td>
              <td className="num">{units.percent(numberAt(one, 'cpu_percent'))}</td>
              <td className="num">{units.bytes(numberAt(one, 'memory'), sizes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      </div>
    </Card>
  );
}

function Zombies({ list }: { readonly list: readonly JsonObject[] }) {
  if (list.length === 0) return null;
  return (
    <Card title="Zombies">
      <div className="table-wrap" tabIndex={0} role="region" aria-label="Zombies">
        <table className="table">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col" className="num">PID</th>
            <th scope="col">Parent, which should ask how it ended</th>
            <th scope="col" className="num">Age</th>
          </tr>
        </thead>
        <tbody>
          {list.map((one) => (
            <tr key={numberAt(one, 'pid')}>
              <th scope="row">{textAt(one, 'name')}</th>
              <td className="num">{numberAt(one, 'pid')}</td>
              <td>
                {textAt(one, 'parent_name')} <span className="faint number">{numberAt(one, 'parent_pid')}</span>
              </td>
              <td className="num">{duration((numberAt(one, 'age_seconds') ?? NaN) * 1000)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      </div>
    </Card>
  );
}
