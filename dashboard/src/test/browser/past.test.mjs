import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { NUMBER, PAGES, areOpenToAll, launch, open, show, showThen } from './site.mjs';

/** Pages that show another moment, and what is only there when it was found. */
const { rules: _rules, settings: _settings, ...SAME } = PAGES;
const THEN = { ...SAME, alerts: (page) => page.getByRole('heading', { name: 'On then' }) };

/** Long enough ago to be the past, and not so long that the Hostpulse under test did not run yet. */
const AGO_MS = 20_000;

/** What is looked back at must have been recorded, without a hole until now. */
async function recordedFor(page, ms) {
  await page.waitForFunction(
    async (least) => {
      const span = `from=${new Date(Date.now() - least - 3000).toISOString()}&to=${new Date(Date.now() - least).toISOString()}`;
      const answer = await (await fetch(`/api/metrics/history/memory?fields=percentage&points=1&${span}`)).json();
      return answer.series?.[0]?.times.length > 0;
    },
    ms,
    { polling: 1000 },
  );
}

const moment = (page) => page.locator('.time-bar strong').first();

describe('The past', () => {
  let browser;
  let site;

  before(async () => {
    browser = await launch();
    site = await open(browser);
    await show(site.page, 'overview');
    await recordedFor(site.page, AGO_MS + 5000);
  });

  after(async () => {
    await browser.close();
  });

  it('is compared with the present, and the address keeps that', async () => {
    const { page } = site;
    await show(page, `performance?compare=${AGO_MS / 2}`);
    await page.locator('.readout i').filter({ hasText: NUMBER }).nth(3).waitFor();
    await page.reload();
    await page.locator('.readout i').filter({ hasText: NUMBER }).nth(3).waitFor();
    await page.getByLabel('Compare with').selectOption('1d');
    await page.locator('.readout[data-time*="the day before"]').first().waitFor();
    assert.match(page.url(), /compare=1d/);
    await page.getByLabel('Compare with').selectOption('');
    await page.locator('.readout i').first().waitFor({ state: 'detached' });
  });

  it('is on the charts of the network, for as long as it is kept', async () => {
    const { page } = site;
    await show(page, 'network');
    const asked = page.waitForResponse((response) => response.url().includes('/api/metrics/history/network') && response.ok());
    await page.getByRole('group', { name: 'Period' }).getByRole('button', { name: '6 h' }).click();
    await asked;
    await page.getByLabel('Charts of').selectOption('lo');
    await page.getByRole('heading', { name: 'Traffic of lo' }).waitFor();
    await page.locator('.readout b').filter({ hasText: NUMBER }).first().waitFor();
    await page.getByRole('group', { name: 'Period' }).getByRole('button', { name: '5 min', exact: true }).click();
  });

  for (const [view, evidence] of Object.entries(THEN)) {
    it(`is shown on the page ${view}`, async () => {
      await showThen(site.page, view, Date.now() - AGO_MS);
      await evidence(site.page).waitFor();
      assert.equal(await site.page.locator('.pill.live').count(), 0);
      assert.equal(await site.page.getByRole('button', { name: /^(Acknowledge|Save$|End now)/ }).count(), 0);
    });
  }

  it('cannot be changed', async () => {
    await showThen(site.page, 'rules', Date.now() - AGO_MS);
    await site.page.getByRole('heading', { name: 'Rules are of now' }).waitFor();
  });

  it('stays when another page is opened', async () => {
    const { page } = site;
    const at = Date.now() - AGO_MS;
    await showThen(page, 'overview', at);
    await page.getByRole('link', { name: 'Network' }).first().click();
    await page.waitForFunction((time) => location.hash.includes('#/network') && location.hash.includes(`at=${time}`), at);
  });

  it('is played, held, and left again', async () => {
    const { page } = site;
    await showThen(page, 'overview', Date.now() - AGO_MS);
    await THEN.overview(page).waitFor();
    const first = await moment(page).textContent();
    await page.getByRole('button', { name: 'Play' }).click();
    await page.waitForFunction((text) => document.querySelector('.time-bar strong')?.textContent !== text, first);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Back to live' }).click();
    await page.locator('.pill.live').waitFor();
    await page.waitForFunction(() => !location.hash.includes('at='));
  });

  it('ends at the present', async () => {
    const { page } = site;
    await showThen(page, 'overview', Date.now() - AGO_MS);
    await THEN.overview(page).waitFor();
    await page.getByRole('button', { name: '10 ×' }).click();
    await page.getByRole('button', { name: 'Play' }).click();
    await page.locator('.pill.live').waitFor();
  });

  it('is reached with the keyboard', async () => {
    const { page } = site;
    await showThen(page, 'overview', Date.now() - AGO_MS);
    await THEN.overview(page).waitFor();
    const first = await moment(page).textContent();
    await page.getByRole('slider', { name: 'Moment' }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction((text) => document.querySelector('.time-bar strong')?.textContent !== text, first);
  });

  it('tells when nothing was recorded, and leads to where something was', async () => {
    const { page } = site;
    await showThen(page, 'overview', Date.now() - 400 * 86_400_000);
    await page.getByRole('heading', { name: 'Nothing was recorded at this moment' }).waitFor();
    await page.getByRole('button', { name: 'Go there' }).click();
    // Of the very first moment only the source that was quickest is known.
    await page.locator('.tile .figure').filter({ hasText: NUMBER }).first().waitFor();
  });

  it('did nothing that it should not have done', () => {
    assert.deepEqual(site.complaints, []);
  });

  areOpenToAll(
    () => browser,
    async (page, look) => {
      await show(page, `performance?compare=${AGO_MS / 2}`);
      await page.locator('.readout i').filter({ hasText: NUMBER }).nth(3).waitFor();
      await look('compared');
      for (const view of ['overview', 'performance', 'processes', 'alerts']) {
        await showThen(page, view, Date.now() - AGO_MS);
        await THEN[view](page).waitFor();
        await look(`past-${view}`);
      }
    },
  );
});
