import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

const run = promisify(execFile);

/** What the test is told by whoever started Hostpulse: tests/system, or a person. */
export const BASE = required('DASHBOARD_URL');
export const DATA = required('DASHBOARD_DATA');
export const SHOTS = process.env.DASHBOARD_SHOTS;

/** The machine may be busy with a whole build: a wait says what is hoped for, and ends when it is there. */
export const PATIENCE_MS = 90_000;

function required(name) {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: see docs/DASHBOARD.md`);
  return value;
}

/** Gives a command to the Hostpulse under test; resolves with what it printed. */
export async function hostpulse(...command) {
  const { stdout } = await run(required('DASHBOARD_SCRIPT'), [...command, '--data', DATA], { timeout: 120_000 });
  return stdout;
}

/** Kills one of its processes as a machine that is short of memory would: without a good-bye. */
export async function kill(name) {
  const { processes } = JSON.parse(await hostpulse('status', '--json'));
  process.kill(processes.find((one) => one.name === name).pid, 'SIGKILL');
}

/** Asks until something is so; the alerter and the history write down what they know some seconds later. */
export async function eventually(what, ask) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await ask();
    if (found) return found;
    if (Date.now() > end) throw new Error(`never so within ${PATIENCE_MS / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** A process whose name would be a tag if anybody took it for one. */
export async function hostileProcess() {
  const folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  const program = join(folder, HOSTILE_NAME);
  await copyFile('/usr/bin/yes', program);
  const hostile = spawn(program, ['<script>document.title="hostile"</script>'], { stdio: ['ignore', 'ignore', 'ignore'] });
  return async () => {
    hostile.kill('SIGKILL');
    await rm(folder, { recursive: true });
  };
}

export const HOSTILE_NAME = '<b id=hostile>';

export const NUMBER = /\d/;

/** Each page, and what is only there when data came. */
export const PAGES = {
  overview: (page) => page.locator('.tile .figure').filter({ hasText: /\d %/ }).first(),
  performance: (page) => page.locator('.readout b').filter({ hasText: NUMBER }).nth(5),
  processes: (page) => page.locator('tbody tr').nth(5),
  network: (page) => page.locator('tbody tr').filter({ hasText: 'lo' }).first(),
  disks: (page) => page.locator('.mount').filter({ hasText: 'free of' }).first(),
  gpu: (page) => page.locator('.gauge, .empty').first(),
  alerts: (page) => page.getByRole('heading', { name: 'On now' }),
  rules: (page) => page.locator('.rule').nth(3),
  pipeline: (page) => page.locator('tbody tr').filter({ hasText: 'running' }).nth(5),
  settings: (page) => page.getByRole('heading', { name: 'How it looks' }),
};

const LOOKS = {
  light: { scheme: 'light' },
  dark: { scheme: 'dark' },
  phone: { scheme: 'light', width: 390, height: 844 },
};

/**
 * Tests in each look that nothing keeps people from using pages, and that none is wider than the screen.
 *
 * @param browser tells which, once it runs
 * @param visit goes from page to page, and calls what it is given at each with a name for its picture
 */
export function areOpenToAll(browser, visit) {
  for (const [name, look] of Object.entries(LOOKS)) {
    it(`has no serious barrier: ${name}`, async () => {
      const { page, close, complaints } = await open(browser(), look);
      const found = [];
      await visit(page, async (title) => {
        found.push(...(await barriers(page)).map((text) => `${title}: ${text}`));
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(overflow <= 0, `${title} is ${overflow} px wider than the screen`);
        if (SHOTS !== undefined) await page.screenshot({ path: join(SHOTS, `${title}-${name}.png`) });
      });
      assert.deepEqual(found, []);
      assert.deepEqual(complaints, []);
      await close();
    });
  }
}

export async function launch() {
  return chromium.launch({
    executablePath: process.env.DASHBOARD_CHROMIUM ?? '/usr/bin/chromium',
    // Chromium's own sandbox refuses to run as root, as in containers.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}

/** A page that remembers everything it should not have done; `refusals` are the answers that the test itself asks for. */
export async function open(browser, { scheme = 'light', width = 1440, height = 900, refusals = [] } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // A browser reports each refused request; a broker that restarts, and one without history, are no faults of the page.
    const isRefusal = /Failed to load resource|WebSocket connection to/.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !isRefusal) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(BASE) && !request.url().startsWith('data:')) complaints.push(`foreign: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !refusals.includes(response.status()) && !response.url().includes('/api/metrics/history/')) {
      complaints.push(`${response.status()}: ${response.url()}`);
    }
  });
  return { page, complaints, close: () => context.close() };
}

export async function show(page, view) {
  await page.goto(`${BASE}/#/${view}`);
  await page.locator('.pill.live').waitFor();
}

/** Opens a page at a moment of the past. */
export async function showThen(page, view, at) {
  await page.goto(`${BASE}/#/${view}?at=${at}`);
  await page.locator('.pill.past').waitFor();
}

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What keeps people from using the page, as axe sees it: serious and critical violations. */
export async function barriers(page) {
  // Through the debugger: the page's own policy allows no foreign script, and that is tested elsewhere.
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => (await globalThis.axe.run(document)).violations);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`).join('; ')}`);
}
