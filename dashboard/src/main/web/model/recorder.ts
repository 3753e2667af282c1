import { BUCKET_MS, Bands, type BandRows } from './bands';
import { drawnOf, isSource } from './fields';
import type { MonitoringData } from './messages';
import { Track } from './track';

/** Time without data that the server told of. */
export interface KnownGap {
  readonly stream: string;
  readonly at: number;
  readonly count: number;
  readonly reason: string;
}

const MAX_GAPS = 200;

/** A stream's past as far as this page has seen it. */
export class Recording {
  readonly track = new Track();
  readonly bands = new Bands();
  private sequence = -1;
  private steps: number[] = [];

  /** Takes a snapshot that was not taken yet. */
  take(sequence: number, time: number, numbers: () => ReadonlyMap<string, number>): boolean {
    if (sequence === this.sequence) return false;
    const before = this.track.last;
    const row = numbers();
    if (!this.track.append(time, row)) return false;
    this.bands.append(time, row);
    // Only between neighbours: a hole says nothing of the rhythm.
    if (sequence === this.sequence + 1) this.learn(time - before);
    this.sequence = sequence;
    return true;
  }

  private learn(step: number): void {
    this.steps.push(step);
    if (this.steps.length > 15) this.steps.shift();
  }

  /** How far two of its moments usually are apart, in milliseconds. */
  get interval(): number {
    const sorted = [...this.steps].sort((a, b) => a - b);
    return sorted[sorted.length >> 1] ?? 5000;
  }

  /** The single values when they reach back so far or reach back as far as anything; otherwise bands. */
  since(from: number, field: string): BandRows {
    const coarser = this.bands.first;
    if (Number.isNaN(coarser) || this.track.first <= from || this.track.first - BUCKET_MS <= coarser) {
      const { times, values } = this.track.since(from, field);
      return { times, values, min: values, max: values };
    }
    return this.bands.since(from, field);
  }
}

/** Everything that charts draw of the time since the page was opened. Bounded. */
export class Recorder {
  private readonly recordings = new Map<string, Recording>();
  readonly gaps: KnownGap[] = [];

  of(stream: string): Recording {
    let recording = this.recordings.get(stream);
    if (recording === undefined) {
      recording = new Recording();
      this.recordings.set(stream, recording);
    }
    return recording;
  }

  streams(): string[] {
    return [...this.recordings.keys()].sort();
  }

  take(message: MonitoringData): void {
    for (const [stream, state] of Object.entries(message.streams)) {
      const snapshot = message.data[stream];
      if (snapshot !== undefined && isSource(stream)) {
        this.of(stream).take(state.sequence, Date.parse(state.timestamp), () => drawnOf(stream, snapshot));
      }
    }
  }

  missing(gap: KnownGap): void {
    this.gaps.push(gap);
    if (this.gaps.length > MAX_GAPS) this.gaps.shift();
  }
}
