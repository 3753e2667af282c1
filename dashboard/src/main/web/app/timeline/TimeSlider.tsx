import { useEffect, useState } from 'react';
import { dayAndTime } from '../../format/localTime';
import { stepIn } from './spans';
import { TimeStrip } from './TimeStrip';
import type { Kept } from './useKept';

/** A knob that is still being moved is not followed: each moment has to be read first. */
const SETTLED_MS = 250;

/** The kept time from left to right, with a knob at the moment that is shown. */
export function TimeSlider({
  from,
  to,
  at,
  kept,
  onChoose,
}: {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly kept: Kept;
  readonly onChoose: (at: number) => void;
}) {
  const [draft, setDraft] = useState<number | undefined>();
  useEffect(() => {
    if (draft === undefined) return undefined;
    const timer = setTimeout(() => {
      setDraft(undefined);
      onChoose(draft);
    }, SETTLED_MS);
    return () => clearTimeout(timer);
    // Only a moved knob begins the wait anew.
  }, [draft]);
  const shown = Math.min(to, Math.max(from, draft ?? at));
  return (
    <div className="time-slider">
      <TimeStrip kept={kept} from={from} to={to} />
      <input
        type="range"
        aria-label="Moment"
        aria-valuetext={dayAndTime(shown)}
        min={from}
        max={to}
        step={stepIn(to - from)}
        value={shown}
        onChange={(event) => setDraft(Number(event.target.value))}
      />
      <p className="time-ends tiny faint number">
        <span>{dayAndTime(from)}</span>
        {draft !== undefined && <strong>{dayAndTime(draft)}</strong>}
        <span>now</span>
      </p>
    </div>
  );
}
