import type { ReactNode } from 'react';
import { useScene, useTravel } from '../../app/context';
import { choose } from '../../app/preferences';
import { setQuery } from '../../app/routes';
import { bounds } from '../../chart/TimeChart';
import { duration, moment } from '../../format/time';
import { Icon } from '../../ui/Icon';
import { Choices } from '../../ui/parts';
import { usePeriod } from './period';
import { LIVE_WINDOWS, PAST_WINDOWS } from './windows';

const WINDOWS: readonly (readonly [number, string])[] = [...LIVE_WINDOWS, ...PAST_WINDOWS];
const NO_CHOICE = -1;

/** Looks closer: what dragging over a chart does. */
export function zoomTo(from: number, to: number): void {
  setQuery({ from: String(Math.round(from)), to: String(Math.round(to)) });
}

function leaveZoom(): void {
  setQuery({ from: undefined, to: undefined });
}

/** Which period the charts of a page show; in the address, and remembered. */
export function PeriodControls({ children }: { readonly children?: ReactNode }) {
  const scene = useScene();
  const travel = useTravel();
  const window = usePeriod();
  const now = scene.serverNow();
  const [from, to] = bounds(window, now);
  const isPeriod = !('minutes' in window);
  const move = (share: number): void => {
    const step = (to - from) * share;
    zoomTo(from + step, Math.min(now, to + step));
  };
  const widen = (): void => zoomTo(from - (to - from) / 2, Math.min(now, to + (to - from) / 2));
  const replay = (): void => {
    leaveZoom();
    travel.goTo(from);
  };
  return (
    <div className="toolbar">
      <Choices
        label="Period"
        value={isPeriod ? NO_CHOICE : window.minutes}
        options={WINDOWS}
        onChoose={(minutes) => {
          choose({ windowMinutes: minutes });
          leaveZoom();
        }}
      />
      <div className="toolbar">
        <button type="button" className="button bare" onClick={() => move(-0.5)} aria-label="Earlier">
          <Icon name="back" />
        </button>
        <button type="button" className="button bare" onClick={widen} aria-label="A wider period">
          <Icon name="wider" />
        </button>
        <button type="button" className="button bare" onClick={() => move(0.5)} disabled={!isPeriod} aria-label="Later">
          <Icon name="forward" />
        </button>
        {isPeriod && (
          <>
            <button type="button" className="button" onClick={leaveZoom}>
              {scene.isPast ? 'Back to this moment' : 'Back to live'}
            </button>
            <button type="button" className="button" onClick={replay}>
              Replay it
            </button>
          </>
        )}
      </div>
      {children}
      <span className="small faint number">
        {isPeriod ? `${moment(from, now)} to ${moment(to, now)}, ${duration(to - from)}` : 'Drag over a chart to look closer.'}
      </span>
    </div>
  );
}
