import { drawNever, drawSoon } from './drawQueue';
import type { TimeWindow } from './TimeChart';

/** Messages come twice a second; each is drawn where there is room for it. */
const LEAST_MS = 250;

/** What is just below the edge is drawn before it is scrolled to. */
const MARGIN = '200px';

/** What no message tells, such as a gap that begins, is seen no later than this. */
const MOST_MS = 10_000;

/**
 * How long a chart looks the same: its window has to move by a pixel before anything is elsewhere. A week over 500 pixels is drawn
 * every ten seconds, five minutes twice a second.
 */
export function stillness(window: TimeWindow, pixels: number): number {
  const span = 'minutes' in window ? window.minutes * 60_000 : window.to - window.from;
  return Math.max(LEAST_MS, Math.min(MOST_MS, span / Math.max(1, pixels)));
}

/** Decides when a chart is drawn: soon after it changed, when it is seen, and when that can be seen. */
export class Pace {
  private isSeen = true;
  private drawnAt = -Infinity;
  private readonly observer: IntersectionObserver;

  /**
   * Draws soon for the first time.
   *
   * @param now the time that is shown, which may run faster or jump when the past is replayed
   * @param between is called instead of drawing while that would change nothing
   */
  constructor(
    private readonly element: Element,
    private readonly now: () => number,
    private readonly window: () => TimeWindow,
    private readonly update: () => void,
    private readonly between: () => void,
  ) {
    this.observer = new IntersectionObserver((entries) => this.sighted(entries.at(-1)?.isIntersecting === true), { rootMargin: MARGIN });
    this.observer.observe(element);
    this.soon();
  }

  private readonly draw = (): void => {
    this.drawnAt = this.now();
    this.update();
  };

  private sighted(isSeen: boolean): void {
    this.isSeen = isSeen;
    if (isSeen) this.soon();
    else drawNever(this.draw);
  }

  /** Something was changed by hand. */
  readonly soon = (): void => {
    if (this.isSeen) drawSoon(this.draw);
  };

  /** Time has passed, and values may have come. */
  readonly follow = (): void => {
    if (!this.isSeen) return;
    const moved = Math.abs(this.now() - this.drawnAt);
    if (moved >= stillness(this.window(), this.element.clientWidth)) drawSoon(this.draw);
    else this.between();
  };

  stop(): void {
    this.observer.disconnect();
    drawNever(this.draw);
  }
}
