import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { drawNever, drawSoon } from '@/chart/drawQueue';
import { stillness } from '@/chart/pace';

describe('Charts', () => {
  let frames: (() => void)[];
  let now: number;

  beforeEach(() => {
    frames = [];
    now = 0;
    vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
    vi.spyOn(performance, 'now').mockImplementation(() => now);
  });

  afterEach(() => {
    while (frames.length > 0) frame();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  function frame(): void {
    frames.shift()?.();
  }

  it('share a frame until it is used up, and go on in the next one', () => {
    const drawn: string[] = [];
    for (const name of ['a', 'b', 'c', 'd']) {
      drawSoon(() => {
        drawn.push(name);
        now += 4;
      });
    }
    frame();
    expect(drawn).toEqual(['a', 'b']);
    frame();
    expect(drawn).toEqual(['a', 'b', 'c', 'd']);
    expect(frames).toEqual([]);
  });

  it('are drawn once, however often they ask before a frame', () => {
    const draw = vi.fn();
    drawSoon(draw);
    drawSoon(draw);
    frame();
    expect(draw).toHaveBeenCalledTimes(1);
  });

  it('are not drawn when they are gone', () => {
    const draw = vi.fn();
    drawSoon(draw);
    drawNever(draw);
    frame();
    expect(draw).not.toHaveBeenCalled();
  });

  it('stand still until their window has moved by a pixel', () => {
    expect(stillness({ minutes: 60 }, 600)).toBe(6000);
    expect(stillness({ minutes: 5 }, 1200)).toBe(250);
    expect(stillness({ minutes: 43_200 }, 600)).toBe(10_000);
    expect(stillness({ minutes: 60 }, 0)).toBe(10_000);
  });
});
