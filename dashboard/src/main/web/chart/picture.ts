import { hand } from '../model/exportData';
import { color } from './colors';
import type { Line } from './TimeChart';

const HEAD = 46;
const MARGIN = 12;

/** Saves what a chart shows as a PNG: with its title and its legend, on the ground it has here. */
export async function savePicture(canvas: HTMLCanvasElement, title: string, lines: readonly Line[]): Promise<void> {
  const picture = document.createElement('canvas');
  const scale = window.devicePixelRatio;
  picture.width = canvas.width + 2 * MARGIN * scale;
  picture.height = canvas.height + (HEAD + MARGIN) * scale;
  const context = picture.getContext('2d');
  if (context === null) return;
  context.fillStyle = color('surface');
  context.fillRect(0, 0, picture.width, picture.height);
  context.drawImage(canvas, MARGIN * scale, HEAD * scale);
  context.scale(scale, scale);
  write(context, title, lines);
  const png = await new Promise<Blob | null>((resolve) => picture.toBlob(resolve, 'image/png'));
  if (png === null) return;
  const url = URL.createObjectURL(png);
  hand(url, `${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.png`);
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function write(context: CanvasRenderingContext2D, title: string, lines: readonly Line[]): void {
  context.font = `600 14px ${color('sans')}`;
  context.fillStyle = color('text');
  context.fillText(title, MARGIN, 20);
  context.font = `11px ${color('sans')}`;
  let x = MARGIN;
  for (const line of lines) {
    context.fillStyle = color(`chart-${line.tone}`);
    context.fillRect(x, 33, 10, 3);
    context.fillStyle = color('text-soft');
    context.fillText(line.label, x + 15, 38);
    x += 15 + context.measureText(line.label).width + 14;
  }
}
