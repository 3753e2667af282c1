import { useRef } from 'react';
import { keyed, rounded, stepOf } from './steps';

/** Where a chart draws its values, in pixels of what lies over it, and what stands at its edges. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly most: number;
}

/** The line of a threshold in a chart: drawn with the mouse or a finger, or moved with the keys. */
export function ThresholdHandle({
  rule,
  level,
  value,
  text,
  plot,
  onMove,
  onHold,
}: {
  readonly rule: string;
  readonly level: string;
  readonly value: number;
  readonly text: string;
  readonly plot: Plot;
  /** Not there for who may not order: then the line only shows where it is. */
  readonly onMove: ((value: number) => void) | undefined;
  readonly onHold: (isHeld: boolean) => void;
}) {
  const grip = useRef<{ readonly y: number; readonly value: number }>(undefined);
  const step = stepOf(plot.most);
  const share = Math.max(0, Math.min(1, value / plot.most));
  const tone = level.toLowerCase();
  const place = { top: `${plot.top + plot.height * (1 - share)}px`, left: `${plot.left}px`, width: `${plot.width}px` };
  const tag = (
    <span className="tag">
      {tone} <b className="number">{text}</b>
    </span>
  );
  if (onMove === undefined) {
    return (
      <div className={`threshold ${tone}`} style={place} aria-hidden="true">
        {tag}
      </div>
    );
  }
  const release = (): void => {
    grip.current = undefined;
    onHold(false);
  };
  return (
    <div
      className={`threshold movable ${tone}`}
      style={place}
      role="slider"
      tabIndex={0}
      aria-label={`${rule}: ${tone}, in the chart`}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={Math.max(value, rounded(plot.most, step))}
      aria-valuenow={value}
      aria-valuetext={text}
      onKeyDown={(event) => {
        const moved = keyed(event.key, value, step, plot.most);
        if (moved === undefined) return;
        event.preventDefault();
        onMove(moved);
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget.focus();
        event.preventDefault();
        grip.current = { y: event.clientY, value: Math.min(value, plot.most) };
        onHold(true);
      }}
      onPointerMove={(event) => {
        if (grip.current === undefined) return;
        const moved = grip.current.value + ((grip.current.y - event.clientY) / plot.height) * plot.most;
        onMove(rounded(Math.max(0, Math.min(plot.most, moved)), step));
      }}
      onPointerUp={release}
      onLostPointerCapture={release}
    >
      {tag}
    </div>
  );
}
