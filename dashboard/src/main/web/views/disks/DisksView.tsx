import { useScene } from '../../app/context';
import { usePreferences } from '../../app/preferences';
import { flagAt, listAt, numberAt, reasonFor, textAt, type JsonObject } from '../../model/json';
import { mounts, type Mount } from '../../model/machine';
import * as units from '../../format/units';
import { Bar, Card, Shown } from '../../ui/parts';
import { Loading } from '../Loading';
import { NoData } from '../NoData';
import { PastCharts } from '../period/PastCharts';
import { PeriodControls } from '../period/PeriodControls';
import { diskCharts } from './charts';

const FULL = 85;
const NEARLY_NOTHING_LEFT = 95;

export function DisksView() {
  const scene = useScene();
  const { units: sizes } = usePreferences();
  if (scene.message === undefined) return <Loading />;
  const snapshot = scene.snapshotOf('disk');
  if (snapshot === undefined) return <NoData stream="disk" />;
  const devices = listAt(snapshot, 'devices');
  return (
    <div className="stack">
      <Card title="Filesystems" end={<span className="small faint">the fullest first</span>}>
        <div className="mounts">
          {mounts(snapshot).map((mount) => (
            <MountLine key={mount.path} mount={mount} reason={mountReason(snapshot, mount)} />
          ))}
        </div>
      </Card>
      <PeriodControls />
      <PastCharts stream="disk" charts={diskCharts(snapshot, sizes)} />
      <Card title="Devices">
        {devices.length === 0 ? (
          <p className="small soft">{reasonFor(snapshot, 'devices') ?? 'There are none.'}</p>
        ) : (
          <div className="table-wrap" tabIndex={0} role="region" aria-label="Devices">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col" className="num">Read</th>
                  <th scope="col" className="num">Written</th>
                  <th scope="col" className="num">Reads</th>
                  <th scope="col" className="num">Writes</th>
                  <th scope="col" className="num">Queue</th>
                  <th scope="col" className="num">Busy</th>
                </tr>
              </thead>
              <tbody>
                {devices.map((device) => (
                  <DeviceRow key={textAt(device, 'name')} device={device} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Card>
    </div>
  );
}

/** The reason stands at the place in the snapshot, which is not the place on the page. */
function mountReason(snapshot: JsonObject, mount: Mount): string | undefined {
  return reasonFor(snapshot, `mounts[${listAt(snapshot, 'mounts').indexOf(mount.snapshot)}].percentage`);
}

function MountLine({ mount, reason }: { readonly mount: Mount; readonly reason: string | undefined }) {
  const { units: sizes } = usePreferences();
  const { snapshot, percentage } = mount;
  const tone = percentage === undefined ? '' : percentage >= NEARLY_NOTHING_LEFT ? 'critical' : percentage >= FULL ? 'warning' : '';
  const inodes = numberAt(snapshot, 'inodes_percentage');
  return (
    <div className="mount">
      <h3 className="ellipsis">
        {mount.path} {flagAt(snapshot, 'read_only') === true && <span className="badge">read only</span>}
      </h3>
      <span className={`number ${tone === '' ? '' : `${tone}-text`}`}>
        <Shown text={units.percent(percentage)} reason={reason} />
      </span>
      <Bar value={percentage} label={mount.path} tone={tone} />
      <p className="line small faint number">
        <span>
          {units.bytes(numberAt(snapshot, 'free'), sizes)} free of {units.bytes(numberAt(snapshot, 'total'), sizes)}
        </span>
        <span>{inodes === undefined ? '' : `${units.percent(inodes)} of files`}</span>
        <span>
          {textAt(snapshot, 'device')} {textAt(snapshot, 'type')}
        </span>
        {percentage === undefined && reason !== undefined && <span className="warning-text">{reason}</span>}
      </p>
    </div>
  );
}

function DeviceRow({ device }: { readonly device: JsonObject }) {
  const { units: sizes } = usePreferences();
  const busy = numberAt(device, 'busy_percent');
  return (
    <tr>
      <th scope="row">{textAt(device, 'name')}</th>
      <td className="num">{units.bytesPerSecond(numberAt(device, 'read_bytes_per_sec'), sizes)}</td>
      <td className="num">{units.bytesPerSecond(numberAt(device, 'write_bytes_per_sec'), sizes)}</td>
      <td className="num">{units.perSecond(numberAt(device, 'reads_per_sec'))}</td>
      <td className="num">{units.perSecond(numberAt(device, 'writes_per_sec'))}</td>
      <td className="num">
        <Shown text={units.decimal(numberAt(device, 'queue_depth'))} />
      </td>
      <td className={`num ${(busy ?? 0) > 90 ? 'warning-text' : ''}`}>
        <Shown text={units.percent(busy)} />
      </td>
    </tr>
  );
}
