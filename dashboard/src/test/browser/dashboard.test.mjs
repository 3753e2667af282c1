import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BASE, HOSTILE_NAME, PAGES, areOpenToAll, hostileProcess, hostpulse, launch, open, show } from './site.mjs';

describe('The dashboard', () => {
  let browser;
  let site;

  before(async () => {
    browser = await launch();
    site = await open(browser);
  });

  after(async () => {
    await browser.close();
  });

  it('allows no script but its own', async () => {
    const response = await fetch(BASE);
    const policy = response.headers.get('content-security-policy');
    assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self'/);
    assert.doesNotMatch(await response.text(), /<script>|<style|style=|onload=/);
  });

  for (const [view, evidence] of Object.entries(PAGES)) {
    it(`shows live data: ${view}`, async () => {
      await show(site.page, view);
      await evidence(site.page).waitFor();
      assert.equal(await site.page.locator('.empty', { hasText: 'This page failed' }).count(), 0);
    });
  }

  it('goes on showing new values without a touch', async () => {
    await show(site.page, 'pipeline');
    const records = site.page.locator('tr', { has: site.page.locator('th', { hasText: /^memory$/ }) }).locator('td').first();
    await records.waitFor();
    const first = await records.textContent();
    await site.page.waitForFunction(
      ([then]) => [...document.querySelectorAll('tr')].some((row) => row.firstChild?.textContent === 'memory' && row.children[1]?.textContent !== then),
      [first],
    );
  });

  it('opens at what the address says', async () => {
    await show(site.page, 'processes?sort=-memory&filter=java');
    await site.page.locator('th[aria-sort=descending]', { hasText: 'Memory' }).waitFor();
    assert.equal(await site.page.getByRole('searchbox').inputValue(), 'java');
    const rows = site.page.getByRole('region', { name: 'Processes', exact: true }).locator('tbody tr');
    for (const name of await rows.allTextContents()) assert.match(name.toLowerCase(), /java/);
  });

  it('is led by the keyboard', async () => {
    await show(site.page, 'overview');
    await site.page.reload();
    await site.page.locator('.tile').first().waitFor();
    await site.page.keyboard.press('Tab');
    assert.equal(await site.page.evaluate(() => document.activeElement?.textContent), 'Skip to the content');
    await site.page.keyboard.press('Enter');
    assert.equal(await site.page.evaluate(() => document.activeElement?.tagName), 'H1');
  });

  it('shows the name of a hostile process as text', async () => {
    const end = await hostileProcess();
    try {
      await show(site.page, 'processes?filter=hostile');
      await site.page.locator('tbody th', { hasText: HOSTILE_NAME }).first().waitFor();
      assert.equal(await site.page.locator('#hostile').count(), 0);
      assert.doesNotMatch(await site.page.title(), /hostile/);
    } finally {
      await end();
    }
  });

  it('changes a threshold, shows the alert, and acknowledges it', async () => {
    await show(site.page, 'rules/memory');
    await site.page.getByLabel('memory: warning', { exact: true }).fill('0.5');
    await site.page.getByLabel('memory: critical', { exact: true }).fill('99');
    await site.page.getByRole('button', { name: 'Change …' }).click();
    await site.page.getByRole('button', { name: 'Yes, change it' }).click();
    await site.page.locator('.message.good', { hasText: 'Changed' }).waitFor();
    await show(site.page, 'alerts');
    const alert = site.page.locator('.alert-row', { hasText: 'rule memory' }).filter({ hasNotText: 'resolved' }).filter({ hasNotText: 'pending' });
    await alert.first().waitFor();
    await alert.first().getByRole('link').click();
    await site.page.getByRole('dialog').getByText('What happened').waitFor();
    await site.page.keyboard.press('Escape');
    await alert.getByRole('button', { name: 'Acknowledge' }).click();
    await alert.filter({ hasText: 'acknowledged' }).first().waitFor();
  });

  it('refuses a threshold that is no number', async () => {
    await show(site.page, 'rules/memory');
    await site.page.getByLabel('memory: warning', { exact: true }).fill('much');
    await site.page.locator('[aria-label="memory: warning"][aria-invalid=true]').waitFor();
    assert.equal(await site.page.getByRole('button', { name: 'Change …' }).isDisabled(), true);
  });

  it('takes thresholds back to what the configuration says', async () => {
    await show(site.page, 'rules/memory');
    await site.page.getByRole('button', { name: 'Undo' }).click();
    await site.page.getByRole('button', { name: 'Back to config.yaml' }).click();
    await site.page.getByRole('button', { name: 'Change …' }).click();
    await site.page.getByRole('button', { name: 'Yes, change it' }).click();
    await site.page.locator('.message.good', { hasText: 'Changed' }).waitFor();
    await site.page.keyboard.press('Escape');
  });

  it('comes back by itself when the broker does', async () => {
    await show(site.page, 'overview');
    const lost = site.page.locator('.banner', { hasText: 'Not connected' }).waitFor();
    await hostpulse('restart', 'broker');
    await lost;
    await site.page.locator('.pill.live').waitFor();
    await site.page.locator('.banner').waitFor({ state: 'detached' });
  });

  it('remembers what was chosen', async () => {
    await show(site.page, 'settings');
    await site.page.getByRole('button', { name: 'Dark' }).click();
    await site.page.reload();
    await site.page.locator(':root[data-theme=dark]').waitFor();
    await site.page.locator('.pill.live').waitFor();
    await site.page.getByRole('button', { name: 'System' }).first().click();
  });

  it('did nothing that it should not have done', () => {
    assert.deepEqual(site.complaints, []);
  });

  areOpenToAll(
    () => browser,
    async (page, look) => {
      for (const [view, evidence] of Object.entries(PAGES)) {
        await show(page, view);
        await evidence(page).waitFor();
        await look(view);
      }
    },
  );
});
