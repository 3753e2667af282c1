import { useSceneSource } from '../app/context';
import { holes } from './holes';
import { color } from './colors';
import { usePainting } from './usePainting';

const WINDOW_MS = 3 * 60_000;

/**
 * The last three minutes of a value, without axes. It draws itself when something came; a hole is left open.
 *
 * @param ceiling what the upper edge is; without it the largest value
 */
export function Sparkline({
  stream,
  field,
  ceiling,
  tone = 'chart-1',
  second,
}: {
  readonly stream: string;
  readonly field: string;
  readonly ceiling?: number;
  readonly tone?: string;
  readonly second?: string;
}) {
  const scene = useSceneSource();
  const canvas = usePainting((context) => {
    const now = scene.serverNow();
    const from = now - WINDOW_MS;
    const recording = scene.recorder.of(stream);
    const lines = [field, ...(second === undefined ? [] : [second])].map((name) => recording.track.since(from, name));
    const top = ceiling ?? Math.max(...lines.flatMap((line) => Array.from(line.values).filter((value) => !Number.isNaN(value))), 1e-9) * 1.15;
    lines.forEach((line, i) => trace(context, line.times, line.values, from, now, top, i === 0 ? tone : 'chart-2', i === 0));
  }, [stream, field, second, ceiling, tone], scene);
  return <canvas ref={canvas} className="spark" aria-hidden="true" />;
}

function trace(
  context: CanvasRenderingContext2D,
  times: Float64Array,
  values: Float64Array,
  from: number,
  to: number,
  top: number,
  tone: string,
  isFilled: boolean,
): void {
  const { clientWidth: width, clientHeight: height } = context.canvas;
  const stroke = color(tone);
  const x = (time: number): number => ((time - from) / (to - from)) * (width - 4);
  const y = (value: number): number => 2 + (1 - Math.max(0, Math.min(1, value / top))) * (height - 4);
  for (const [begin, end] of pieces(times, values)) {
    const line = new Path2D();
    for (let i = begin; i < end; i++) line.lineTo(x(times[i] as number), y(values[i] as number));
    if (isFilled && end - begin > 1) {
      const area = new Path2D(line);
      area.lineTo(x(times[end - 1] as number), height);
      area.lineTo(x(times[begin] as number), height);
      context.globalAlpha = 0.14;
      context.fillStyle = stroke;
      context.fill(area);
    }
    context.globalAlpha = isFilled ? 1 : 0.8;
    context.strokeStyle = stroke;
    context.lineWidth = 1.5;
    context.lineJoin = 'round';
    context.stroke(line);
  }
  const last = values.length - 1;
  if (isFilled && last >= 0 && !Number.isNaN(values[last])) {
    context.globalAlpha = 1;
    context.fillStyle = stroke;
    context.beginPath();
    context.arc(x(times[last] as number), y(values[last] as number), 2.5, 0, 7);
    context.fill();
  }
}

/** Runs of values without a hole and without a NaN. */
function pieces(times: Float64Array, values: Float64Array): [number, number][] {
  const breaks = new Set(holes(times));
  const found: [number, number][] = [];
  let begin = -1;
  for (let i = 0; i <= values.length; i++) {
    const isOver = i === values.length || Number.isNaN(values[i]) || breaks.has(i);
    if (isOver && begin >= 0) {
      found.push([begin, i]);
      begin = -1;
    }
    if (i < values.length && !Number.isNaN(values[i]) && begin < 0) begin = i;
  }
  return found;
}
