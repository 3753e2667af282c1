import { useRef, useState } from 'react';
import type uPlot from 'uplot';
import { useLive } from '../../app/context';
import { useMayOrder } from '../../app/identity';
import { TimeChart, type Line } from '../../chart/TimeChart';
import type { Threshold } from '../../chart/overlays';
import { numberAt, textAt, type JsonObject } from '../../model/json';
import type { Live } from '../../model/live';
import { usePast } from '../period/usePast';
import { measured } from './ruleText';
import { ThresholdHandle, type Plot } from './ThresholdHandle';
import { streamOf, watched } from './thresholds';

const MOST_LINES = 6;
const HEIGHT = 260;
const WHOLE_PERCENT = 100;

/** What a rule watches, with its thresholds as lines that can be drawn to another place. */
export function ThresholdChart({
  rule,
  levels,
  minutes,
  onMove,
}: {
  readonly rule: JsonObject;
  /** Each level with its value, in force or as it is about to be. */
  readonly levels: ReadonlyMap<string, number>;
  readonly minutes: number;
  readonly onMove: (level: string, value: number) => void;
}) {
  const live = useLive();
  const mayOrder = useMayOrder();
  const frame = useRef<HTMLDivElement>(null);
  const [plot, setPlot] = useState<Plot>();
  const held = useRef<number>(undefined);
  const fields = useFields(live, rule);
  const name = textAt(rule, 'name') ?? '';
  const unit = textAt(rule, 'unit') ?? '';
  const stream = streamOf(textAt(rule, 'metric') ?? '');
  const past = usePast(stream, fields, { minutes });
  if (fields.length === 0) return <p className="small soft">There is nothing to draw: what this rule watches has no value now.</p>;
  const reach = Math.max(...levels.values());
  const isShare = unit === '%' && reach <= WHOLE_PERCENT && (watched(live, rule)[0]?.[1] ?? 0) <= WHOLE_PERCENT;
  const measure = (chart: uPlot): void => {
    const found = plotOf(chart, frame.current);
    if (found !== undefined && !isSame(found, plot)) setPlot(found);
  };
  return (
    <div ref={frame} className="threshold-chart">
      <TimeChart
        title={textAt(rule, 'metric') ?? ''}
        lines={lines(live, stream, fields)}
        format={(value) => measured(value, unit)}
        {...(isShare ? { ceiling: WHOLE_PERCENT } : { reach: (held.current ?? reach) * 1.25 })}
        window={{ minutes }}
        past={past.fields}
        thresholds={inForce(rule)}
        height={HEIGHT}
        isBinary={unit === 'B'}
        onDraw={measure}
      />
      {plot !== undefined &&
        [...levels].map(([level, value]) => (
          <ThresholdHandle
            key={level}
            rule={name}
            level={level}
            value={value}
            text={measured(value, unit)}
            plot={plot}
            onMove={mayOrder ? (moved) => onMove(level, moved) : undefined}
            // A scale that grew with the line would run away from the hand.
            onHold={(isHeld) => (held.current = isHeld ? reach : undefined)}
          />
        ))}
    </div>
  );
}

/** Chosen once: lines that change places with each value could not be read. */
function useFields(live: Live, rule: JsonObject): readonly string[] {
  const fields = useRef<readonly string[]>([]);
  if (fields.current.length === 0) fields.current = watched(live, rule).slice(0, MOST_LINES).map(([field]) => field);
  return fields.current;
}

/** A stream of nobody: what the page does not record itself is drawn from the server's history alone. */
const NO_STREAM = '';

function lines(live: Live, stream: string, fields: readonly string[]): Line[] {
  const recorded = new Set(live.recorder.of(stream).track.fields());
  return fields.map((field, i) => ({
    stream: recorded.has(field) ? stream : NO_STREAM,
    field,
    label: field,
    tone: i + 1,
    isFilled: fields.length === 1,
  }));
}

const TONES = { INFO: 'info', WARNING: 'warning', CRITICAL: 'critical' } as const;

function inForce(rule: JsonObject): Threshold[] {
  return Object.entries(TONES).flatMap(([level, tone]) => {
    const value = numberAt(rule['thresholds'], level);
    return value === undefined ? [] : [{ value, tone }];
  });
}

function plotOf(chart: uPlot, frame: HTMLElement | null): Plot | undefined {
  const most = chart.scales['y']?.max;
  if (frame === null || most === undefined || most === null || most <= 0) return undefined;
  const around = frame.getBoundingClientRect();
  const { left, top, width, height } = chart.over.getBoundingClientRect();
  return { left: left - around.left, top: top - around.top, width, height, most };
}

function isSame(a: Plot, b: Plot | undefined): boolean {
  return b !== undefined && (Object.keys(a) as (keyof Plot)[]).every((key) => Math.abs(a[key] - b[key]) < 0.5 || a[key] === b[key]);
}
