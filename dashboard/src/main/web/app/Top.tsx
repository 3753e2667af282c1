import type { RefObject } from 'react';
import { duration, moment } from '../format/time';
import { Icon } from '../ui/Icon';
import { useLive, useScene, useTravel } from './context';
import { useStanding } from './identity';
import { link } from './routes';

export function Top({ title, heading }: { readonly title: string; readonly heading: RefObject<HTMLHeadingElement | null> }) {
  const live = useLive();
  const scene = useScene();
  const open = scene.alerts.list().filter((alert) => alert.state === 'firing');
  const worst = open.some((alert) => alert.level === 'CRITICAL') ? 'critical' : 'warning';
  return (
    <header className="top">
      <h1 ref={heading} tabIndex={-1}>
        {title} <span className="top-host">{live.server?.host}</span>
      </h1>
      {open.length > 0 && (
        <a className={`pill ${worst}`} href={link('alerts')}>
          {open.length} {open.length === 1 ? 'alert' : 'alerts'}
        </a>
      )}
      <Who />
      {scene.isPast ? <Then /> : <LookBack />}
      {!scene.isPast && <Status />}
    </header>
  );
}

/** Said only where it differs from what most people expect: that they may do everything. */
function Who() {
  const standing = useStanding();
  if (standing.state !== 'known' || (standing.me.mayOrder && !standing.me.hasToken)) return null;
  const { me } = standing;
  return (
    <a className="pill" href={link('settings')} title={me.mayOrder ? 'You may look and give orders' : `You may look: ${me.reason}`}>
      {me.hasToken && <span className="who">{me.name}</span>} {me.mayOrder ? 'operator' : 'viewer'}
    </a>
  );
}

/** Stays in sight, however far down one reads: this is not now. */
function Then() {
  const scene = useScene();
  return (
    <span className="pill past">
      the past{scene.message !== undefined && <span className="number">{moment(scene.serverNow(), scene.present())}</span>}
    </span>
  );
}

/** So far back it begins: what one has just missed. */
const JUST_MISSED_MS = 5 * 60_000;

function LookBack() {
  const travel = useTravel();
  const live = useLive();
  if (live.message === undefined) return null;
  return (
    <button type="button" className="pill" onClick={() => travel.goTo(live.serverNow() - JUST_MISSED_MS)}>
      <Icon name="past" /> Look back
    </button>
  );
}

const LATE_MS = 3000;

function Status() {
  const live = useLive();
  if (live.phase.name !== 'live') {
    return (
      <span className="pill lost">
        <span className="dot" /> {live.phase.name === 'connecting' ? 'connecting' : 'not connected'}
      </span>
    );
  }
  const age = live.now() - live.receivedAt;
  const isLate = live.message === undefined || age > LATE_MS;
  return (
    <span className={`pill ${isLate ? 'late' : 'live'}`} title="How long ago the newest data came">
      <span className="dot" /> {isLate ? 'waiting for data' : 'live'}
      {isLate && live.message !== undefined && <span className="number">{duration(age)}</span>}
    </span>
  );
}
