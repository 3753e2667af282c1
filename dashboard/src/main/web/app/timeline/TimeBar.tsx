import { useState } from 'react';
import { dayAndTime } from '../../format/localTime';
import { ago } from '../../format/time';
import { plural } from '../../model/machine';
import { SPEEDS, type Speed } from '../../model/replay/pace';
import type { Replay } from '../../model/replay/replay';
import { Icon } from '../../ui/Icon';
import { Choices } from '../../ui/parts';
import { useLive, useScene, useTravel } from '../context';
import { MomentField } from './MomentField';
import { spansOf, spanTo } from './spans';
import { TimeSlider } from './TimeSlider';
import { useKept, useOldest } from './useKept';

const MINUTE_MS = 60_000;

const FASTER: readonly (readonly [Speed, string])[] = SPEEDS.map((speed) => [speed, `${speed} ×`] as const);

/** Says that the past is shown, and which moment; chooses another, plays it, and leads back. */
export function TimeBar({ replay }: { readonly replay: Replay }) {
  useScene();
  const travel = useTravel();
  const live = useLive();
  const present = live.serverNow();
  const at = replay.target;
  const oldest = useOldest(present);
  const spans = spansOf(oldest === undefined ? undefined : present - oldest);
  const [chosen, setChosen] = useState<number | undefined>();
  const span = Math.max(chosen ?? 0, spanTo(present - at, spans));
  // The right end moves once a minute: a knob that slides away under the pointer cannot be caught.
  const to = Math.ceil(present / MINUTE_MS) * MINUTE_MS;
  const kept = useKept(to - span, to);
  const firing = live.alerts.list().filter((alert) => alert.state === 'firing').length;
  return (
    <section className="time-bar" aria-label="The past">
      <div className="toolbar">
        <strong className="number">{dayAndTime(at)}</strong>
        <span className="small faint number">{ago(present - at)}</span>
        <Progress replay={replay} />
        <button type="button" className="button primary" onClick={() => travel.home()}>
          Back to live
          {firing > 0 && <span className="badge critical">{plural(firing, 'alert')} now</span>}
        </button>
      </div>
      <TimeSlider from={to - span} to={to} at={at} kept={kept} onChoose={(time) => travel.goTo(time)} />
      <div className="toolbar">
        <button
          type="button"
          className="button play"
          aria-pressed={replay.isPlaying}
          onClick={() => (replay.isPlaying ? replay.pause() : replay.play())}
        >
          <Icon name={replay.isPlaying ? 'pause' : 'play'} />
          {replay.isPlaying ? 'Pause' : 'Play'}
        </button>
        <Choices label="Speed" value={replay.speed} options={FASTER} onChoose={(speed) => replay.setSpeed(speed)} />
        <Steps onStep={(ms) => travel.goTo(at + ms)} />
        <MomentField key={replay.epoch} at={at} present={present} onGo={(time) => travel.goTo(time)} />
        <span className="end">
          <Choices label="Reach of the slider" value={span} options={spans} onChoose={setChosen} />
        </span>
      </div>
    </section>
  );
}

function Steps({ onStep }: { readonly onStep: (ms: number) => void }) {
  return (
    <span className="choices" role="group" aria-label="Step">
      {([[-5, '−5 min'], [-1, '−1 min'], [1, '+1 min'], [5, '+5 min']] as const).map(([minutes, text]) => (
        <button key={minutes} type="button" onClick={() => onStep(minutes * MINUTE_MS)}>
          {text}
        </button>
      ))}
    </span>
  );
}

function Progress({ replay }: { readonly replay: Replay }) {
  const { state } = replay;
  return (
    <span role="status" className="progress small">
      {state.name === 'seeking' && <span className="faint">reading …</span>}
      {state.name === 'failed' && <span className="critical-text">{state.message}</span>}
      {state.name === 'shown' && replay.isCoarse && <span className="faint">means of longer times: single records are not kept for so long</span>}
    </span>
  );
}
