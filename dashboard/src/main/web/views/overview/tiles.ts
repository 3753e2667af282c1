import { listAt, numberAt, objectAt, reasonFor, textAt, type JsonObject } from '../../model/json';
import { isSource } from '../../model/fields';
import type { Scene } from '../../model/scene';
import { mounts, pressureOf, rank, toneOf, type Tone } from '../../model/machine';
import * as units from '../../format/units';

export interface Tile {
  readonly stream: string;
  readonly title: string;
  readonly view: string;
  readonly tone: Tone;
  readonly figure: string;
  readonly reason?: string | undefined;
  /** Percent; absent when the value has no natural end. */
  readonly gauge?: number | undefined;
  readonly hasGauge: boolean;
  readonly detail: readonly string[];
  readonly spark?: { readonly field: string; readonly second?: string; readonly ceiling?: number; readonly label: string };
}

type Content = Omit<Tile, 'stream' | 'tone'>;

/** A tile for each source that the server knows, the worst first and otherwise always in the same order. */
export function tiles(scene: Scene, sizes: units.SizeUnits): Tile[] {
  const known = scene.message === undefined ? [] : Object.keys({ ...scene.message.streams, ...scene.message.no_data });
  const order = [...Object.keys(CONTENT), ...known.filter((stream) => !(stream in CONTENT)).sort()];
  return order
    .filter((stream) => known.includes(stream) && isSource(stream))
    .map((stream) => ({ stream, tone: toneOf(scene, stream), ...content(stream, scene.snapshotOf(stream), sizes) }))
    .sort((a, b) => rank(a.tone) - rank(b.tone));
}

function content(stream: string, snapshot: JsonObject | undefined, sizes: units.SizeUnits): Content {
  return (CONTENT[stream] ?? own(stream))(snapshot ?? {}, sizes);
}

const CONTENT: Readonly<Record<string, (snapshot: JsonObject, sizes: units.SizeUnits) => Content>> = {
  processor: (snapshot) => ({
    title: 'Processor',
    view: 'performance',
    ...share(numberAt(snapshot, 'usage_percent')),
    reason: reasonFor(snapshot, 'usage_percent'),
    detail: [
      `${units.count(numberAt(snapshot, 'logical_count'))} cores, ${units.megahertz(numberAt(snapshot, 'frequency_current'))}`,
      `load ${['load_1m', 'load_5m', 'load_15m'].map((name) => numberAt(snapshot, name)?.toFixed(1) ?? units.NOTHING).join(' ')}`,
    ],
    spark: { field: 'usage_percent', ceiling: 100, label: 'use of the processor' },
  }),
  memory: (snapshot, sizes) => ({
    title: 'Memory',
    view: 'performance',
    ...share(numberAt(snapshot, 'percentage')),
    reason: reasonFor(snapshot, 'percentage'),
    detail: [
      `${units.bytes(numberAt(snapshot, 'used'), sizes)} of ${units.bytes(numberAt(snapshot, 'total'), sizes)}`,
      swap(objectAt(snapshot, 'swap'), sizes),
    ],
    spark: { field: 'percentage', ceiling: 100, label: 'use of memory' },
  }),
  disk: (snapshot, sizes) => {
    const fullest = mounts(snapshot)[0];
    return {
      title: fullest === undefined ? 'Disks' : `Disk ${fullest.path}`,
      view: 'disks',
      ...share(fullest?.percentage),
      reason: reasonFor(snapshot, 'percentage'),
      detail: [
        `${units.bytes(numberAt(fullest?.snapshot, 'free'), sizes)} free`,
        `${units.bytesPerSecond(moved(snapshot), sizes)} moved`,
      ],
      spark: { field: 'write_bytes_per_sec', second: 'read_bytes_per_sec', label: 'bytes written and read' },
    };
  },
  network: (snapshot, sizes) => ({
    title: 'Network',
    view: 'network',
    hasGauge: false,
    figure: units.bytesPerSecond(numberAt(snapshot, 'bytes_recv_per_sec'), sizes),
    reason: reasonFor(snapshot, 'bytes_recv_per_sec'),
    detail: [
      `received; sent ${units.bytesPerSecond(numberAt(snapshot, 'bytes_sent_per_sec'), sizes)}`,
      troubles(snapshot),
    ],
    spark: { field: 'bytes_recv_per_sec', second: 'bytes_sent_per_sec', label: 'bytes received and sent' },
  }),
  gpu: (snapshot) => {
    const cards = listAt(snapshot, 'gpus');
    const first = cards[0];
    return {
      title: cards.length > 1 ? `${cards.length} graphics cards` : 'Graphics card',
      view: 'gpu',
      ...share(numberAt(first, 'gpu_usage_percent')),
      reason: reasonFor(snapshot, 'gpus[0].gpu_usage_percent'),
      detail: [
        textAt(first, 'name') ?? 'asleep',
        `${units.celsius(numberAt(first, 'temperature'))}, ${units.watts(numberAt(first, 'power_draw'))}`,
      ],
      spark: { field: `gpus[${textAt(first, 'name') ?? '0'}].gpu_usage_percent`, ceiling: 100, label: 'use of the graphics card' },
    };
  },
  sensors: (snapshot) => ({
    title: 'Sensors',
    view: 'performance',
    hasGauge: false,
    figure: units.celsius(numberAt(snapshot, 'temperature_max')),
    reason: reasonFor(snapshot, 'temperature_max'),
    detail: [
      `the warmest of ${listAt(snapshot, 'temperatures').length}`,
      ...listAt(snapshot, 'batteries').slice(0, 1).map((battery) => `battery ${units.percent(numberAt(battery, 'percentage'))}`),
    ],
    spark: { field: 'temperature_max', label: 'the highest temperature' },
  }),
  system: (snapshot) => ({
    title: 'Pressure',
    view: 'performance',
    hasGauge: false,
    figure: units.percent(pressureOf(snapshot, 'cpu')),
    reason: reasonFor(snapshot, 'pressure.cpu') ?? reasonFor(snapshot, 'pressure'),
    detail: [
      'of the time tasks wait for a core',
      `memory ${units.percent(pressureOf(snapshot, 'memory'))}, disks ${units.percent(pressureOf(snapshot, 'io'))}`,
    ],
    spark: { field: 'pressure.cpu.some.avg10', label: 'waiting for the processor' },
  }),
  process: (snapshot) => {
    const states = objectAt(snapshot, 'states');
    const zombies = numberAt(states, 'zombie');
    return {
      title: 'Processes',
      view: 'processes',
      hasGauge: false,
      figure: units.count(numberAt(snapshot, 'total')),
      detail: [
        `${units.count(numberAt(snapshot, 'threads'))} threads, ${units.count(numberAt(states, 'running'))} running`,
        `${units.count(numberAt(states, 'disk_sleep'))} waiting for a disk, ${units.count(zombies)} zombies`,
      ],
      spark: { field: 'total', label: 'number of processes' },
    };
  },
  pipeline: (snapshot, sizes) => ({
    title: 'Hostpulse itself',
    view: 'pipeline',
    hasGauge: false,
    figure: units.bytes(numberAt(snapshot, 'pss') ?? numberAt(snapshot, 'rss'), sizes),
    reason: reasonFor(snapshot, 'pss'),
    detail: [
      `${units.count(numberAt(snapshot, 'running_count'))} processes, ${units.percent(numberAt(snapshot, 'cpu_percent'))} of a core`,
      `${units.bytes(numberAt(snapshot, 'disk_bytes'), sizes)} of records on disk`,
    ],
    spark: { field: 'rss', label: 'memory of Hostpulse' },
  }),
};

/** A source of the user's own: its first value. */
function own(stream: string): (snapshot: JsonObject) => Content {
  return (snapshot) => {
    const values = objectAt(snapshot, 'values');
    const names = Object.keys(values).filter((name) => numberAt(values, name) !== undefined);
    const response = numberAt(snapshot, 'response_time_ms');
    const first = names[0];
    const field = response !== undefined ? 'response_time_ms' : first === undefined ? '' : `values.${first}`;
    return {
      title: stream,
      view: 'performance',
      hasGauge: false,
      figure: response !== undefined ? `${units.decimal(response)} ms` : units.short(first === undefined ? undefined : numberAt(values, first)),
      detail: [first === undefined ? 'of your own' : first, `${names.length} values`],
      spark: { field, label: stream },
    };
  };
}

function share(value: number | undefined): Pick<Tile, 'figure' | 'gauge' | 'hasGauge'> {
  return { figure: units.percent(value), gauge: value, hasGauge: true };
}

/** Not known when a part is not. */
function moved(disk: JsonObject): number | undefined {
  const read = numberAt(disk, 'read_bytes_per_sec');
  const written = numberAt(disk, 'write_bytes_per_sec');
  return read === undefined || written === undefined ? undefined : read + written;
}

function swap(memory: JsonObject, sizes: units.SizeUnits): string {
  const total = numberAt(memory, 'total');
  if (total === 0) return 'no swap';
  return `swap ${units.bytes(numberAt(memory, 'used'), sizes)} of ${units.bytes(total, sizes)}`;
}

export function troubles(snapshot: JsonObject): string {
  const parts = ['errors_in', 'errors_out', 'drops_in', 'drops_out'].map((name) => numberAt(snapshot, `${name}_per_sec`));
  const sum = parts.reduce<number>((all, part) => all + (part ?? 0), 0);
  if (sum > 0) return `${units.perSecond(sum)} errors and drops`;
  // What is known of one direction says nothing of the other.
  return parts.includes(undefined) ? 'errors not known' : 'no errors, no drops';
}
