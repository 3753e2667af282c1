import type { ChartSpec } from '../../chart/chartSpec';
import { listAt, textAt, type JsonObject } from '../../model/json';
import { mounts } from '../../model/machine';
import * as units from '../../format/units';

const MOST_LINES = 6;

/** How full the fullest filesystems are, and what the devices do. */
export function diskCharts(snapshot: JsonObject, sizes: units.SizeUnits): ChartSpec[] {
  const names = listAt(snapshot, 'devices').slice(0, MOST_LINES).map((device, i) => textAt(device, 'name') ?? String(i));
  const perDevice = (field: string) => names.map((name, i) => ({ stream: 'disk', field: `devices[${name}].${field}`, label: name, tone: i + 1 }));
  const charts: ChartSpec[] = [
    {
      title: 'Bytes moved',
      format: (value) => units.bytesPerSecond(value, sizes),
      isBinary: sizes === 'binary',
      lines: [
        { stream: 'disk', field: 'read_bytes_per_sec', label: 'read', tone: 1, isFilled: true },
        { stream: 'disk', field: 'write_bytes_per_sec', label: 'written', tone: 2 },
      ],
    },
    { title: 'Time in which a disk was busy', format: units.percent, ceiling: 100, lines: perDevice('busy_percent') },
    {
      title: 'How full the fullest are',
      format: units.percent,
      ceiling: 100,
      lines: mounts(snapshot)
        .slice(0, MOST_LINES)
        .map(({ path }, i) => ({ stream: 'disk', field: `mounts[${path}].percentage`, label: path, tone: i + 1 })),
    },
    { title: 'Requests that wait', format: units.decimal, lines: perDevice('queue_depth') },
  ];
  return charts.filter((chart) => chart.lines.length > 0);
}
