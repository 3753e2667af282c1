import { useScene } from '../../app/context';
import { usePreferences } from '../../app/preferences';
import { isObject, listAt, numberAt, objectAt, textAt, type JsonObject } from '../../model/json';
import { duration } from '../../format/time';
import * as units from '../../format/units';
import { Card, Shown } from '../../ui/parts';
import { Table, type Column } from '../../ui/Table';
import { Loading } from '../Loading';
import { NoData } from '../NoData';
import { PastCharts } from '../period/PastCharts';
import { PeriodControls } from '../period/PeriodControls';
import { pipelineCharts } from './charts';

export function PipelineView() {
  const scene = useScene();
  const { units: sizes } = usePreferences();
  if (scene.message === undefined) return <Loading />;
  const snapshot = scene.snapshotOf('pipeline');
  if (snapshot === undefined) return <NoData stream="pipeline" />;
  const warnings = snapshot['warnings'];
  return (
    <div className="stack">
      <Card>
        <dl className="flow">
          <Figure name="health" value={textAt(snapshot, 'health') ?? units.NOTHING} />
          <Figure name="processes running" value={`${units.count(numberAt(snapshot, 'running_count'))} of ${units.count(numberAt(snapshot, 'process_count'))}`} />
          <Figure name="memory, shared pages in part" value={units.bytes(numberAt(snapshot, 'pss'), sizes)} />
          <Figure name="of a core" value={units.percent(numberAt(snapshot, 'cpu_percent'))} />
          <Figure name="records on disk" value={units.bytes(numberAt(snapshot, 'disk_bytes'), sizes)} />
          <Figure name="this page was skipped" value={units.count(scene.skipped)} />
        </dl>
        {Array.isArray(warnings) &&
          warnings.map((warning, i) => (
            <p key={i} className="message">
              {String(warning)}
            </p>
          ))}
      </Card>
      <PeriodControls />
      <PastCharts stream="pipeline" charts={pipelineCharts(sizes)} />
      <Processes list={listAt(snapshot, 'processes')} />
      <Streams list={listAt(snapshot, 'streams')} />
    </div>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Shown text={value} />
      </dd>
    </div>
  );
}

const STATES: Readonly<Record<string, string>> = { running: 'ok', absent: '', stopped: '', starting: 'info', backoff: 'warning' };

function Processes({ list }: { readonly list: readonly JsonObject[] }) {
  const { units: sizes } = usePreferences();
  return (
    <Card title="Processes">
      <Table label="Processes of Hostpulse" columns={processColumns(sizes)} rows={list} nameOf={(one) => textAt(one, 'name')} />
    </Card>
  );
}

function processColumns(sizes: units.SizeUnits): Column<JsonObject>[] {
  return [
    { title: 'Name', value: (one) => textAt(one, 'name') },
    { title: 'State', value: (one) => <span className={`badge ${STATES[textAt(one, 'state') ?? ''] ?? 'critical'}`}>{textAt(one, 'state')}</span> },
    { title: 'PID', isNumber: true, value: (one) => numberAt(one, 'pid') ?? units.NOTHING },
    { title: 'Up for', isNumber: true, value: (one) => seconds(one, 'uptime_seconds') },
    {
      title: 'Restarts',
      isNumber: true,
      value: (one) => numberAt(one, 'restarts') ?? units.NOTHING,
      tone: (one) => ((numberAt(one, 'restarts') ?? 0) > 0 ? 'warning-text' : ''),
    },
    { title: 'Memory', isNumber: true, value: (one) => units.bytes(numberAt(one, 'pss') ?? numberAt(one, 'rss'), sizes) },
    { title: 'Grows', isNumber: true, value: (one) => <Shown text={growth(one, sizes)} reason="not observed for long enough" /> },
    { title: 'Processor', isNumber: true, value: (one) => <Shown text={units.percent(numberAt(one, 'cpu_percent'))} /> },
    { title: 'Heartbeat', isNumber: true, value: (one) => seconds(one, 'heartbeat_age_seconds') },
    { title: 'Note', value: (one) => <div className="note ellipsis tiny faint">{noteOf(one)}</div>, hint: noteOf },
  ];
}

function seconds(one: JsonObject, field: string): string {
  return duration((numberAt(one, field) ?? NaN) * 1000);
}

function growth(one: JsonObject, sizes: units.SizeUnits): string {
  const rate = numberAt(objectAt(one, 'trend'), 'growth_rate_per_hour');
  return rate === undefined ? units.NOTHING : `${units.bytes(rate, sizes)}/h`;
}

function noteOf(one: JsonObject): string {
  const reasons = Array.isArray(one['reasons']) ? one['reasons'].map(String) : [];
  return textAt(one, 'condition') ?? (textAt(one, 'health') === 'settling' ? '' : reasons.join('; '));
}

function Streams({ list }: { readonly list: readonly JsonObject[] }) {
  const { units: sizes } = usePreferences();
  return (
    <Card title="Streams">
      <Table
        label="Streams"
        columns={streamColumns(sizes)}
        rows={list}
        nameOf={(stream) => textAt(stream, 'name')}
        instead={(stream) => {
          const problem = textAt(stream, 'problem');
          return problem === undefined ? undefined : <span className="critical-text">{problem}</span>;
        }}
      />
    </Card>
  );
}

function streamColumns(sizes: units.SizeUnits): Column<JsonObject>[] {
  return [
    { title: 'Name', value: (stream) => textAt(stream, 'name') },
    { title: 'Records', isNumber: true, value: (stream) => units.count(numberAt(stream, 'last_sequence')) },
    { title: 'Rate', isNumber: true, value: (stream) => units.perSecond(numberAt(stream, 'records_per_sec')) },
    { title: 'Files', isNumber: true, value: (stream) => units.count(numberAt(stream, 'files')) },
    { title: 'On disk', isNumber: true, value: (stream) => units.bytes(numberAt(stream, 'bytes_on_disk'), sizes) },
    { title: 'Readers', value: (stream) => <Readers stream={stream} /> },
  ];
}

const MUCH_LAG = 100;

function behind(lag: number | undefined): string {
  if (lag === undefined) return 'is not known';
  return lag === 0 ? 'has all' : `${units.count(lag)} behind`;
}

function Readers({ stream }: { readonly stream: JsonObject }) {
  const readers = Array.isArray(stream['consumers']) ? stream['consumers'].filter(isObject) : [];
  return (
    <span className="toolbar small">
      {readers.map((reader) => {
        const lag = numberAt(reader, 'lag');
        const lost = numberAt(reader, 'lost') ?? 0;
        return (
          <span key={textAt(reader, 'name')} className={(lag ?? 0) > MUCH_LAG ? 'warning-text' : 'soft'}>
            {textAt(reader, 'name')} <span className="number">{behind(lag)}</span>
            {lost > 0 && <span className="badge critical">lost {units.count(lost)}</span>}
          </span>
        );
      })}
    </span>
  );
}
