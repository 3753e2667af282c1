import { AlertBook } from '../alertBook';
import type { Freshness } from '../freshness';
import type { JsonObject } from '../json';
import type { Frame as Draw } from '../live';
import type { Alert, MonitoringData } from '../messages';
import { Recorder } from '../recorder';
import type { Scene } from '../scene';
import { alertsOnAt } from './alertsThen';
import { Moment } from './moment';
import { isDull, isLow, pieceOf, stepOf, type Speed } from './pace';
import type { Frame, Stretch, Tape } from './tape';

export type ReplayState =
  | { readonly name: 'seeking' }
  | { readonly name: 'shown' }
  /** Nothing was recorded then; `next` is when something was again. */
  | { readonly name: 'nothing'; readonly next: number | undefined }
  | { readonly name: 'failed'; readonly message: string };

export interface Projection {
  readonly tape: Tape;
  readonly draw: Draw;
  now(): number;
  /** What the server's clock says now. */
  present(): number;
  later(call: () => void, ms: number): () => void;
  /** The alerts that had begun before a time and were not over a while before. */
  alerts(time: number, signal: AbortSignal): Promise<readonly Alert[]>;
  /** Playing has come to the present. */
  onNow(): void;
}

/** How long before a moment is read: what small charts show, and then until the slowest tier of the history has a value. */
const LEADS_MS = [190_000, 65 * 60_000, 150 * 60_000];

const TICK_MS = 250;

/** Older than that, a record tells nothing of the moment. */
const OLD_MS = 60_000;

/** A record may be late by so many of its intervals. */
const LATE_INTERVALS = 3;

/** Alerts that began so soon after the moment are known before they begin. */
const ALERTS_AHEAD_MS = 3_600_000;

/** So near to the present, nothing is worth being replayed. */
const NEARLY_NOW_MS = 3000;

/**
 * The machine at a moment of the past, standing still or going on. Reads ahead of what it shows, skips time of which nothing was
 * recorded, and says when it has come to the present.
 */
export class Replay implements Scene {
  readonly isPast = true;
  readonly skipped = 0;
  epoch = 0;
  recorder = new Recorder();
  readonly alerts = new AlertBook();
  message: MonitoringData | undefined;
  version = 0;
  state: ReplayState = { name: 'seeking' };
  speed: Speed = 1;
  isPlaying = false;
  /** Whether what is shown are means of minutes or hours. */
  isCoarse = false;
  /** Where it is going while it seeks; otherwise what it shows. */
  target = 0;

  private position = 0;
  private moment = new Moment();
  /** Read and not yet shown. */
  private ahead: Frame[] = [];
  private reached = 0;
  private next: number | undefined;
  private isAtEnd = false;
  private step = 0;
  private lastTime = -Infinity;
  private stories: readonly Alert[] = [];
  private storiesTo = -Infinity;
  private seeking = new AbortController();
  private pulling: Promise<void> | undefined;
  private playedAt = 0;
  private stopTimer = (): void => {};
  private isDue = false;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly projection: Projection) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Shows another moment. It goes on playing from there if it was playing. */
  async seek(at: number): Promise<void> {
    this.seeking.abort();
    this.seeking = new AbortController();
    const { signal } = this.seeking;
    this.target = Math.min(at, this.projection.present());
    this.pulling = undefined;
    this.to({ name: 'seeking' });
    try {
      const [stretches] = await Promise.all([this.around(this.target, signal), this.learnAlerts(this.target, signal)]);
      if (!signal.aborted) this.arrive(stretches);
    } catch (failure) {
      if (!signal.aborted) this.failed(failure);
    }
  }

  play(): void {
    this.isPlaying = true;
    this.playedAt = this.projection.now();
    this.stopTimer();
    this.tickLater();
    this.changed();
  }

  pause(): void {
    this.isPlaying = false;
    this.stopTimer();
    this.changed();
  }

  setSpeed(speed: Speed): void {
    this.speed = speed;
    this.changed();
  }

  stop(): void {
    this.pause();
    this.seeking.abort();
    this.projection.tape.close();
  }

  snapshotOf(stream: string): JsonObject | undefined {
    return this.message?.data[stream];
  }

  freshness(stream: string): Freshness {
    const interval = Math.max(this.recorder.of(stream).interval, this.step);
    return this.moment.freshness(stream, this.position, LATE_INTERVALS * interval);
  }

  serverNow(): number {
    return this.position;
  }

  present(): number {
    return this.projection.present();
  }

  private async around(at: number, signal: AbortSignal): Promise<Stretch[]> {
    const step = stepOf(this.speed);
    for (const lead of LEADS_MS) {
      const stretches = await this.readTo(at - lead, at, step, signal);
      const isFound = stretches.some(({ frames }) => frames.some(({ time }) => time <= at));
      if (isFound || lead === LEADS_MS.at(-1) || stretches.at(-1)?.isCoarse !== true) return stretches;
    }
    return [];
  }

  // The end of what the history has and the beginning of what the queues have may lie between.
  private async readTo(from: number, at: number, step: number, signal: AbortSignal): Promise<Stretch[]> {
    const { tape } = this.projection;
    const to = at + pieceOf(this.speed);
    const stretches = [await tape.read(from, to, step, signal)];
    for (let last = stretches[0] as Stretch; last.to < at && !last.isNow; stretches.push(last)) {
      last = await tape.read(last.to, to, step, signal);
    }
    return stretches;
  }

  private arrive(stretches: readonly Stretch[]): void {
    this.moment = new Moment();
    this.recorder = new Recorder();
    this.ahead = [];
    this.lastTime = -Infinity;
    this.isAtEnd = false;
    this.position = this.target;
    this.epoch++;
    for (const stretch of stretches) this.take(stretch);
    this.show();
    const isOld = this.position - this.lastTime > Math.max(OLD_MS, LATE_INTERVALS * this.step);
    this.to(isOld ? { name: 'nothing', next: this.ahead[0]?.time ?? this.next } : { name: 'shown' });
    this.playedAt = this.projection.now();
  }

  private take({ frames, to, next, isNow, step, isCoarse }: Stretch): void {
    this.ahead.push(...frames);
    this.reached = to;
    this.next = next;
    this.isAtEnd = isNow;
    this.step = step;
    this.isCoarse = isCoarse;
  }

  /** Puts everything up to the position onto what is shown. */
  private show(): void {
    const after = this.ahead.findIndex(({ time }) => time > this.position);
    for (const { time, message } of this.ahead.splice(0, after < 0 ? this.ahead.length : after)) {
      if (message.type === 'gap') {
        this.recorder.missing({ stream: message.stream, at: time, count: message.count, reason: message.reason });
      } else {
        this.moment.take(message);
        this.recorder.take(message);
        this.lastTime = time;
      }
    }
    this.message = this.moment.message(this.position, alertsOnAt(this.stories, this.position));
    this.alerts.take(this.message);
  }

  private tickLater(): void {
    this.stopTimer = this.projection.later(() => {
      this.advance();
      if (this.isPlaying) this.tickLater();
    }, TICK_MS);
  }

  private advance(): void {
    const now = this.projection.now();
    const passed = now - this.playedAt;
    this.playedAt = now;
    if (this.state.name === 'nothing' && this.state.next !== undefined) void this.seek(this.state.next);
    if (this.state.name !== 'shown') return;
    if (isLow(this.reached - this.position, this.speed)) this.pull();
    const dull = this.ahead.length === 0 && this.next !== undefined && isDull(this.next - this.position, this.speed) ? this.next : undefined;
    if (dull !== undefined) {
      void this.seek(dull);
      return;
    }
    this.position = Math.min(this.position + passed * this.speed, Math.max(this.position, this.reached));
    this.target = this.position;
    this.show();
    this.changed();
    if (this.isAtEnd && this.position >= this.reached) this.ended();
    else if (this.position > this.storiesTo) void this.learnAlerts(this.position, this.seeking.signal);
  }

  private ended(): void {
    if (this.projection.present() - this.position <= NEARLY_NOW_MS + stepOf(this.speed) + 2 * TICK_MS * this.speed) this.projection.onNow();
    else {
      // It was the end when it was read; since then more has been recorded.
      this.isAtEnd = false;
      this.pull();
    }
  }

  /** Reads the next piece, unless that is under way. */
  private pull(): void {
    if (this.pulling !== undefined || this.isAtEnd) return;
    const { signal } = this.seeking;
    const from = this.reached;
    this.pulling = this.projection.tape
      .read(from, from + pieceOf(this.speed), stepOf(this.speed), signal)
      .then(
        (stretch) => {
          if (!signal.aborted) this.take(stretch);
        },
        (failure: unknown) => {
          if (!signal.aborted) this.failed(failure);
        },
      )
      .finally(() => {
        if (!signal.aborted) this.pulling = undefined;
      });
  }

  /** Without them the moment is shown all the same. */
  private async learnAlerts(at: number, signal: AbortSignal): Promise<void> {
    this.storiesTo = at + ALERTS_AHEAD_MS;
    try {
      const stories = await this.projection.alerts(this.storiesTo, signal);
      if (!signal.aborted) this.stories = stories;
    } catch {
      if (!signal.aborted) this.stories = [];
    }
  }

  private failed(failure: unknown): void {
    this.pause();
    this.to({ name: 'failed', message: failure instanceof Error ? failure.message : String(failure) });
  }

  private to(state: ReplayState): void {
    this.state = state;
    this.changed();
  }

  private changed(): void {
    if (this.isDue) return;
    this.isDue = true;
    this.projection.draw(() => {
      this.isDue = false;
      this.version++;
      for (const listener of this.listeners) listener();
    });
  }
}
