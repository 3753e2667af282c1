import { AlertBook } from './alertBook';
import { Connection, type Phase, type Surroundings } from './connection';
import { freshness, type Freshness } from './freshness';
import type { JsonObject } from './json';
import type { Connected, MonitoringData, ServerMessage } from './messages';
import { Recorder } from './recorder';
import type { Scene } from './scene';

/** When a change may be drawn: the next frame in a browser, at once in a test. */
export type Frame = (draw: () => void) => void;

/**
 * What the page knows of the machine now, and its recordings. Views look at it when they are told that something changed, at most
 * once a frame.
 */
export class Live implements Scene {
  readonly isPast = false;
  readonly epoch = 0;
  readonly recorder = new Recorder();
  readonly alerts = new AlertBook();
  phase: Phase = { name: 'connecting', failures: 0 };
  server: Connected | undefined;
  message: MonitoringData | undefined;
  receivedAt = 0;
  /** Grows with each drawing. */
  version = 0;
  /** How many messages the broker left out because this page was slow. */
  skipped = 0;
  private readonly connection: Connection;
  private readonly listeners = new Set<() => void>();
  private isDue = false;

  constructor(
    private readonly surroundings: Surroundings,
    private readonly frame: Frame,
  ) {
    this.connection = new Connection(surroundings, {
      phase: (phase) => {
        this.phase = phase;
        this.changed();
      },
      message: (message, resuming) => this.take(message, resuming),
    });
  }

  start(): void {
    this.connection.start();
  }

  hurry(): void {
    this.connection.hurry();
  }

  stop(): void {
    this.connection.stop();
  }

  /** Goes out and comes in again, as somebody else. */
  restart(): void {
    this.connection.stop();
    this.connection.start();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private take(message: ServerMessage, resuming: boolean): void {
    if (message.type === 'connection') this.server = message;
    else if (message.type === 'monitoring_data') this.snapshot(message, resuming);
    else if (message.type === 'alert') this.alerts.change(message);
    else if (message.type === 'gap') {
      this.recorder.missing({
        stream: message.stream,
        at: Date.parse(message.timestamp),
        count: message.count,
        reason: message.reason,
      });
    } else return;
    this.changed();
  }

  /** Something to show until the first message comes, which may take an interval. The charts wait for what comes in order. */
  preview(message: MonitoringData): void {
    if (this.message !== undefined) return;
    this.message = message;
    this.receivedAt = this.surroundings.now();
    this.changed();
  }

  private snapshot(message: MonitoringData, resuming: boolean): void {
    if (!resuming) this.recorder.take(message);
    // The past belongs into the charts only.
    if (message.replayed === true) return;
    this.message = message;
    this.receivedAt = this.surroundings.now();
    this.skipped += message.skipped ?? 0;
    this.alerts.take(message);
  }

  private changed(): void {
    if (this.isDue) return;
    this.isDue = true;
    this.frame(() => {
      this.isDue = false;
      this.version++;
      for (const listener of this.listeners) listener();
    });
  }

  /** Draws again although nothing came: ages grow. */
  tick(): void {
    this.changed();
  }

  now(): number {
    return this.surroundings.now();
  }

  snapshotOf(stream: string): JsonObject | undefined {
    return this.message?.data[stream];
  }

  freshness(stream: string): Freshness {
    return freshness(stream, this.message, this.receivedAt, this.now());
  }

  /** The server's time of the newest message, about now; its clock counts for everything that is drawn. */
  serverNow(): number {
    if (this.message === undefined) return this.now();
    return Date.parse(this.message.timestamp) + Math.max(0, this.now() - this.receivedAt);
  }

  present(): number {
    return this.serverNow();
  }
}
