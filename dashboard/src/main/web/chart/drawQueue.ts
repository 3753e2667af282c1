/** What drawing may take of a frame: the rest of its 16.7 ms belongs to scrolling, to React, and to the browser itself. */
const BUDGET_MS = 6;

const waiting = new Set<() => void>();
let isDue = false;

/** Draws soon, in the order of asking, and as many frames later as it takes: a page of fifty charts scrolls as smoothly as one of two. */
export function drawSoon(draw: () => void): void {
  waiting.add(draw);
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(drawSome);
}

export function drawNever(draw: () => void): void {
  waiting.delete(draw);
}

function drawSome(): void {
  const end = performance.now() + BUDGET_MS;
  for (const draw of waiting) {
    waiting.delete(draw);
    draw();
    if (performance.now() >= end) break;
  }
  isDue = waiting.size > 0;
  if (isDue) requestAnimationFrame(drawSome);
}
