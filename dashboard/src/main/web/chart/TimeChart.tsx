import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import { useSceneSource } from '../app/context';
import type { BandRows } from '../model/bands';
import { joined } from '../model/history';
import type { Scene } from '../model/scene';
import { clock } from '../format/time';
import { NOTHING } from '../format/units';
import { ChartTools, type Drawn } from './ChartTools';
import { chartRows } from './chartRows';
import { aligned, lastAt, shifted, type AlignedRows } from './comparedRows';
import { color, useColors } from './colors';
import type { Hole } from './holes';
import { isolated } from './isolated';
import { shadeHoles, shadeHolesBelow, drawMarks, drawThresholds, type Mark, type Threshold } from './overlays';
import { Pace } from './pace';

export interface Line {
  readonly stream: string;
  readonly field: string;
  readonly label: string;
  /** 1 to 6. */
  readonly tone: number;
  readonly isFilled?: boolean;
}

/** The last minutes, which go on; or a period, which stands. */
export type TimeWindow = { readonly minutes: number } | { readonly from: number; readonly to: number };

export function bounds(window: TimeWindow, now: number): readonly [number, number] {
  return 'minutes' in window ? [now - window.minutes * 60_000, now] : [window.from, window.to];
}

/** An earlier period, drawn dimmed under the one that is shown. */
export interface Compared {
  readonly past: ReadonlyMap<string, BandRows>;
  /** How much earlier, in milliseconds. */
  readonly shift: number;
  readonly label: string;
}

export interface TimeChartProps {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly format: (value: number) => string;
  /** The upper edge, when the value has a natural one. */
  readonly ceiling?: number;
  /** What must fit besides the values, such as a threshold. */
  readonly reach?: number;
  readonly window: TimeWindow;
  readonly past?: ReadonlyMap<string, BandRows> | undefined;
  readonly compared?: Compared | undefined;
  readonly marks?: readonly Mark[];
  readonly thresholds?: readonly Threshold[];
  readonly height?: number;
  /** Whether round values are those of memory: 512 MB and not 500. */
  readonly isBinary?: boolean;
  /** Charts of one group share the cursor. */
  readonly group?: string;
  readonly onZoom?: (from: number, to: number) => void;
  /** Is told when the chart was drawn: for what lies over it. */
  readonly onDraw?: (chart: uPlot) => void;
}

const POWERS_OF_TWO = Array.from({ length: 56 }, (_, i) => 2 ** i);

interface Rows extends AlignedRows {
  readonly holes: readonly Hole[];
  readonly holesThen: readonly Hole[];
}

const EMPTY: Rows = { times: [], lines: [], then: [], holes: [], holesThen: [] };

function rowsOf(scene: Scene, props: TimeChartProps, from: number, to: number): Rows {
  const { lines, past, compared } = props;
  const now = chartRows(
    lines.map((line) => joined(past?.get(line.field), scene.recorder.of(line.stream).since(from, line.field))),
    from,
    to,
  );
  if (compared === undefined) return { ...now, then: [], holesThen: [] };
  const { shift } = compared;
  const then = chartRows(
    lines.map((line) =>
      shifted(joined(compared.past.get(line.field), scene.recorder.of(line.stream).since(from - shift, line.field)), shift),
    ),
    from,
    to,
  );
  return { ...aligned(now, then), holes: now.holes, holesThen: then.holes };
}

/** Lines over time on a canvas. It is fed past React: twice a second is too often to build a tree for. */
export function TimeChart(props: TimeChartProps) {
  const { title, lines, compared, height = 168 } = props;
  const place = useRef<HTMLDivElement>(null);
  const readout = useRef<HTMLUListElement>(null);
  const latest = useRef(props);
  const drawn = useRef<Drawn>(undefined);
  const redraw = useRef<() => void>(() => undefined);
  const scene = useSceneSource();
  const colors = useColors();
  const isCompared = compared !== undefined;
  const shape = lines.map((line) => `${line.stream} ${line.field} ${line.label}`).join('\n');

  const asked = appearance(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => redraw.current(), [asked, props.past, compared?.past]);

  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    let rows = EMPTY;
    const chart = new uPlot(options(latest, () => rows, (index) => tell(readout.current, latest.current, rows, index)), [[]], element);
    const update = (): void => {
      const now = scene.serverNow();
      const [from, to] = bounds(latest.current.window, now);
      rows = rowsOf(scene, latest.current, from, to);
      chart.batch(() => {
        chart.setData(columns(rows), false);
        chart.setScale('x', { min: from / 1000, max: to / 1000 });
        chart.setScale('y', range(rows, latest.current));
      });
      drawn.current = { rows, canvas: chart.ctx.canvas };
      tell(readout.current, latest.current, rows, chart.cursor.idx ?? undefined);
    };
    const pace = new Pace(
      element,
      () => scene.serverNow(),
      () => latest.current.window,
      update,
      () => tellNewest(readout.current, latest.current, scene, chart.cursor.idx ?? undefined),
    );
    redraw.current = pace.soon;
    const stop = scene.subscribe(pace.follow);
    const observer = new ResizeObserver(() => chart.setSize({ width: element.clientWidth, height }));
    observer.observe(element);
    return () => {
      stop();
      pace.stop();
      observer.disconnect();
      redraw.current = () => undefined;
      chart.destroy();
    };
  }, [scene, shape, isCompared, colors, height]);

  return (
    <figure className="chart">
      <figcaption>
        <h3>{title}</h3>
        <ChartTools title={title} lines={lines} format={props.format} drawn={drawn} />
        <ul ref={readout} className="readout number" data-time="">
          {lines.map((line) => (
            <li key={line.field} className={`tone-${line.tone}`}>
              {line.label} <b>{NOTHING}</b>
              {isCompared && <i title={compared.label}>{NOTHING}</i>}
            </li>
          ))}
        </ul>
      </figcaption>
      <div ref={place} className="canvas" role="img" aria-label={`Chart of ${title.toLowerCase()}: ${lines.map((line) => line.label).join(', ')}`} />
    </figure>
  );
}

/** What a person asked for, as far as it is not data: a change of it is drawn at once. */
function appearance({ window, compared, thresholds, marks, ceiling, reach }: TimeChartProps): string {
  return JSON.stringify([window, compared?.shift, thresholds, marks, ceiling, reach]);
}

/** What is compared with lies under everything; then three columns for each line: its values, and the edges of its band. */
function columns(rows: Rows): uPlot.AlignedData {
  return [rows.times, ...rows.then, ...rows.lines.flatMap((line) => [line.values, line.max, line.min])] as uPlot.AlignedData;
}

/** A little air above the highest value. */
const ROOM = 1.12;

function range(rows: Rows, props: TimeChartProps): { min: number; max: number } {
  if (props.ceiling !== undefined) return { min: 0, max: props.ceiling };
  let most = (props.reach ?? 0) / ROOM;
  for (const column of [...rows.then, ...rows.lines.flatMap((line) => [line.values, line.max])]) {
    for (const value of column) if (value !== null && value !== undefined && value > most) most = value;
  }
  return { min: 0, max: most === 0 ? 1 : most * ROOM };
}

// The cursor's values, or the newest when there is no cursor.
function tell(list: HTMLUListElement | null, props: TimeChartProps, rows: Rows, index: number | undefined): void {
  if (list === null) return;
  const at = index ?? rows.times.length - 1;
  const time = index === undefined ? undefined : rows.times[at];
  const then = props.compared === undefined ? '' : `, ${props.compared.label} in grey`;
  list.dataset['time'] = time === undefined ? then.slice(2) : `${clock(time * 1000)}${then}`;
  const shown = (value: number | null): string => (value === null ? NOTHING : props.format(value));
  props.lines.forEach((_, i) => {
    const [value, other] = [list.children[i]?.querySelector('b'), list.children[i]?.querySelector('i')];
    if (value) value.textContent = shown(lastAt(rows.lines[i]?.values, at));
    if (other) other.textContent = shown(lastAt(rows.then[i], at));
  });
}

/** Between two drawings: the newest values are told all the same, unless somebody looks at others. */
function tellNewest(list: HTMLUListElement | null, props: TimeChartProps, scene: Scene, index: number | undefined): void {
  if (list === null || index !== undefined || !('minutes' in props.window)) return;
  props.lines.forEach((line, i) => {
    const value = scene.recorder.of(line.stream).track.latest(line.field);
    const shown = list.children[i]?.querySelector('b');
    if (shown && value !== undefined) shown.textContent = props.format(value);
  });
}

function options(
  latest: { readonly current: TimeChartProps },
  rows: () => Rows,
  point: (index: number | undefined) => void,
): uPlot.Options {
  const { lines, height = 168, group, compared } = latest.current;
  const others = compared === undefined ? [] : lines.map(earlier);
  const axis: uPlot.Axis = {
    stroke: color('chart-axis'),
    grid: { stroke: color('chart-grid'), width: 1 },
    ticks: { show: false },
    font: `11px ${color('sans')}`,
  };
  return {
    width: 300,
    height,
    legend: { show: false },
    padding: [8, 6, 0, 0],
    scales: { x: { time: true, auto: false }, y: { auto: false } },
    cursor: {
      y: false,
      drag: { x: true, y: false, setScale: false },
      points: { size: 6 },
      ...(group === undefined ? {} : { sync: { key: group, scales: ['x', null] as [string, null] } }),
    },
    axes: [
      { ...axis, size: 26, grid: { show: false }, space: 70, incrs: TIME_STEPS, values: timeLabels },
      {
        ...axis,
        size: 62,
        gap: 6,
        space: 34,
        ...(latest.current.isBinary === true ? { incrs: POWERS_OF_TWO } : {}),
        values: (_, splits) => splits.map((value) => latest.current.format(value).replace(/[.]0+(?= |$)/, '')),
      },
    ],
    series: [{}, ...others, ...lines.flatMap(series)],
    bands: lines.map((line, i) => {
      const upper = others.length + 3 * i + 2;
      return { series: [upper, upper + 1] as [number, number], fill: faded(line.tone, 0.22) };
    }),
    hooks: {
      drawClear: [(chart) => shadeHoles(chart, rows().holes), (chart) => shadeHolesBelow(chart, rows().holesThen)],
      draw: [
        (chart) => drawThresholds(chart, latest.current.thresholds ?? []),
        (chart) => drawMarks(chart, latest.current.marks ?? []),
        (chart) => latest.current.onDraw?.(chart),
      ],
      setCursor: [(chart) => point(chart.cursor.left !== undefined && chart.cursor.left >= 0 ? (chart.cursor.idx ?? undefined) : undefined)],
      setSelect: [(chart) => selected(chart, latest.current)],
    },
  };
}

function series(line: Line): uPlot.Series[] {
  const edge: uPlot.Series = { width: 0, points: { show: false } };
  return [
    {
      stroke: color(`chart-${line.tone}`),
      width: 1.5,
      ...(line.isFilled === true ? { fill: faded(line.tone, 0.1) } : {}),
      spanGaps: false,
      points: { show: false, size: 4, fill: color(`chart-${line.tone}`), filter: (chart, i) => isolated(chart.data[i] ?? []) },
    },
    edge,
    edge,
  ];
}

function earlier(line: Line): uPlot.Series {
  return { stroke: faded(line.tone, 0.42), width: 1.25, spanGaps: false, points: { show: false } };
}

function faded(tone: number, alpha: number): string {
  return `${color(`chart-${tone}`)}${Math.round(alpha * 255).toString(16).padStart(2, '0')}`;
}

function selected(chart: uPlot, props: TimeChartProps): void {
  const { left, width } = chart.select;
  if (width < 8 || props.onZoom === undefined) return;
  const from = chart.posToVal(left, 'x') * 1000;
  const to = chart.posToVal(left + width, 'x') * 1000;
  chart.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
  props.onZoom(Math.round(from), Math.round(to));
}

const HOUR = 3600;
const A_DAY = 24 * HOUR;

/** How far labels of time may be apart, in seconds: with two minutes, so that a narrow chart of five has more than one. */
const TIME_STEPS = [
  ...[1, 2, 5, 10, 15, 30],
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * 60),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 7, 30, 60, 90].map((days) => days * A_DAY),
];

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const CLOCK_SECONDS = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

/** Half of what a label takes: nearer to the edge it would be cut off. */
const HALF_LABEL = 16;

function timeLabels(chart: uPlot, splits: number[], _axis: number, _space: number, step: number): string[] {
  const format = step >= 12 * HOUR ? DAY : step >= 60 ? CLOCK : CLOCK_SECONDS;
  const right = chart.bbox.width / devicePixelRatio - HALF_LABEL;
  return splits.map((time) => (chart.valToPos(time, 'x') > right ? '' : format.format(time * 1000)));
}
