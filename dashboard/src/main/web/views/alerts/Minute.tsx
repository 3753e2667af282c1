import { chartRows } from '../../chart/chartRows';
import { color } from '../../chart/colors';
import { usePainting } from '../../chart/usePainting';
import { numberAt, textAt, type JsonObject } from '../../model/json';
import { clock } from '../../format/time';

const LEFT = 60;
const BOTTOM = 16;

/** The minute before an alert, as its context tells it, with the threshold it went over. */
export function Minute({
  recent,
  threshold,
  level,
  format,
}: {
  readonly recent: readonly JsonObject[];
  readonly threshold?: number;
  readonly level: string;
  readonly format: (value: number) => string;
}) {
  const canvas = usePainting((context) => {
    const times = Float64Array.from(recent, (point) => Date.parse(textAt(point, 'timestamp') ?? ''));
    const values = Float64Array.from(recent, (point) => numberAt(point, 'value') ?? NaN);
    draw(context, times, values, threshold, level === 'CRITICAL' ? 'critical-strong' : 'warning-strong', format);
  }, [recent, threshold, level, format(1)]);
  if (recent.length < 2) return null;
  const last = numberAt(recent.at(-1), 'value');
  return (
    <section>
      <h3>The minute before</h3>
      <canvas ref={canvas} className="minute" role="img" aria-label={`${recent.length} values before the alert, the last ${last === undefined ? 'not known' : format(last)}`} />
    </section>
  );
}

function draw(context: CanvasRenderingContext2D, times: Float64Array, values: Float64Array, threshold: number | undefined, tone: string, format: (value: number) => string): void {
  const { clientWidth, clientHeight } = context.canvas;
  const width = clientWidth - LEFT - 6;
  const height = clientHeight - BOTTOM - 8;
  const known = Array.from(values).filter((value) => !Number.isNaN(value));
  const all = threshold === undefined ? known : [...known, threshold];
  const low = Math.min(...all);
  const high = Math.max(...all);
  const margin = (high - low || Math.abs(high) || 1) * 0.15;
  const from = times[0] as number;
  const to = times.at(-1) as number;
  const x = (time: number): number => LEFT + ((time - from) / Math.max(1, to - from)) * width;
  const y = (value: number): number => 4 + (1 - (value - low + margin) / (high - low + 2 * margin)) * height;
  context.font = `11px ${color('sans')}`;
  context.fillStyle = color('chart-axis');
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const value of [low, high]) context.fillText(format(value), LEFT - 8, y(value));
  context.textBaseline = 'alphabetic';
  context.textAlign = 'left';
  context.fillText(clock(from), LEFT, clientHeight - 2);
  context.textAlign = 'right';
  context.fillText(clock(to), clientWidth - 6, clientHeight - 2);
  if (threshold !== undefined) {
    context.strokeStyle = color(tone);
    context.setLineDash([4, 4]);
    context.beginPath();
    context.moveTo(LEFT, y(threshold));
    context.lineTo(LEFT + width, y(threshold));
    context.stroke();
    context.setLineDash([]);
  }
  const rows = chartRows([{ times, values, min: values, max: values }], from, to);
  context.strokeStyle = color('chart-1');
  context.lineWidth = 1.75;
  context.lineJoin = 'round';
  context.beginPath();
  let isDown = false;
  rows.times.forEach((time, i) => {
    const value = rows.lines[0]?.values[i] ?? null;
    if (value === null) isDown = false;
    else {
      if (isDown) context.lineTo(x(time * 1000), y(value));
      else context.moveTo(x(time * 1000), y(value));
      isDown = true;
    }
  });
  context.stroke();
}
