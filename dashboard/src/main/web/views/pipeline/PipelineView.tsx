import { useScene } from '../../app/context';
import { usePreferences } from '../../app/preferences';
import { isObject, listAt, numberAt, objectAt, textAt, type JsonObject } from '../../model/json';
import { duration } from '../../format/time';
import * as units from '../../format/units';
import { Card, Shown } from '../../ui/parts';
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
      <div className="table-wrap" tabIndex={0} role="region" aria-label="Processes of Hostpulse">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">State</th>
              <th scope="col" className="num">PID</th>
              <th scope="col" className="num">Up for</th>
              <th scope="col" className="num">Restarts</th>
              <th scope="col" className="num">Memory</th>
              <th scope="col" className="num">Grows</th>
              <th scope="col" className="num">Processor</th>
              <th scope="col" className="num">Heartbeat</th>
              <th scope="col">Note</th>
            </tr>
          </thead>
          <tbody>
            {list.map((one) => (
              <ProcessRow key={textAt(one, 'name')} one={one} sizes={sizes} />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function ProcessRow({ one, sizes }: { readonly one: JsonObject; readonly sizes: units.SizeUnits }) {
  const state = textAt(one, 'state') ?? '';
  const growth = numberAt(objectAt(one, 'trend'), 'growth_rate_per_hour');
  const restarts = numberAt(one, 'restarts');
  const seconds = (name: string): string => duration((numberAt(one, name) ?? NaN) * 1000);
  const reasons = Array.isArray(one['reasons']) ? one['reasons'].map(String) : [];
  const note = textAt(one, 'condition') ?? (textAt(one, 'health') === 'settling' ? '' : reasons.join('; '));
  return (
    <tr>
      <th scope="row">{textAt(one, 'name')}</th>
      <td>
        <span className={`badge ${STATES[state] ?? 'critical'}`}>{state}</span>
      </td>
      <td className="num">{numberAt(one, 'pid') ?? units.NOTHING}</td>
      <td className="num">{seconds('uptime_seconds')}</td>
      <td className={`num ${(restarts ?? 0) > 0 ? 'warning-text' : ''}`}>{restarts ?? units.NOTHING}</td>
      <td className="num">{units.bytes(numberAt(one, 'pss') ?? numberAt(one, 'rss'), sizes)}</td>
      <td className="num">
        <Shown text={growth === undefined ? units.NOTHING : `${units.bytes(growth, sizes)}/h`} reason="not observed for long enough" />
      </td>
      <td className="num">
        <Shown text={units.percent(numberAt(one, 'cpu_percent'))} />
      </td>
      <td className="num">{seconds('heartbeat_age_seconds')}</td>
      <td className="small faint">
        <div className="note ellipsis tiny" title={note}>
          {note}
        </div>
      </td>
    </tr>
  );
}

function Streams({ list }: { readonly list: readonly JsonObject[] }) {
  const { units: sizes } = usePreferences();
  return (
    <Card title="Streams">
      <div className="table-wrap" tabIndex={0} role="region" aria-label="Streams">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col" className="num">Records</th>
              <th scope="col" className="num">Rate</th>
              <th scope="col" className="num">Files</th>
              <th scope="col" className="num">On disk</th>
              <th scope="col">Readers</th>
            </tr>
          </thead>
          <tbody>
            {list.map((stream) => (
              <tr key={textAt(stream, 'name')}>
                <th scope="row">{textAt(stream, 'name')}</th>
                {textAt(stream, 'problem') === undefined ? (
                  <>
                    <td className="num">{units.count(numberAt(stream, 'last_sequence'))}</td>
                    <td className="num">{units.perSecond(numberAt(stream, 'records_per_sec'))}</td>
                    <td className="num">{units.count(numberAt(stream, 'files'))}</td>
                    <td className="num">{units.bytes(numberAt(stream, 'bytes_on_disk'), sizes)}</td>
                    <td>
                      <Readers stream={stream} />
                    </td>
                  </>
                ) : (
                  <td colSpan={5} className="critical-text">
                    {textAt(stream, 'problem')}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

const MUCH_LAG = 100;

function Readers({ stream }: { readonly stream: JsonObject }) {
  const readers = Array.isArray(stream['consumers']) ? stream['consumers'].filter(isObject) : [];
  return (
    <span className="toolbar small">
      {readers.map((reader) => {
        const lag = numberAt(reader, 'lag') ?? 0;
        const lost = numberAt(reader, 'lost') ?? 0;
        return (
          <span key={textAt(reader, 'name')} className={lag > MUCH_LAG ? 'warning-text' : 'soft'}>
            {textAt(reader, 'name')} <span className="number">{lag === 0 ? 'has all' : `${units.count(lag)} behind`}</span>
            {lost > 0 && <span className="badge critical">lost {units.count(lost)}</span>}
          </span>
        );
      })}
    </span>
  );
}
