import type { AlertBook } from './alertBook';
import type { Freshness } from './freshness';
import type { JsonObject } from './json';
import type { MonitoringData } from './messages';
import type { Recorder } from './recorder';

/** What the views show: the machine as it is now, or as it was at a moment of the past. */
export interface Scene {
  /** Whether this is a replay: then nothing may be ordered. */
  readonly isPast: boolean;
  /** Changes when the moment jumps: what was asked for around it has to be asked for again. */
  readonly epoch: number;
  readonly recorder: Recorder;
  readonly alerts: AlertBook;
  /** The newest snapshot of every stream; nothing as long as none has come. */
  readonly message: MonitoringData | undefined;
  /** How many messages the broker left out because this page was slow. */
  readonly skipped: number;
  /** Grows with each drawing. */
  readonly version: number;
  readonly subscribe: (listener: () => void) => () => void;
  snapshotOf(stream: string): JsonObject | undefined;
  freshness(stream: string): Freshness;
  /** The moment that is shown, by the server's clock, in milliseconds since 1970. */
  serverNow(): number;
  /** What the server's clock says now, whatever moment is shown. */
  present(): number;
}
