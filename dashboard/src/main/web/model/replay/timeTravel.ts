import type { Replay } from './replay';

/** Brings the page to another moment, and back to the present. */
export class TimeTravel {
  replay: Replay | undefined;
  private readonly listeners = new Set<() => void>();

  /** @param begin makes a replay that tells when it has come to the present */
  constructor(private readonly begin: (onNow: () => void) => Replay) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  goTo(at: number): void {
    this.replay ??= this.begin(() => this.home());
    void this.replay.seek(at);
    this.tell();
  }

  home(): void {
    this.replay?.stop();
    this.replay = undefined;
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
