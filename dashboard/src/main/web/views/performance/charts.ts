import type { ChartSpec } from '../../chart/chartSpec';
import type { Line } from '../../chart/TimeChart';
import { listAt, numberAt, textAt, type JsonObject } from '../../model/json';
import type { Scene } from '../../model/scene';
import * as units from '../../format/units';

export interface ChartGroup {
  readonly title: string;
  readonly stream: string;
  readonly charts: readonly ChartSpec[];
}

const MOST_LINES = 6;

/** The charts of every source that has something to draw. */
export function chartGroups(scene: Scene, sizes: units.SizeUnits): ChartGroup[] {
  const rate = (value: number): string => units.bytesPerSecond(value, sizes);
  const bytes = (value: number): string => units.bytes(value, sizes);
  const sized = (spec: ChartSpec): ChartSpec => ({ ...spec, isBinary: sizes === 'binary' });
  const known = new Set(scene.recorder.streams());
  const groups: ChartGroup[] = [
    group('Processor', 'processor', [
      chart('Use', 'processor', units.percent, { user_percent: 'programs', system_percent: 'kernel', iowait_percent: 'waiting for disks', steal_percent: 'stolen' }, 100, 'usage_percent', 'all'),
      chart('Load', 'processor', units.decimal, { load_1m: '1 min', load_5m: '5 min', load_15m: '15 min' }),
    ]),
    group('Memory', 'memory', [
      chart('Use of memory', 'memory', units.percent, { 'swap.percentage': 'swap' }, 100, 'percentage', 'memory'),
      sized(chart('Where it is', 'memory', bytes, { used: 'programs', cached: 'cache', free: 'free' })),
    ]),
    group('Disks', 'disk', [
      sized(chart('Bytes moved', 'disk', rate, { read_bytes_per_sec: 'read', write_bytes_per_sec: 'written' })),
      chart('Operations', 'disk', units.perSecond, { reads_per_sec: 'reads', writes_per_sec: 'writes' }),
    ]),
    group('Network', 'network', [
      sized(chart('Traffic', 'network', rate, { bytes_recv_per_sec: 'received', bytes_sent_per_sec: 'sent' })),
      chart('Errors and drops', 'network', units.perSecond, { errors_in_per_sec: 'errors in', errors_out_per_sec: 'errors out', drops_in_per_sec: 'drops in', drops_out_per_sec: 'drops out' }),
    ]),
    group('System', 'system', [
      chart('Time in which tasks waited', 'system', units.percent, { 'pressure.cpu.some.avg10': 'for the processor', 'pressure.memory.some.avg10': 'for memory', 'pressure.io.some.avg10': 'for disks' }, 100),
      chart('Switches between tasks', 'system', units.perSecond, { 'kernel.context_switches_per_sec': 'switches', 'kernel.interrupts_per_sec': 'interrupts' }),
    ]),
    gpu(scene.snapshotOf('gpu')),
    sensors(scene.snapshotOf('sensors')),
  ];
  const shown = groups.filter((one) => known.has(one.stream) && one.charts.length > 0);
  const named = new Set([...groups.map((one) => one.stream), 'process', 'pipeline']);
  return [...shown, ...scene.recorder.streams().filter((stream) => !named.has(stream)).map((stream) => own(scene, stream))].filter((one) => one.charts.length > 0);
}

function group(title: string, stream: string, charts: readonly ChartSpec[]): ChartGroup {
  return { title, stream, charts };
}

function chart(
  title: string,
  stream: string,
  format: (value: number) => string,
  fields: Readonly<Record<string, string>>,
  ceiling?: number,
  main?: string,
  mainLabel = '',
): ChartSpec {
  const all = [...(main === undefined ? [] : [[main, mainLabel] as const]), ...Object.entries(fields)];
  const lines = all.map(([field, label], i) => ({ stream, field, label, tone: i + 1, isFilled: i === 0 }));
  return { title, format, lines, ...(ceiling === undefined ? {} : { ceiling }) };
}

function gpu(snapshot: JsonObject | undefined): ChartGroup {
  const cards = listAt(snapshot, 'gpus').slice(0, MOST_LINES);
  const lines = (field: string): Line[] =>
    cards.map((card, i) => {
      const name = textAt(card, 'name') ?? String(i);
      return { stream: 'gpu', field: `gpus[${name}].${field}`, label: name, tone: i + 1 };
    });
  if (cards.length === 0) return group('Graphics', 'gpu', []);
  return group('Graphics', 'gpu', [
    { title: 'Use', format: units.percent, ceiling: 100, lines: lines('gpu_usage_percent') },
    { title: 'Temperature', format: units.celsius, lines: lines('temperature') },
  ]);
}

function sensors(snapshot: JsonObject | undefined): ChartGroup {
  if (numberAt(snapshot, 'temperature_max') === undefined) return group('Sensors', 'sensors', []);
  return group('Sensors', 'sensors', [chart('The warmest', 'sensors', units.celsius, { temperature_max: 'warmest' })]);
}

/** A source of the user's own: its first values, each in a chart, for their units differ. */
function own(scene: Scene, stream: string): ChartGroup {
  const fields = scene.recorder.of(stream).track.fields().slice(0, MOST_LINES);
  return group(stream, stream, fields.map((field) => chart(field.replace(/^values\./, ''), stream, units.short, { [field]: 'value' })));
}
