import { describe, expect, it } from 'vitest';
import { spansOf, spanTo, stepIn } from '@/app/timeline/spans';
import type { Alert, MonitoringData } from '@/model/messages';
import { alertsAsOf, alertsOnAt } from '@/model/replay/alertsThen';
import { isDull, stepOf } from '@/model/replay/pace';
import { Replay } from '@/model/replay/replay';
import type { Frame, Stretch, Tape } from '@/model/replay/tape';
import { TimeTravel } from '@/model/replay/timeTravel';
import { FakeBrowser, settled } from './fakes';

const T0 = Date.parse('2026-01-03T10:00:00Z');
const MINUTE = 60_000;
const at = (ms: number): string => new Date(T0 + ms).toISOString();

function frame(ms: number, percentage = ms / 1000): Frame {
  const message: MonitoringData = {
    type: 'monitoring_data',
    timestamp: at(ms),
    tick: 1,
    data: { memory: { percentage } },
    streams: { memory: { sequence: ms, timestamp: at(ms), age_ms: 0, stale: false } },
    no_data: {},
    replayed: true,
  };
  return { time: T0 + ms, message };
}

/** Frames of each half second in the given spans, and the present behind the last. */
class FakeTape implements Tape {
  readonly asked: { from: number; to: number; step: number }[] = [];
  isClosed = false;

  constructor(
    private readonly frames: readonly Frame[],
    private readonly failure?: Error,
  ) {}

  async read(from: number, to: number, step: number): Promise<Stretch> {
    this.asked.push({ from: from - T0, to: to - T0, step });
    if (this.failure !== undefined) throw this.failure;
    const behind = this.frames.filter(({ time }) => time > from);
    const frames = behind.filter(({ time }) => time <= to);
    const next = behind[frames.length]?.time;
    const isNow = next === undefined;
    return { frames, to: isNow ? (frames.at(-1)?.time ?? from) : to, next, isNow, step, isCoarse: false };
  }

  close(): void {
    this.isClosed = true;
  }
}

function halfSeconds(from: number, to: number): Frame[] {
  return Array.from({ length: (to - from) / 500 + 1 }, (_, i) => frame(from + i * 500));
}

const alert = (id: string, since: number, more: Partial<Alert> = {}): Alert =>
  ({ id, rule: 'memory', component: 'memory', level: 'WARNING', state: 'firing', since: at(since), message: '', ...more }) as Alert;

function replaying(tape: Tape, more: { present?: number; alerts?: Alert[] } = {}) {
  const browser = new FakeBrowser();
  let hasEnded = false;
  const replay = new Replay({
    tape,
    draw: (draw) => draw(),
    now: () => browser.now(),
    present: () => T0 + (more.present ?? 60 * MINUTE) + browser.now(),
    later: (call, ms) => browser.later(call, ms),
    alerts: async () => more.alerts ?? [],
    onNow: () => {
      hasEnded = true;
      replay.stop();
    },
  });
  const pass = async (ms: number): Promise<void> => {
    for (let i = 0; i < ms / 250; i++) {
      browser.pass(250);
      await settled();
    }
  };
  return { replay, pass, hasEnded: () => hasEnded };
}

const percentage = (replay: Replay): unknown => replay.snapshotOf('memory')?.['percentage'];

describe('a replay', () => {
  it('shows the machine of a moment, with the minutes before it in the charts', async () => {
    const { replay } = replaying(new FakeTape(halfSeconds(0, 20 * MINUTE)));
    await replay.seek(T0 + 10 * MINUTE);
    expect(replay.state).toEqual({ name: 'shown' });
    expect(percentage(replay)).toBe(600);
    expect(replay.serverNow()).toBe(T0 + 10 * MINUTE);
    expect(replay.freshness('memory')).toEqual({ state: 'fresh', ageMs: 0 });
    const { values } = replay.recorder.of('memory').track.since(0, 'percentage');
    expect([values[0], values.at(-1)]).toEqual([410.5, 600]);
    expect(replay.isPast).toBe(true);
  });

  it('stands still until it is played, and then goes as fast as is wanted', async () => {
    const { replay, pass } = replaying(new FakeTape(halfSeconds(0, 20 * MINUTE)));
    await replay.seek(T0 + 5 * MINUTE);
    await pass(2000);
    expect(percentage(replay)).toBe(300);
    replay.play();
    await pass(2000);
    expect(percentage(replay)).toBe(302);
    replay.setSpeed(10);
    await pass(2000);
    expect(percentage(replay)).toBe(322);
    replay.pause();
    await pass(2000);
    expect(percentage(replay)).toBe(322);
  });

  it('reads on before it runs dry', async () => {
    const tape = new FakeTape(halfSeconds(0, 20 * MINUTE));
    const { replay, pass } = replaying(tape);
    await replay.seek(T0 + 5 * MINUTE);
    replay.play();
    await pass(120_000);
    expect(percentage(replay)).toBe(420);
    expect(tape.asked.length).toBeGreaterThan(4);
  });

  it('jumps back as well', async () => {
    const { replay } = replaying(new FakeTape(halfSeconds(0, 20 * MINUTE)));
    await replay.seek(T0 + 10 * MINUTE);
    const { epoch } = replay;
    await replay.seek(T0 + 5 * MINUTE);
    expect(percentage(replay)).toBe(300);
    expect(replay.epoch).toBeGreaterThan(epoch);
    expect(replay.recorder.of('memory').track.last).toBe(T0 + 5 * MINUTE);
  });

  it('says when nothing was recorded, and since when something was again', async () => {
    const { replay } = replaying(new FakeTape([...halfSeconds(0, MINUTE), ...halfSeconds(30 * MINUTE, 40 * MINUTE)]));
    await replay.seek(T0 + 20 * MINUTE);
    expect(replay.state).toEqual({ name: 'nothing', next: T0 + 30 * MINUTE });
  });

  it('skips lost time while it plays', async () => {
    const { replay, pass } = replaying(new FakeTape([...halfSeconds(0, 10 * MINUTE), ...halfSeconds(30 * MINUTE, 40 * MINUTE)]));
    await replay.seek(T0 + 10 * MINUTE - 2000);
    replay.play();
    await pass(5000);
    expect(replay.serverNow()).toBeGreaterThan(T0 + 30 * MINUTE - 1);
    expect(replay.state).toEqual({ name: 'shown' });
  });

  it('marks what is old at that moment as old', async () => {
    const slow = [frame(10 * MINUTE - 30_000)];
    const { replay } = replaying(new FakeTape([...slow, frame(12 * MINUTE)]));
    await replay.seek(T0 + 10 * MINUTE);
    expect(replay.freshness('memory')).toEqual({ state: 'stale', ageMs: 30_000 });
    expect(replay.freshness('gpu')).toEqual({ state: 'unknown' });
  });

  it('has the alerts of that moment', async () => {
    const alerts = [alert('a', 0, { state: 'resolved', resolved: at(11 * MINUTE) }), alert('b', 10 * MINUTE + 1000)];
    const { replay, pass } = replaying(new FakeTape(halfSeconds(0, 20 * MINUTE)), { alerts });
    await replay.seek(T0 + 10 * MINUTE);
    expect(replay.alerts.list().map(({ id, state }) => `${id} ${state}`)).toEqual(['a firing']);
    replay.play();
    await pass(2000);
    expect(replay.alerts.list()).toHaveLength(2);
  });

  it('leads to the present when it has come there', async () => {
    const { replay, pass, hasEnded } = replaying(new FakeTape(halfSeconds(0, 10 * MINUTE)), { present: 10 * MINUTE });
    await replay.seek(T0 + 10 * MINUTE - 5000);
    replay.setSpeed(10);
    replay.play();
    await pass(1500);
    expect(hasEnded()).toBe(true);
  });

  it('never goes beyond the present', async () => {
    const { replay } = replaying(new FakeTape(halfSeconds(0, 10 * MINUTE)), { present: 10 * MINUTE });
    await replay.seek(T0 + 99 * MINUTE);
    expect(replay.serverNow()).toBe(T0 + 10 * MINUTE);
  });

  it('says why it cannot, and stops playing', async () => {
    const { replay } = replaying(new FakeTape([], new Error('The broker cannot be reached.')));
    replay.play();
    await replay.seek(T0);
    expect(replay.state).toEqual({ name: 'failed', message: 'The broker cannot be reached.' });
    expect(replay.isPlaying).toBe(false);
  });

  it('asks only for what can be seen when it is fast', () => {
    expect([stepOf(1), stepOf(10), stepOf(600)]).toEqual([0, 2500, 150_000]);
    expect(isDull(30_000, 1)).toBe(false);
    expect(isDull(600_000, 600)).toBe(false);
    expect(isDull(7_200_000, 600)).toBe(true);
  });
});

describe('a time travel', () => {
  it('ends where it began, and lets go of what it read from', () => {
    const tape = new FakeTape(halfSeconds(0, MINUTE));
    const travel = new TimeTravel(() => replaying(tape).replay);
    let told = 0;
    travel.subscribe(() => told++);
    travel.goTo(T0);
    expect(travel.replay?.target).toBe(T0);
    travel.home();
    expect(travel.replay).toBeUndefined();
    expect(tape.isClosed).toBe(true);
    expect(told).toBe(2);
  });
});

describe('alerts of a moment', () => {
  const over = alert('over', 0, { state: 'resolved', resolved: at(5000) });
  const taken = alert('taken', 1000, { state: 'acknowledged', acknowledged: { timestamp: at(3000), by: 'me' }, notes: [{ timestamp: at(4000), text: 'x' }] });

  it('were on before they were over', () => {
    expect(alertsOnAt([over], T0 + 4000)[0]).toMatchObject({ state: 'firing' });
    expect(alertsOnAt([over], T0 + 4000)[0]).not.toHaveProperty('resolved');
    expect(alertsOnAt([over], T0 + 5000)).toEqual([]);
    expect(alertsAsOf([over], T0 + 5000)).toEqual([over]);
  });

  it('were not acknowledged before somebody did so', () => {
    expect(alertsOnAt([taken], T0 + 2000)[0]).toMatchObject({ state: 'firing', notes: [] });
    expect(alertsOnAt([taken], T0 + 3000)[0]).toMatchObject({ state: 'acknowledged', notes: [] });
    expect(alertsOnAt([taken], T0 + 4000)[0]?.notes).toHaveLength(1);
  });

  it('had not begun before they did, and were never only about to', () => {
    expect(alertsAsOf([taken, alert('p', 0, { state: 'pending' })], T0)).toEqual([]);
  });
});

describe('the slider', () => {
  const HOUR = 3_600_000;
  const DAY = 24 * HOUR;

  it('reaches no further back than what is kept', () => {
    expect(spansOf(undefined).map(([, text]) => text)).toEqual(['1 h', '6 h', '24 h']);
    expect(spansOf(20 * 60_000).map(([, text]) => text)).toEqual(['1 h']);
    expect(spansOf(3 * DAY).map(([, text]) => text)).toEqual(['1 h', '6 h', '24 h', '7 d']);
    expect(spansOf(90 * DAY).at(-1)).toEqual([90 * DAY, 'all']);
  });

  it('reaches back to the moment that is shown', () => {
    expect(spanTo(5 * 60_000, spansOf(90 * DAY))).toBe(HOUR);
    expect(spanTo(8 * HOUR, spansOf(90 * DAY))).toBe(DAY);
    expect(spanTo(400 * DAY, spansOf(90 * DAY))).toBe(90 * DAY);
  });

  it('is moved by a key by about a thousandth', () => {
    expect(stepIn(HOUR)).toBe(5000);
    expect(stepIn(DAY)).toBe(60_000);
    expect(stepIn(900 * DAY)).toBe(DAY);
  });
});
