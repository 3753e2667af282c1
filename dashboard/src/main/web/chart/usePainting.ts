import { useEffect, useRef, type RefObject } from 'react';
import { useColors } from './colors';

/** In CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export type Paint = (context: CanvasRenderingContext2D, size: Size) => void;

/** What tells that there is something new to paint. */
interface Source {
  subscribe(listener: () => void): () => void;
}

/**
 * A canvas that is painted whole: when it appears, when its size or the colours change, when what it shows is another thing, and when its source
 * has something new.
 *
 * @param shown what the picture is of, to be told apart by identity
 */
export function usePainting(paint: Paint, shown: readonly unknown[], source?: Source): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef(paint);
  const colors = useColors();
  useEffect(() => {
    latest.current = paint;
  });
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return undefined;
    const draw = (): void => {
      const context = clean(element);
      if (context !== undefined) latest.current(context, { width: element.clientWidth, height: element.clientHeight });
    };
    draw();
    const stop = source?.subscribe(draw);
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    return () => {
      stop?.();
      observer.disconnect();
    };
  }, [source, colors, ...shown]);
  return canvas;
}

/** In the resolution of the screen, measured in CSS pixels; nothing while it has no place. */
function clean(canvas: HTMLCanvasElement): CanvasRenderingContext2D | undefined {
  const ratio = window.devicePixelRatio;
  const width = Math.round(canvas.clientWidth * ratio);
  const height = Math.round(canvas.clientHeight * ratio);
  if (width === 0 || height === 0) return undefined;
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  const context = canvas.getContext('2d') ?? undefined;
  context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  context?.clearRect(0, 0, canvas.clientWidth, canvas.clientHeight);
  return context;
}
