import { useScene } from '../../app/context';
import { choose, usePreferences } from '../../app/preferences';
import { link, setQuery, useRoute } from '../../app/routes';
import { listAt, numberAt, objectAt, textAt, type JsonObject } from '../../model/json';
import { ago, duration } from '../../format/time';
import * as units from '../../format/units';
import { Card, Choices, Empty, Shown } from '../../ui/parts';
import { Table, type Column } from '../../ui/Table';
import { Loading } from '../Loading';
import { NoData } from '../NoData';
import { ProcessSheet } from './ProcessSheet';
import { runQuery } from './processRuns';
import { filtered, processes, sorted, tree, type Order, type Process, type SortKey } from './processList';

const SORT_KEYS: readonly SortKey[] = ['name', 'pid', 'user', 'cpu', 'memory', 'read', 'write', 'threads', 'files'];

const FORMS = [
  [false, 'List'],
  [true, 'Tree'],
] as const;

export function ProcessesView() {
  const scene = useScene();
  const route = useRoute();
  const { processTree, units: sizes } = usePreferences();
  if (scene.message === undefined) return <Loading />;
  const snapshot = scene.snapshotOf('process');
  if (snapshot === undefined) return <NoData stream="process" />;
  const filter = route.query.get('filter') ?? '';
  const order = readOrder(route.query);
  const found = sorted(filtered(processes(snapshot), filter), order);
  const columns = processColumns(sizes, scene.serverNow(), route.query);
  const rows = processTree ? tree(found) : found;
  return (
    <div className="stack">
      <States snapshot={snapshot} />
      <Card>
        <div className="card-head">
          <div className="toolbar grow">
            <input
              className="input search"
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
          <Table
            label="Processes"
            columns={columns}
            rows={rows}
            nameOf={(process) => process.pid}
            sorting={{
              by: columns.find(({ key }) => key === order.key),
              isDown: order.isDown,
              choose: (column, isDown) => setQuery({ sort: `${isDown ? '-' : ''}${columns.find((one) => one === column)?.key ?? 'cpu'}` }),
            }}
          />
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
  const key = SORT_KEYS.find((name) => name === text.replace(/^-/, '')) ?? 'cpu';
  return { key, isDown: text.startsWith('-') };
}

const NOT_PERMITTED = 'not permitted, or not looked at before';

interface ProcessColumn extends Column<Process> {
  readonly key: SortKey;
}

function processColumns(sizes: units.SizeUnits, now: number, query: URLSearchParams): ProcessColumn[] {
  const number = (key: SortKey, title: string, text: (process: Process) => string, reason?: string): ProcessColumn => ({
    key,
    title,
    isNumber: true,
    value: (process) => <Shown text={text(process)} reason={reason} />,
  });
  return [
    { key: 'name', title: 'Name', value: (process) => <Name process={process} query={query} /> },
    {
      ...number('pid', 'PID', (process) => String(process.pid)),
      hint: (process) => (process.started === undefined ? undefined : `started ${ago(now - Date.parse(process.started))}`),
    },
    { key: 'user', title: 'User', value: (process) => process.user },
    number('cpu', 'Processor', (process) => units.percent(process.cpu)),
    { ...number('memory', 'Memory', (process) => units.bytes(process.memory, sizes)), hint: (process) => units.percent(process.memoryPercent) },
    number('read', 'Read', (process) => units.bytesPerSecond(process.read, sizes), NOT_PERMITTED),
    number('write', 'Written', (process) => units.bytesPerSecond(process.write, sizes), NOT_PERMITTED),
    number('threads', 'Threads', (process) => units.count(process.threads)),
    number('files', 'Files', (process) => units.count(process.files), 'not permitted'),
  ];
}

function Name({ process, query }: { readonly process: Process; readonly query: URLSearchParams }) {
  return (
    <div className="tree-name" style={{ paddingLeft: `${process.depth * 1.25}rem` }}>
      <div className="ellipsis">
        {process.depth > 0 && <span className="faint">└ </span>}
        <a className="plain" href={link('processes', process.name, { ...Object.fromEntries(query), ...runQuery(process) })}>
          {process.name}
        </a>
        {process.state !== 'sleeping' && process.state !== 'running' && process.state !== '' && (
          <>
            {' '}
            <span className="badge">{process.state.replace('_', ' ')}</span>
          </>
        )}
        <div className="command ellipsis" title={process.command}>
          {process.command}
        </div>
      </div>
    </div>
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
  const columns: Column<JsonObject>[] = [
    { title: 'Name', value: (one) => textAt(one, 'name') },
    {
      title: 'Running',
      isNumber: true,
      value: (one) => <Shown text={units.count(numberAt(one, 'count'))} />,
      tone: (one) => (numberAt(one, 'count') === 0 ? 'critical-text' : ''),
    },
    { title: 'Processor', isNumber: true, value: (one) => <Shown text={units.percent(numberAt(one, 'cpu_percent'))} /> },
    { title: 'Memory', isNumber: true, value: (one) => <Shown text={units.bytes(numberAt(one, 'memory'), sizes)} /> },
  ];
  return (
    <Card title="Watched by name">
      <Table label="Watched processes" columns={columns} rows={list} nameOf={(one) => textAt(one, 'name')} />
    </Card>
  );
}

const ZOMBIE_COLUMNS: readonly Column<JsonObject>[] = [
  { title: 'Name', value: (one) => textAt(one, 'name') },
  { title: 'PID', isNumber: true, value: (one) => numberAt(one, 'pid') },
  {
    title: 'Parent, which should ask how it ended',
    value: (one) => (
      <>
        {textAt(one, 'parent_name')} <span className="faint number">{numberAt(one, 'parent_pid')}</span>
      </>
    ),
  },
  { title: 'Age', isNumber: true, value: (one) => duration((numberAt(one, 'age_seconds') ?? NaN) * 1000) },
];

function Zombies({ list }: { readonly list: readonly JsonObject[] }) {
  if (list.length === 0) return null;
  return (
    <Card title="Zombies">
      <Table label="Zombies" columns={ZOMBIE_COLUMNS} rows={list} nameOf={(one) => numberAt(one, 'pid')} />
    </Card>
  );
}
