import type uPlot from 'uplot';
import { color } from './colors';
import type { Hole } from './holes';

/** Something that happened, at a time in milliseconds. */
export interface Mark {
  readonly at: number;
  readonly tone: 'warning' | 'critical' | 'info' | 'unknown';
}

export interface Threshold {
  readonly value: number;
  readonly tone: 'warning' | 'critical' | 'info';
}

const STRIPE = 7;
const STRIP = 9;

/** Lost time: hatched, so that it is not taken for a calm one. */
export function shadeHoles(chart: uPlot, holes: readonly Hole[]): void {
  shade(chart, holes, chart.bbox.height);
}

/** Lost time of the period that is compared with: a strip at the bottom, for the present one may be whole there. */
export function shadeHolesBelow(chart: uPlot, holes: readonly Hole[]): void {
  shade(chart, holes, STRIP * devicePixelRatio);
}

function shade(chart: uPlot, holes: readonly Hole[], height: number): void {
  const { ctx, bbox } = chart;
  const top = bbox.top + bbox.height - height;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, top, bbox.width, height);
  ctx.clip();
  for (const [from, to] of holes) {
    const left = chart.valToPos(from, 'x', true);
    const width = Math.max(1, chart.valToPos(to, 'x', true) - left);
    hatch(ctx, left, top, width, height);
  }
  ctx.restore();
}

export function hatch(ctx: CanvasRenderingContext2D, left: number, top: number, width: number, height: number): void {
  const step = STRIPE * window.devicePixelRatio;
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
  ctx.fillStyle = color('chart-gap');
  ctx.fillRect(left, top, width, height);
  ctx.strokeStyle = color('chart-gap');
  ctx.lineWidth = window.devicePixelRatio * 1.5;
  ctx.beginPath();
  // Aligned to the canvas, not to the hole: a hole that moves with the time does not crawl.
  for (let x = Math.floor((left - height) / step) * step; x < left + width; x += step) {
    ctx.moveTo(x, top + height);
    ctx.lineTo(x + height, top);
  }
  ctx.stroke();
  ctx.restore();
}

export function drawThresholds(chart: uPlot, thresholds: readonly Threshold[]): void {
  const { ctx, bbox } = chart;
  const most = chart.scales['y']?.max ?? 0;
  ctx.save();
  ctx.setLineDash([4 * devicePixelRatio, 4 * devicePixelRatio]);
  ctx.lineWidth = devicePixelRatio;
  ctx.globalAlpha = 0.75;
  for (const { value, tone } of thresholds) {
    if (value <= 0 || value > most) continue;
    const y = Math.round(chart.valToPos(value, 'y', true));
    ctx.strokeStyle = color(`${tone}-strong`) || color(tone);
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
  }
  ctx.restore();
}

/** A line and a flag at its top; critical ones over the others. */
export function drawMarks(chart: uPlot, marks: readonly Mark[]): void {
  const { ctx, bbox } = chart;
  const { min = 0, max = 0 } = chart.scales['x'] ?? {};
  const size = 4.5 * devicePixelRatio;
  ctx.save();
  for (const { at, tone } of [...marks].sort((a, b) => Number(a.tone === 'critical') - Number(b.tone === 'critical'))) {
    if (at / 1000 < min || at / 1000 > max) continue;
    const x = Math.round(chart.valToPos(at / 1000, 'x', true));
    ctx.fillStyle = ctx.strokeStyle = tone === 'unknown' ? color('text-faint') : color(`${tone}-strong`) || color(tone);
    ctx.globalAlpha = 0.45;
    ctx.lineWidth = devicePixelRatio;
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.globalAlpha = 1;
    ctx.beginPath();
    ctx.moveTo(x - size, bbox.top - size);
    ctx.lineTo(x + size, bbox.top - size);
    ctx.lineTo(x, bbox.top + size * 0.7);
    ctx.fill();
  }
  ctx.restore();
}
