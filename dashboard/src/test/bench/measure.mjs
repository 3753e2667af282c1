// Called by scripts/bench-dashboard, which starts the Hostpulse that is looked at. docs/BENCHMARKS.md says what the figures mean.
import { loadavg } from 'node:os';
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { POINTS, SOURCES, VALUES, serveManySeries } from './manySeries.mjs';
import { load } from './processorTime.mjs';

const BASE = process.env.DASHBOARD_URL;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 20);
const PAINTS = 7;
const PATIENCE_MS = 180_000;
const FRAME_MS = 1000 / 60;

const server = await chromium.launchServer({
  executablePath: process.env.DASHBOARD_CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const browser = await chromium.connect(server.wsEndpoint());
const results = {};

try {
  results.machine = await machine();
  results.paint = await firstPaints();
  results.idle = {};
  for (const view of ['overview', 'performance', 'processes']) results.idle[view] = await idle(view);
  results.series = await manySeries();
  results.loadAfter = loadavg()[0];
} finally {
  await browser.close();
  await server.close();
}
console.log(process.env.BENCH_FORMAT === 'json' ? JSON.stringify(results) : told(results));
// At once: what the closed browser leaves behind has nothing more to say, and its end must not become ours.
process.exit(0);

async function machine() {
  const cpu = /model name\s*: (.*)/.exec(await readFile('/proc/cpuinfo', 'utf8'))?.[1] ?? 'unknown';
  const page = await browser.newPage();
  const renderer = await page.evaluate(() => {
    const context = document.createElement('canvas').getContext('webgl');
    const info = context?.getExtension('WEBGL_debug_renderer_info');
    return info ? context.getParameter(info.UNMASKED_RENDERER_WEBGL) : 'no WebGL';
  });
  const cores = await page.evaluate(() => navigator.hardwareConcurrency);
  await page.close();
  return { cpu, cores, browser: browser.version(), renderer, load: loadavg()[0] };
}

async function newPage() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  return page;
}

/** From the navigation's start to the first frame with a measured value on it, with nothing cached. */
async function firstPaints() {
  const times = [];
  for (let i = 0; i < PAINTS; i++) {
    const page = await newPage();
    await page.addInitScript(() => {
      const look = () => {
        const figure = document.querySelector('.tile .figure');
        if (figure !== null && /\d/.test(figure.textContent ?? '')) globalThis.usefulAt = performance.now();
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.goto(BASE);
    await page.waitForFunction(() => globalThis.usefulAt !== undefined);
    times.push(await page.evaluate(() => globalThis.usefulAt));
    await page.context().close();
  }
  return times.sort((a, b) => a - b);
}

/** What the browser's processes take while somebody only looks: two messages a second, and no touch. */
async function idle(view) {
  const page = await newPage();
  await page.goto(`${BASE}/#/${view}`);
  await page.locator('.pill.live').waitFor();
  await page.waitForTimeout(5000);
  const percent = await load(server.process().pid, SECONDS);
  await page.context().close();
  return percent;
}

/** The times between frames while a page with all series is looked at, and while it is scrolled from end to end. */
async function manySeries() {
  const page = await newPage();
  await page.addInitScript(() => localStorage.setItem('hostpulse.preferences', '{"windowMinutes":15}'));
  await serveManySeries(page);
  await page.goto(`${BASE}/#/performance`);
  const wanted = SOURCES * VALUES;
  await page.waitForFunction((count) => document.querySelectorAll('.chart .uplot').length >= count, wanted);
  // Until everything that was missed has come, and what that costs is over.
  await page.waitForFunction(() => document.querySelector('.pill.live') !== null);
  await page.waitForTimeout(15_000);
  const still = await frames(page, 0);
  const scrolled = await frames(page, 12);
  const drawn = await pointsDrawn(page);
  const percent = await load(server.process().pid, SECONDS);
  await page.context().close();
  return { series: wanted, points: POINTS, drawn, still, scrolled, percent };
}

/** How many values the first chart really has: a fast chart with nothing on it would be no news. */
async function pointsDrawn(page) {
  await page.evaluate(() => scrollTo(0, 0));
  await page.locator('.chart-tools button').first().click();
  const rows = page.locator('.chart-values tbody tr');
  await rows.first().waitFor();
  const count = Number(await page.locator('.chart-values').first().getAttribute('data-rows'));
  await page.locator('.chart-tools button').first().click();
  return count;
}

function frames(page, pixels) {
  return page.evaluate(
    ([milliseconds, step]) =>
      new Promise((resolve) => {
        const times = [];
        let direction = 1;
        const begin = performance.now();
        const next = (now) => {
          times.push(now);
          if (step > 0) {
            const end = document.documentElement.scrollHeight - innerHeight;
            if (scrollY >= end) direction = -1;
            if (scrollY <= 0) direction = 1;
            scrollBy(0, step * direction);
          }
          if (now - begin < milliseconds) requestAnimationFrame(next);
          else resolve(times.slice(1).map((time, i) => time - times[i]));
        };
        requestAnimationFrame(next);
      }),
    [SECONDS * 1000, pixels],
  ).then(summary);
}

function summary(intervals) {
  const sorted = [...intervals].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  const total = intervals.reduce((sum, one) => sum + one, 0);
  return {
    frames: intervals.length,
    perSecond: (1000 * intervals.length) / total,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: sorted.at(-1),
    // A frame that took twice its time is one that was missed.
    missed: intervals.filter((one) => one > 1.5 * FRAME_MS).length / intervals.length,
  };
}

function told({ machine, paint, idle, series, loadAfter }) {
  const percent = (byKind) => {
    const all = Object.values(byKind).reduce((sum, one) => sum + one, 0);
    return `${(byKind.renderer ?? 0).toFixed(1).padStart(9)} ${all.toFixed(1).padStart(9)}`;
  };
  const frame = (name, one) =>
    `${name.padEnd(12)} ${one.perSecond.toFixed(1).padStart(9)} ${one.p50.toFixed(1).padStart(9)} ${one.p95.toFixed(1).padStart(9)} ${one.p99.toFixed(1).padStart(9)} ${one.max.toFixed(1).padStart(9)} ${(100 * one.missed).toFixed(1).padStart(8)} %`;
  return [
    `${machine.cpu}, ${machine.cores} cores, load ${machine.load.toFixed(1)} before and ${loadAfter.toFixed(1)} after`,
    `Chromium ${machine.browser}, ${machine.renderer}`,
    '',
    `first useful paint, ${paint.length} times: median ${Math.round(paint[paint.length >> 1])} ms, worst ${Math.round(paint.at(-1))} ms   (goal < 1000 ms)`,
    '',
    'idle, % of a core    renderer       all   (goal < 5)',
    ...Object.entries(idle).map(([view, byKind]) => `${view.padEnd(18)} ${percent(byKind)}`),
    '',
    `${series.series} series of ${series.points} points (${series.drawn} rows in the first chart), two messages a second`,
    'frames            a second   p50 ms    p95 ms    p99 ms    max ms   missed   (goal 60 a second)',
    frame('still', series.still),
    frame('scrolling', series.scrolled),
    `${'still, % of a core'.padEnd(18)} ${percent(series.percent)}`,
  ].join('\n');
}
