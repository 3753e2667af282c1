import { useScene } from '../../app/context';
import { usePreferences } from '../../app/preferences';
import { link } from '../../app/routes';
import { Sparkline } from '../../chart/Sparkline';
import { listAt, numberAt, objectAt, textAt } from '../../model/json';
import { absentSources, verdict, type Absent } from '../../model/machine';
import { duration } from '../../format/time';
import * as units from '../../format/units';
import { Gauge } from '../../ui/Gauge';
import { Icon } from '../../ui/Icon';
import { Card, Shown } from '../../ui/parts';
import { AlertRow } from '../alerts/AlertRow';
import { Loading } from '../Loading';
import { tiles, type Tile } from './tiles';
import { TopProcesses } from './TopProcesses';

const MOST_ALERTS = 5;

export function OverviewView() {
  const scene = useScene();
  const { units: sizes } = usePreferences();
  if (scene.message === undefined) return <Loading />;
  const alerts = scene.alerts.list();
  const absent = absentSources(scene.snapshotOf('pipeline'));
  return (
    <div className="stack">
      <Summary />
      {alerts.length > 0 && (
        <Card title="Alerts that are on" end={<a href={link('alerts')}>all alerts</a>}>
          <ul className="alert-rows">
            {alerts.slice(0, MOST_ALERTS).map((alert) => (
              <AlertRow key={alert.id} alert={alert} now={scene.serverNow()} />
            ))}
          </ul>
          {alerts.length > MOST_ALERTS && <p className="small faint">and {alerts.length - MOST_ALERTS} more</p>}
        </Card>
      )}
      <div className="tiles">
        {tiles(scene, sizes).map((tile) => (
          <SourceTile key={tile.stream} tile={tile} />
        ))}
        {absent.length > 0 && <AbsentTile absent={absent} />}
      </div>
      <TopProcesses process={scene.snapshotOf('process')} />
      <HostFacts />
    </div>
  );
}

function Summary() {
  const scene = useScene();
  const { tone, title, detail } = verdict(scene, scene.alerts.list());
  return (
    <section className={`summary ${tone}`} aria-label="In short">
      <span className="summary-mark">
        <Icon name={tone === 'ok' ? 'check' : tone === 'none' || tone === 'stale' || tone === 'unknown' ? 'none' : 'alerts'} />
      </span>
      <div>
        <p className="summary-title">{title}</p>
        <p className="small soft">{detail}</p>
      </div>
    </section>
  );
}

const NOTES: Readonly<Record<Tile['tone'], string>> = {
  critical: 'critical',
  warning: 'warning',
  none: 'no data',
  stale: 'old',
  ok: '',
};

function SourceTile({ tile }: { readonly tile: Tile }) {
  const scene = useScene();
  const fresh = scene.freshness(tile.stream);
  const tone = tile.tone === 'critical' || tile.tone === 'warning' ? tile.tone : '';
  return (
    <a className={`card tile ${tile.tone}`} href={link(tile.view)}>
      <div className="tile-head">
        <h2>{tile.title}</h2>
        {tile.tone !== 'ok' && <span className={`badge ${tone}`}>{NOTES[tile.tone]}</span>}
        {fresh.state === 'stale' && <span className="tiny faint number">{duration(fresh.ageMs)}</span>}
      </div>
      {fresh.state === 'none' ? (
        <p className="tile-reason small">{fresh.reason}</p>
      ) : (
        <>
          <div className="tile-body">
            <div>
              <p className="figure">
                <Shown text={tile.figure} reason={tile.reason} />
              </p>
              {tile.detail.map((line) => (
                <p key={line} className="small soft ellipsis number">
                  {line}
                </p>
              ))}
            </div>
            {tile.hasGauge && <Gauge value={tile.gauge} label={tile.title} tone={tone} />}
          </div>
          {tile.spark !== undefined && tile.spark.field !== '' && (
            <Sparkline
              stream={tile.stream}
              field={tile.spark.field}
              {...(tile.spark.second === undefined ? {} : { second: tile.spark.second })}
              {...(tile.spark.ceiling === undefined ? {} : { ceiling: tile.spark.ceiling })}
              tone={tile.tone === 'critical' ? 'critical-strong' : tile.tone === 'warning' ? 'warning-strong' : 'chart-1'}
            />
          )}
        </>
      )}
    </a>
  );
}

/** Not a failure, and nothing to be asked about: what this machine does not have. */
function AbsentTile({ absent }: { readonly absent: readonly Absent[] }) {
  return (
    <section className="card tile absent">
      <div className="tile-head">
        <h2>Not on this machine</h2>
      </div>
      <dl>
        {absent.map((source) => (
          <div key={source.stream}>
            <dt>{source.stream}</dt>
            <dd className="tiny faint" title={source.reason}>
              {source.reason}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function HostFacts() {
  const scene = useScene();
  const { units: sizes } = usePreferences();
  const system = scene.snapshotOf('system');
  if (system === undefined) return null;
  const uptime = numberAt(system, 'uptime_seconds');
  const users = objectAt(system, 'users');
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Host', textAt(system, 'hostname')],
    ['System', textAt(system, 'os_distribution') ?? textAt(system, 'os_name')],
    ['Kernel', textAt(system, 'os_release')],
    ['Architecture', textAt(system, 'machine')],
    ['Processor', textAt(system, 'processor')],
    ['Memory', units.bytes(numberAt(scene.snapshotOf('memory'), 'total'), sizes)],
    ['Running for', uptime === undefined ? undefined : duration(uptime * 1000)],
    ['Logged in', numberAt(users, 'count') === undefined ? undefined : `${numberAt(users, 'count')} (${names(listAt(users, 'sessions'))})`],
    ['Failed units', systemdUnits(objectAt(system, 'systemd'))],
  ];
  return (
    <Card title="This machine">
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== undefined && value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="number">{value}</dd>
            </div>
          ))}
      </dl>
    </Card>
  );
}

function names(sessions: readonly ReturnType<typeof objectAt>[]): string {
  return [...new Set(sessions.map((session) => textAt(session, 'user') ?? '?'))].join(', ') || 'nobody';
}

function systemdUnits(systemd: ReturnType<typeof objectAt>): string | undefined {
  const failed = numberAt(systemd, 'failed_count');
  const listed = systemd['failed_units'];
  if (failed === undefined || failed === 0) return failed === undefined ? undefined : 'none';
  return Array.isArray(listed) ? listed.slice(0, 5).map(String).join(', ') : String(failed);
}
