import { FINEST_MS, historyPiece } from './historyTape';
import type { Stretch, Tape } from './tape';

/** What is kept at all: the queues with every record, and before them the history. */
export class Archive implements Tape {
  private queuesFrom = -Infinity;

  constructor(
    private readonly queues: Tape,
    private readonly history: Tape,
  ) {}

  async read(from: number, to: number, step: number, signal: AbortSignal): Promise<Stretch> {
    if (from >= this.queuesFrom) {
      const stretch = await this.queues.read(from, to, step, signal);
      if (stretch.keptFrom === undefined) return stretch;
      this.queuesFrom = stretch.keptFrom;
    }
    const end = Math.min(Math.max(to, from + historyPiece(step)), this.queuesFrom);
    const older = await this.history.read(from, end, step, signal);
    return older.frames.length > 0 ? older : { ...older, next: await this.nextAfter(end, signal) };
  }

  /** About when something was recorded again: coarser questions reach farther, and a second one from there is finer. */
  private async nextAfter(time: number, signal: AbortSignal): Promise<number> {
    const step = (this.queuesFrom - time) / (historyPiece(1) / FINEST_MS);
    const later = step < FINEST_MS ? undefined : await this.history.read(time, this.queuesFrom, step, signal);
    return later?.frames[0]?.time ?? this.queuesFrom;
  }

  close(): void {
    this.queues.close();
    this.history.close();
  }
}
