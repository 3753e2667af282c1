import { useEffect, useRef } from 'react';
import { useSceneSource } from '../app/context';
import type { BandRows } from '../model/bands';
import { joined } from '../model/history';
import { sized } from './Sparkline';
import { bounds, type TimeWindow } from './TimeChart';
import { color, useColors } from './colors';
import { hatch } from './overlays';

/** As wide as the axis of the charts, so that times stand below one another. */
const LABELS = 68;
const EDGE = 6;
const CELL = 5;

/** One row a core, time to the right, the busier the stronger; what nobody knows is hatched. */
export function HeatMap({
  stream,
  fields,
  labels,
  window: shown,
  past,
}: {
  readonly stream: string;
  readonly fields: readonly string[];
  readonly labels: readonly string[];
  readonly window: TimeWindow;
  readonly past?: ReadonlyMap<string, BandRows>;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scene = useSceneSource();
  const colors = useColors();
  const key = fields.join(' ');
  const latest = useRef({ shown, past });
  useEffect(() => {
    latest.current = { shown, past };
  });
  useEffect(() => {
    const draw = (): void => {
      const target = canvas.current;
      const context = target === null ? undefined : sized(target);
      if (target === null || context === undefined) return;
      const now = scene.serverNow();
      const [from, to] = bounds(latest.current.shown, now);
      const width = target.clientWidth - LABELS - EDGE;
      const height = target.clientHeight / Math.max(1, fields.length);
      const ramp = [color('heat-0'), color('heat-1'), color('heat-2'), color('heat-3')].map(rgb);
      const cells = Math.max(1, Math.floor(width / CELL));
      const recording = scene.recorder.of(stream);
      fields.forEach((field, row) => {
        const { times, values } = joined(latest.current.past?.get(field), recording.since(from, field));
        const means = binned(times, values, from, to, cells);
        paintRow(context, means, ramp, LABELS, row * height, width, Math.max(1, height - (height > 6 ? 1.5 : 0)));
        label(context, labels[row] ?? '', row * height + height / 2, height);
      });
    };
    draw();
    const stop = scene.subscribe(draw);
    const observer = new ResizeObserver(draw);
    if (canvas.current !== null) observer.observe(canvas.current);
    return () => {
      stop();
      observer.disconnect();
    };
    // The fields are in the key.
  }, [scene, stream, key, colors]);
  const height = Math.min(320, Math.max(fields.length * 22, 24));
  return (
    <figure className="chart wide">
      <figcaption>
        <h3>Cores</h3>
        <div className="heat-scale tiny faint" aria-hidden="true">
          0 % <i /> 100 %
        </div>
      </figcaption>
      <canvas ref={canvas} className="heat" style={{ height }} role="img" aria-label={`Use of ${fields.length} cores over time`} />
    </figure>
  );
}

/** The mean of each cell; NaN where there is no value. */
export function binned(times: Float64Array, values: Float64Array, from: number, to: number, cells: number): Float64Array {
  const sums = new Float64Array(cells);
  const counts = new Uint32Array(cells);
  for (let i = 0; i < times.length; i++) {
    const value = values[i] as number;
    const cell = Math.floor((((times[i] as number) - from) / (to - from)) * cells);
    if (cell >= 0 && cell < cells && !Number.isNaN(value)) {
      sums[cell] = (sums[cell] as number) + value;
      counts[cell] = (counts[cell] as number) + 1;
    }
  }
  return sums.map((sum, i) => sum / (counts[i] as number));
}

type Colour = readonly [number, number, number];

function rgb(hex: string): Colour {
  const number = Number.parseInt(hex.slice(1, 7), 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}

// Calm up to three quarters; the colours that want attention begin where attention should.
const STOPS = [0, 75, 92, 100];

function heat(value: number, ramp: readonly Colour[]): string {
  const at = Math.max(0, Math.min(100, value));
  let i = 1;
  while (i < STOPS.length - 1 && at > (STOPS[i] as number)) i++;
  const low = STOPS[i - 1] as number;
  const share = (at - low) / ((STOPS[i] as number) - low);
  const from = ramp[i - 1] as Colour;
  const to = ramp[i] as Colour;
  return `rgb(${from.map((part, c) => Math.round(part + ((to[c] as number) - part) * share)).join(' ')})`;
}

function paintRow(
  context: CanvasRenderingContext2D,
  means: Float64Array,
  ramp: readonly Colour[],
  left: number,
  top: number,
  width: number,
  height: number,
): void {
  const cell = width / means.length;
  const first = means.findIndex((mean) => !Number.isNaN(mean));
  // Bins narrower than the step between samples stay empty in between; those take the value before them.
  let run = 0;
  for (let i = Math.max(0, first); i < means.length && first >= 0; i++) {
    run = Number.isNaN(means[i]) ? run + 1 : 0;
    const value = run > 0 && run <= 3 ? (means[i - run] as number) : (means[i] as number);
    if (Number.isNaN(value)) hatch(context, left + i * cell, top, cell, height);
    else {
      context.fillStyle = heat(value, ramp);
      context.fillRect(left + i * cell, top, cell + 0.5, height);
    }
  }
}

function label(context: CanvasRenderingContext2D, text: string, y: number, height: number): void {
  if (height < 9) return;
  context.fillStyle = color('chart-axis');
  context.font = `11px ${color('sans')}`;
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  context.fillText(text, LABELS - 8, y);
}
