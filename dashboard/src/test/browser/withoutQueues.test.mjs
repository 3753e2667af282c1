import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { BASE, DATA, NUMBER, PAGES, SHOTS, eventually, hostpulse, launch, open, show, showThen } from './site.mjs';

// The last file in the order of names: it takes the records away from the Hostpulse under test.

/** So many processes more than later tell the past from the present, whatever else the machine does. */
const SLEEPERS = 200;

/** What is looked at must lie within what was recorded, whole means of it: one of the history is of ten seconds, and of two samples. */
const RECORDED_MS = 40_000;

const STEP_MS = 10_000;

async function recorded(stream, field, from, to) {
  const span = `from=${new Date(from).toISOString()}&to=${new Date(to).toISOString()}`;
  const answer = await (await fetch(`${BASE}/api/metrics/history/${stream}?fields=${field}&${span}`)).json();
  const { times = [], min = [], max = [] } = answer.series?.[0] ?? {};
  return { last: Date.parse(times.at(-1)), least: Math.min(...min), most: Math.max(...max) };
}

/** The number behind a name of a list of facts. */
async function fact(page, name) {
  const place = page.locator('dl > div', { has: page.locator('dt', { hasText: new RegExp(`^${name}$`) }) }).locator('dd').first();
  await place.filter({ hasText: NUMBER }).waitFor();
  return Number((await place.textContent()).replace(/\D/g, ''));
}

/** Which share of the map's first row is painted between two moments, the right edge being `to`: hatching lets the ground through. */
async function painted(page, from, to) {
  return page.locator('canvas.heat').evaluate(
    (canvas, [begin, end, minutes]) => {
      const scale = canvas.width / canvas.clientWidth;
      const [left, right] = [68 * scale, canvas.width - 6 * scale];
      const at = (time) => Math.round(right - ((end - time) / (minutes * 60_000)) * (right - left));
      const { data } = canvas.getContext('2d').getImageData(at(begin), Math.round(8 * scale), at(end) - at(begin) - 1, 1);
      const opaque = data.filter((_, i) => i % 4 === 3 && data[i] === 255).length;
      return opaque / (data.length / 4);
    },
    [from, to, 5],
  );
}

describe('Looking back beyond the queues', () => {
  let browser;
  let site;
  let from;
  let at;

  before(async () => {
    const sleepers = Array.from({ length: SLEEPERS }, () => spawn('sleep', ['600'], { stdio: 'ignore' }));
    from = Date.now();
    try {
      await eventually('the history has it', async () => {
        at = (await recorded('process', 'total', from, Date.now())).last;
        return at - from >= RECORDED_MS;
      });
    } finally {
      for (const sleeper of sleepers) sleeper.kill('SIGKILL');
    }
    await hostpulse('down');
    await rm(join(DATA, 'queues'), { recursive: true });
    await hostpulse('up', '-d', '--set', `broker.port=${new URL(BASE).port}`);
    browser = await launch();
    site = await open(browser);
    await show(site.page, 'overview');
  });

  after(async () => {
    await browser?.close();
  });

  it('shows the machine in numbers of that time, and says that they are means', async () => {
    const { page } = site;
    await showThen(page, 'overview', at);
    const { least, most } = await recorded('memory', 'percentage', at - 3 * STEP_MS, at);
    await PAGES.overview(page).waitFor();
    const tile = page.locator('.tile', { has: page.getByRole('heading', { name: 'Memory' }) });
    const shown = Number.parseFloat(await tile.locator('.figure').textContent());
    assert.ok(shown >= Math.floor(least) && shown <= Math.ceil(most), `${shown} % is not of ${least} to ${most} %`);
    await page.locator('.progress', { hasText: 'means of longer times' }).waitFor();
    if (SHOTS !== undefined) await page.screenshot({ path: join(SHOTS, 'means-overview-light.png') });
  });

  it('draws them in charts and fills the map of the cores up to that moment', async () => {
    const { page } = site;
    await showThen(page, 'performance', at);
    await PAGES.performance(page).waitFor();
    await eventually('the map has no gap where means were recorded', async () => (await painted(page, from + STEP_MS, at)) > 0.95);
    await page.getByRole('button', { name: 'Values of use of memory' }).click();
    const rows = page.getByRole('region', { name: 'Values of use of memory' }).locator('tbody tr');
    const times = await rows.evaluateAll((all) => all.filter(({ dataset }) => dataset.gap !== 'true').map(({ dataset }) => Number(dataset.time)));
    assert.ok(times.length > 1 && times.every((time) => time <= at), `${times}`);
    if (SHOTS !== undefined) await page.screenshot({ path: join(SHOTS, 'means-performance-light.png') });
  });

  it('shows the interfaces, by the numbers that are kept', async () => {
    const { page } = site;
    await showThen(page, 'network', at);
    await PAGES.network(page).filter({ hasText: '/s' }).waitFor();
    await page.locator('.readout b').filter({ hasText: NUMBER }).first().waitFor();
  });

  it('counts the processes of that time, and does not take the list of now for theirs', async () => {
    const { page } = site;
    await showThen(page, 'processes', at);
    const { least, most } = await recorded('process', 'total', at - 3 * STEP_MS, at);
    const then = await fact(page, 'all');
    assert.ok(then >= Math.floor(least) && then <= Math.ceil(most), `${then} is not of ${least} to ${most}`);
    await page.getByRole('heading', { name: 'The processes of that time are not kept' }).waitFor();
    assert.equal(await page.getByRole('region', { name: 'Processes', exact: true }).count(), 0);
    await page.getByRole('button', { name: 'Back to live' }).click();
    await page.getByRole('region', { name: 'Processes', exact: true }).waitFor();
    const now = await fact(page, 'all');
    assert.ok(now < then - SLEEPERS / 4, `${now} processes now, ${then} then`);
  });

  it('did nothing that it should not have done', () => {
    assert.deepEqual(site.complaints, []);
  });
});
