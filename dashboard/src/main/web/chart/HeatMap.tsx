import { useSceneSource } from '../app/context';
import type { BandRows } from '../model/bands';
import { joined } from '../model/history';
import { bounds, type TimeWindow } from './TimeChart';
import { color } from './colors';
import { heatCells, type HeatCells } from './heatCells';
import { hatch } from './overlays';
import { usePainting } from './usePainting';

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
  const scene = useSceneSource();
  const key = fields.join(' ');
  const canvas = usePainting(
    (context, { width: whole, height: high }) => {
      const [from, to] = bounds(shown, scene.serverNow());
      const width = whole - LABELS - EDGE;
      const height = high / Math.max(1, fields.length);
      const ramp = [color('heat-0'), color('heat-1'), color('heat-2'), color('heat-3')].map(rgb);
      const count = Math.max(1, Math.floor(width / CELL));
      const recording = scene.recorder.of(stream);
      fields.forEach((field, row) => {
        const { times, values } = joined(past?.get(field), recording.since(from, field));
        const cells = heatCells(times, values, from, to, count);
        paintRow(context, cells, ramp, { left: LABELS, top: row * height, width, height: Math.max(1, height - (height > 6 ? 1.5 : 0)) });
        label(context, labels[row] ?? '', row * height + height / 2, height);
      });
    },
    [key, past, JSON.stringify(shown)],
    scene,
  );
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

interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function paintRow(context: CanvasRenderingContext2D, { first, means }: HeatCells, ramp: readonly Colour[], { left, top, width, height }: Place): void {
  // On whole pixels: two cells that share one would leave a seam.
  const edge = (i: number): number => left + Math.round((i * width) / means.length);
  for (let i = first; i < means.length; i++) {
    const mean = means[i] as number;
    const [begin, end] = [edge(i), edge(i + 1)];
    if (Number.isNaN(mean)) hatch(context, begin, top, end - begin, height);
    else {
      context.fillStyle = heat(mean, ramp);
      context.fillRect(begin, top, end - begin, height);
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
