import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { BASE, HOSTILE_NAME, SHOTS, barriers, eventually, hostileProcess, kill, launch, open, show } from './site.mjs';

/** The sample interval of the stream that is looked at. */
const INTERVAL_MS = 500;

async function memoryRule() {
  const { rules } = await (await fetch(`${BASE}/api/thresholds`)).json();
  return rules.find((rule) => rule.name === 'memory');
}

/** What a chart draws, out of its table of values. */
async function drawn(page, title) {
  const rows = page.getByRole('region', { name: `Values of ${title}` }).locator('tbody tr');
  return rows.evaluateAll((all) => all.map(({ dataset }) => ({ time: Number(dataset.time), isGap: dataset.gap === 'true' })));
}

async function drag(page, line, down) {
  await line.hover();
  const { x, y, width, height } = await line.boundingBox();
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + height / 2 + down, { steps: 10 });
  await page.mouse.up();
}

describe('What one does with the dashboard', () => {
  let browser;
  let site;
  let page;

  before(async () => {
    browser = await launch();
    site = await open(browser);
    page = site.page;
  });

  after(async () => {
    await browser.close();
  });

  it('draws a threshold to another place, asks, and changes it', async () => {
    const before = await memoryRule();
    await show(page, 'rules/memory');
    const line = page.getByRole('slider', { name: 'memory: warning' });
    // While the page still fills, the line may have moved on before the mouse is down.
    await eventually('the line follows the mouse', async () => {
      await drag(page, line, 50);
      return Number(await line.getAttribute('aria-valuenow')) < before.thresholds.WARNING;
    });
    const value = Number(await line.getAttribute('aria-valuenow'));
    assert.equal(Number(await page.getByLabel('memory: warning', { exact: true }).inputValue()), value);
    assert.equal((await memoryRule()).thresholds.WARNING, before.thresholds.WARNING, 'nothing is ordered before it was confirmed');
    await page.getByRole('button', { name: 'Change …' }).click();
    const question = page.getByRole('group', { name: 'Confirm the change' });
    assert.match(await question.textContent(), new RegExp(`warning: .*→.*${value}`));
    if (SHOTS !== undefined) await page.screenshot({ path: join(SHOTS, 'rule-light.png') });
    assert.deepEqual(await barriers(page), []);
    await question.getByRole('button', { name: 'Yes, change it' }).click();
    await page.locator('.message.good').waitFor();
    await eventually('the threshold is in force', async () => (await memoryRule()).thresholds.WARNING === value);
  });

  it('moves a threshold with the keys, and refuses an order that makes no sense', async () => {
    await show(page, 'rules/memory');
    await page.reload();
    const line = page.getByRole('slider', { name: 'memory: warning' });
    await line.focus();
    const before = Number(await line.getAttribute('aria-valuenow'));
    await page.keyboard.press('ArrowUp');
    const after = Number(await line.getAttribute('aria-valuenow'));
    assert.ok(after > before && after - before <= 1, `${before} became ${after}`);
    await page.keyboard.press('End');
    await page.getByText('critical must be above warning').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Change …' }).isDisabled(), true);
    await page.getByRole('button', { name: 'Undo' }).click();
    assert.equal(Number(await line.getAttribute('aria-valuenow')), before);
    await page.getByRole('button', { name: 'Back to config.yaml' }).click();
    await page.getByRole('button', { name: 'Change …' }).click();
    await page.getByRole('button', { name: 'Yes, change it' }).click();
    await page.locator('.message.good').waitFor();
    await eventually('the configured threshold is in force', async () => {
      const rule = await memoryRule();
      return rule.thresholds.WARNING === rule.configured.WARNING;
    });
  });

  it('shows the history of a process, whatever it is called', async () => {
    const end = await hostileProcess();
    try {
      await show(page, 'processes?sort=-cpu&filter=hostile');
      await page.getByRole('link', { name: HOSTILE_NAME }).first().click();
      const sheet = page.getByRole('dialog');
      await sheet.getByRole('heading', { name: HOSTILE_NAME }).waitFor();
      assert.equal(await page.locator('#hostile').count(), 0);
      assert.equal(await sheet.locator('canvas').count(), 3);
      await sheet.locator('.readout b').filter({ hasText: /\d %/ }).first().waitFor();
      // The history has the first list of each minute.
      await sheet.getByRole('region', { name: 'Runs' }).locator('tbody tr.chosen').waitFor();
      if (SHOTS !== undefined) await page.screenshot({ path: join(SHOTS, 'process-light.png') });
      assert.deepEqual(await barriers(page), []);
      await page.keyboard.press('Escape');
      assert.match(page.url(), /#\/processes\?(?=.*sort=-cpu)(?=.*filter=hostile)(?!.*pid)/);
    } finally {
      await end();
    }
  });

  it('opens the history of a process at what the address says', async () => {
    await show(page, 'processes/java?hours=6');
    await page.reload();
    await page.getByRole('dialog').getByRole('heading', { name: 'java' }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '6 h', pressed: true }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('fills the charts with what was missed while the broker was dead', async () => {
    await show(page, 'performance');
    await page.reload();
    const asked = [];
    page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => asked.push(JSON.parse(payload))));
    const title = 'use of memory';
    await page.getByRole('button', { name: `Values of ${title}` }).click();
    await eventually('a chart with some values', async () => (await drawn(page, title)).filter(({ isGap }) => !isGap).length > 10);
    const lost = page.locator('.banner', { hasText: 'Not connected' }).waitFor();
    const from = Date.now();
    await kill('broker');
    await lost;
    await page.locator('.pill.live').waitFor();
    const to = Date.now();
    const expected = Math.floor((0.9 * (to - from)) / INTERVAL_MS);
    assert.ok(expected >= 2, `the broker was away for ${to - from} ms only`);
    await eventually('every moment of the absence is drawn', async () => {
      const rows = (await drawn(page, title)).filter(({ time }) => time >= from && time <= to);
      return rows.filter(({ isGap }) => !isGap).length >= expected && rows.every(({ isGap }) => !isGap);
    });
    const resumed = asked.findLast(({ type }) => type === 'subscribe');
    assert.match(resumed.since, /\d/);
    assert.doesNotMatch(resumed.since, /^\d+m$/, 'it asks for what it missed, and not for the last minutes');
  });

  it('exports a period as a file', async (test) => {
    const now = Date.now();
    const probe = await fetch(`${BASE}/api/export/data?format=csv&from=${new Date(now - 60_000).toISOString()}&to=${new Date(now).toISOString()}&streams=memory`);
    await probe.body?.cancel();
    if (probe.status === 404) {
      test.skip('this broker exports no data yet');
      return;
    }
    await show(page, 'settings');
    await page.getByRole('button', { name: '15 min' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).click();
    assert.match((await download).suggestedFilename(), /\.csv$/);
    await (await download).cancel();
  });

  it('saves a chart as a picture', async () => {
    await show(page, 'performance');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save a picture of use of memory' }).click();
    assert.equal((await download).suggestedFilename(), 'use-of-memory.png');
  });

  it('did nothing that it should not have done', () => {
    assert.deepEqual(site.complaints, []);
  });
});
