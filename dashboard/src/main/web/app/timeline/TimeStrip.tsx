import { chartRows, type ChartRows } from '../../chart/chartRows';
import { color } from '../../chart/colors';
import { hatch } from '../../chart/overlays';
import { usePainting, type Size } from '../../chart/usePainting';
import { TONES } from '../../views/period/marks';
import type { Kept } from './useKept';

/** How busy the machine was in the time that the slider reaches over, with alerts and with time of which nothing is known. */
export function TimeStrip({ kept, from, to }: { readonly kept: Kept; readonly from: number; readonly to: number }) {
  const canvas = usePainting((context, size) => paint(context, size, kept, from, to), [kept, from, to]);
  return <canvas ref={canvas} className="time-strip" aria-hidden="true" />;
}

const FULL = 100;

function paint(context: CanvasRenderingContext2D, { width, height }: Size, kept: Kept, from: number, to: number): void {
  const x = (time: number): number => ((time - from) / (to - from)) * width;
  if (kept.load !== undefined) {
    const rows = chartRows([kept.load], from, to);
    const begin = rows.times[0];
    const holes = begin === undefined ? [[from / 1000, to / 1000] as const] : [[from / 1000, begin] as const, ...rows.holes];
    for (const [start, end] of holes) hatch(context, x(start * 1000), 0, x(end * 1000) - x(start * 1000), height);
    area(context, rows, x, height);
  }
  for (const alert of kept.alerts) {
    if (alert.state === 'pending') continue;
    const at = x(Math.max(from, Date.parse(alert.since)));
    const end = alert.resolved === undefined ? width : x(Date.parse(alert.resolved));
    if (end < 0) continue;
    const tone = TONES[alert.level];
    context.fillStyle = color(`${tone}-strong`) || color(tone);
    context.fillRect(at, 0, Math.max(2, end - at), 3);
  }
}

function area(context: CanvasRenderingContext2D, rows: ChartRows, x: (time: number) => number, height: number): void {
  const values = rows.lines[0]?.values ?? [];
  const top = 6;
  const y = (value: number): number => top + (1 - Math.min(FULL, value) / FULL) * (height - top);
  context.fillStyle = color('chart-1');
  context.globalAlpha = 0.38;
  let begin = -1;
  for (let i = 0; i <= values.length; i++) {
    const isOver = i === values.length || values[i] === null;
    if (isOver && begin >= 0) {
      context.beginPath();
      context.moveTo(x((rows.times[begin] as number) * 1000), height);
      for (let at = begin; at < i; at++) context.lineTo(x((rows.times[at] as number) * 1000), y(values[at] as number));
      context.lineTo(x((rows.times[i - 1] as number) * 1000), height);
      context.fill();
      begin = -1;
    }
    if (!isOver && begin < 0) begin = i;
  }
  context.globalAlpha = 1;
}
