import type { GapMessage, MonitoringData } from '../messages';

/** Something that was recorded, at its time in milliseconds since 1970. */
export interface Frame {
  readonly time: number;
  readonly message: MonitoringData | GapMessage;
}

/** A piece of what was recorded. */
export interface Stretch {
  /** In the order of time. */
  readonly frames: readonly Frame[];
  /** Up to here nothing is left out. */
  readonly to: number;
  /** When the next record comes, if it is known. */
  readonly next?: number | undefined;
  /** Whether the recording goes no further: behind it is the present. */
  readonly isNow: boolean;
  /** Since when this tape has anything; only when that is later than what was asked for. */
  readonly keptFrom?: number | undefined;
  /** How far apart the records of a stream are at least, in milliseconds; 0 when all are here. */
  readonly step: number;
  /** Whether these are means of minutes or hours, which have numbers only. */
  readonly isCoarse: boolean;
}

/** What was recorded, from wherever it is kept. */
export interface Tape {
  /**
   * Reads what came after `from` and not after `to`.
   *
   * @param step milliseconds; only the newest record of each stream in so much time is wanted, 0 for every one
   */
  read(from: number, to: number, step: number, signal: AbortSignal): Promise<Stretch>;
  close(): void;
}
