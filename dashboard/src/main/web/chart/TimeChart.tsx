import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import { useLiveSource } from '../app/context';
import type { BandRows } from '../model/bands';
import { joined } from '../model/history';
import { clock } from '../format/time';
import { NOTHING } from '../format/units';
import type { Live } from '../model/live';
import { ChartTools, type Drawn } from './ChartTools';
import { chartRows, type ChartRows } from './chartRows';
import { color, useColors } from './colors';
import { isolated } from './isolated';
import { Pace } from './pace';
import { shadeHoles, drawMarks, drawThresholds, type Mark, type Threshold } from './overlays';

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

const EMPTY: ChartRows = { times: [], lines: [], holes: [] };

/** Lines over time on a canvas. It is fed past React: twice a second is too often to build a tree for. */
export function TimeChart(props: TimeChartProps) {
  const { title, lines, height = 168 } = props;
  const place = useRef<HTMLDivElement>(null);
  const readout = useRef<HTMLUListElement>(null);
  const latest = useRef(props);
  const drawn = useRef<Drawn>(undefined);
  const redraw = useRef<() => void>(() => undefined);
  const live = useLiveSource();
  const colors = useColors();
  const shape = lines.map((line) => `${line.stream} ${line.field} ${line.label}`).join('\n');

  const asked = appearance(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => redraw.current(), [asked, props.past]);

  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    let rows = EMPTY;
    const chart = new uPlot(options(latest, () => rows, (index) => tell(readout.current, latest.current, rows, index)), [[]], element);
    const update = (): void => {
      const now = live.serverNow();
      const [from, to] = bounds(latest.current.window, now);
      rows = chartRows(
        latest.current.lines.map((line) =>
          joined(latest.current.past?.get(line.field), live.recorder.of(line.stream).since(from, line.field)),
        ),
        from,
        to,
      );
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
      () => live.serverNow(),
      () => latest.current.window,
      update,
      () => tellNewest(readout.current, latest.current, live, chart.cursor.idx ?? undefined),
    );
    redraw.current = pace.soon;
    const stop = live.subscribe(pace.follow);
    const observer = new ResizeObserver(() => chart.setSize({ width: element.clientWidth, height }));
    observer.observe(element);
    return () => {
      stop();
      pace.stop();
      observer.disconnect();
      redraw.current = () => undefined;
      chart.destroy();
    };
  }, [live, shape, colors, height]);

  return (
    <figure className="chart">
      <figcaption>
        <h3>{title}</h3>
        <ChartTools title={title} lines={lines} format={props.format} drawn={drawn} />
        <ul ref={readout} className="readout number" data-time="">
          {lines.map((line) => (
            <li key={line.field} className={`tone-${line.tone}`}>
              {line.label} <b>{NOTHING}</b>
            </li>
          ))}
        </ul>
      </figcaption>
      <div ref={place} className="canvas" role="img" aria-label={`Chart of ${title.toLowerCase()}: ${lines.map((line) => line.label).join(', ')}`} />
    </figure>
  );
}

/** What a person asked for, as far as it is not data: a change of it is drawn at once. */
function appearance({ window, thresholds, marks, ceiling, reach }: TimeChartProps): string {
  return JSON.stringify([window, thresholds, marks, ceiling, reach]);
}

/** Three columns for each line: its values, and the edges of its band. */
function columns(rows: ChartRows): uPlot.AlignedData {
  return [rows.times, ...rows.lines.flatMap((line) => [line.values, line.max, line.min])] as uPlot.AlignedData;
}

/** A little air above the highest value. */
const ROOM = 1.12;

function range(rows: ChartRows, props: TimeChartProps): { min: number; max: number } {
  if (props.ceiling !== undefined) return { min: 0, max: props.ceiling };
  let most = (props.reach ?? 0) / ROOM;
  for (const line of rows.lines) {
    for (const column of [line.values, line.max]) {
      for (const value of column) if (value !== null && value > most) most = value;
    }
  }
  return { min: 0, max: most === 0 ? 1 : most * ROOM };
}

// The cursor's values, or the newest when there is no cursor.
function tell(list: HTMLUListElement | null, props: TimeChartProps, rows: ChartRows, index: number | undefined): void {
  if (list === null) return;
  const at = index ?? rows.times.length - 1;
  list.dataset['time'] = index === undefined || rows.times[at] === undefined ? '' : clock((rows.times[at] as number) * 1000);
  props.lines.forEach((_, i) => {
    const value = rows.lines[i]?.values[at];
    const shown = list.children[i]?.lastElementChild;
    if (shown) shown.textContent = value === null || value === undefined ? NOTHING : props.format(value);
  });
}

/** Between two drawings: the newest values are told all the same, unless somebody looks at others. */
function tellNewest(list: HTMLUListElement | null, props: TimeChartProps, live: Live, index: number | undefined): void {
  if (list === null || index !== undefined || !('minutes' in props.window)) return;
  props.lines.forEach((line, i) => {
    const value = live.recorder.of(line.stream).track.latest(line.field);
    const shown = list.children[i]?.querySelector('b');
    if (shown && value !== undefined) shown.textContent = props.format(value);
  });
}

function options(
  latest: { readonly current: TimeChartProps },
  rows: () => ChartRows,
  point: (index: number | undefined) => void,
): uPlot.Options {
  const { lines, height = 168, group } = latest.current;
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
      { ...axis, size: 26, grid: { show: false }, space: 70, values: timeLabels },
      {
        ...axis,
        size: 62,
        gap: 6,
        space: 34,
        ...(latest.current.isBinary === true ? { incrs: POWERS_OF_TWO } : {}),
        values: (_, splits) => splits.map((value) => latest.current.format(value).replace(/[.]0+(?= |$)/, '')),
      },
    ],
    series: [{}, ...lines.flatMap(series)],
    bands: lines.map((line, i) => ({ series: [3 * i + 2, 3 * i + 3] as [number, number], fill: faded(line.tone, 0.22) })),
    hooks: {
      drawClear: [(chart) => shadeHoles(chart, rows().holes)],
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
const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const CLOCK_SECONDS = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

function timeLabels(_chart: uPlot, splits: number[], _axis: number, _space: number, step: number): string[] {
  const format = step >= 12 * HOUR ? DAY : step >= 60 ? CLOCK : CLOCK_SECONDS;
  return splits.map((time) => format.format(time * 1000));
}
