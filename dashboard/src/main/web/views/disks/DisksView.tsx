import { useScene } from '../../app/context';
import { usePreferences } from '../../app/preferences';
import { flagAt, listAt, numberAt, reasonFor, textAt, type JsonObject } from '../../model/json';
import { mounts, type Mount } from '../../model/machine';
import * as units from '../../format/units';
import { Bar, Card, Shown } from '../../ui/parts';
import { Table, type Column } from '../../ui/Table';
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
          <Table label="Devices" columns={deviceColumns(sizes)} rows={devices} nameOf={(device) => textAt(device, 'name')} />
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

const OFTEN_BUSY = 90;

function deviceColumns(sizes: units.SizeUnits): Column<JsonObject>[] {
  const number = (title: string, text: (device: JsonObject) => string): Column<JsonObject> => ({
    title,
    isNumber: true,
    value: (device) => <Shown text={text(device)} />,
  });
  return [
    { title: 'Name', value: (device) => textAt(device, 'name') },
    number('Read', (device) => units.bytesPerSecond(numberAt(device, 'read_bytes_per_sec'), sizes)),
    number('Written', (device) => units.bytesPerSecond(numberAt(device, 'write_bytes_per_sec'), sizes)),
    number('Reads', (device) => units.perSecond(numberAt(device, 'reads_per_sec'))),
    number('Writes', (device) => units.perSecond(numberAt(device, 'writes_per_sec'))),
    number('Queue', (device) => units.decimal(numberAt(device, 'queue_depth'))),
    {
      ...number('Busy', (device) => units.percent(numberAt(device, 'busy_percent'))),
      tone: (device) => ((numberAt(device, 'busy_percent') ?? 0) > OFTEN_BUSY ? 'warning-text' : ''),
    },
  ];
}
