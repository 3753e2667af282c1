import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { BASE, SHOTS, barriers, eventually, hostpulse, launch, open, show } from '../site.mjs';

const OPERATOR = process.env.DASHBOARD_OPERATOR;
const VIEWER = process.env.DASHBOARD_VIEWER;
const WRONG = `hpt_${'0'.repeat(43)}`;

/** Everything that changes something, as somebody would send it past the page. */
const ORDERS = [
  ['PUT', '/api/thresholds', { memory: { warning: 1 } }],
  ['POST', '/api/silences', { match: { rule: ['*'] }, duration: '1h' }],
  ['DELETE', '/api/silences/x', undefined],
  ['POST', '/api/alerts/x/acknowledge', {}],
  ['POST', '/api/alerts/x/resolve', {}],
  ['POST', '/api/alerts/x/note', { text: 'x' }],
  ['POST', '/api/handlers/console/disable', {}],
  ['POST', '/api/handlers/console/enable', {}],
  ['POST', '/api/dead-letters/resend', {}],
  ['GET', '/api/config', undefined],
];

async function ask(token, method, path, body) {
  return fetch(`${BASE}${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

function form(page) {
  return page.getByRole('form', { name: 'This broker wants a token' });
}

async function logIn(page, token, place = 'In this tab') {
  await form(page).getByLabel('Token', { exact: true }).fill(token);
  await form(page).getByLabel(place).check();
  await form(page).getByRole('button', { name: 'Log in' }).click();
}

async function kept(page) {
  return page.evaluate(() => [sessionStorage.getItem('hostpulse.token'), localStorage.getItem('hostpulse.token')]);
}

describe('A dashboard that asks for tokens', () => {
  let browser;
  let site;
  let page;

  before(async () => {
    browser = await launch();
    site = await open(browser, { refusals: [401, 403] });
    page = site.page;
  });

  after(async () => {
    await browser.close();
  });

  it('shows nothing but a form to strangers', async () => {
    await page.goto(BASE);
    await form(page).waitFor();
    assert.equal(await page.locator('.tile .figure').count(), 0);
    assert.deepEqual(await barriers(page), []);
    if (SHOTS !== undefined) await page.screenshot({ path: join(SHOTS, 'login-light.png') });
  });

  it('says that a token is wrong, and does not keep it', async () => {
    await logIn(page, WRONG, 'In this browser');
    await form(page).getByText('This token is not valid').waitFor();
    assert.deepEqual(await kept(page), [null, null]);
  });

  it('lets a viewer in and says what that is', async () => {
    await logIn(page, VIEWER);
    await page.locator('.pill.live').waitFor();
    await page.locator('.tile .figure').filter({ hasText: /\d %/ }).first().waitFor();
    assert.match(await page.locator('.pill', { hasText: 'viewer' }).textContent(), /screen viewer/);
    assert.deepEqual(await kept(page), [VIEWER, null]);
    assert.doesNotMatch(page.url(), /hpt_/);
  });

  it('offers a viewer nothing that changes anything', async () => {
    await ask(OPERATOR, 'PUT', '/api/thresholds', { memory: { warning: 0.5, critical: 99 } });
    await show(page, 'alerts');
    const alert = page.locator('.alert-row', { hasText: 'rule memory' });
    await alert.filter({ hasNotText: 'pending' }).first().waitFor();
    assert.equal(await page.getByRole('button', { name: /Acknowledge/ }).count(), 0);
    await alert.first().getByRole('link').click();
    await page.getByRole('dialog').getByText('You may look, and not change anything here').waitFor();
    for (const name of [/Acknowledge/, /Resolve/, /note/, /silent/]) assert.equal(await page.getByRole('dialog').getByRole('button', { name }).count(), 0);
    await page.keyboard.press('Escape');
    await show(page, 'rules/memory');
    await page.getByRole('dialog').getByText('You may look, and not change anything here').waitFor();
    await page.locator('.threshold.warning').waitFor();
    assert.equal(await page.getByRole('slider').count(), 0);
    assert.equal(await page.getByRole('dialog').locator('input').count(), 0);
    assert.equal(await page.getByRole('button', { name: /Change|Yes|config/ }).count(), 0);
    await page.keyboard.press('Escape');
  });

  it('is refused by the broker when it orders all the same', async () => {
    for (const [method, path, body] of ORDERS) {
      assert.equal((await ask(VIEWER, method, path, body)).status, 403, `${method} ${path}`);
    }
    const fromPage = await page.evaluate(
      async ([token]) => {
        const answer = await fetch('/api/thresholds', {
          method: 'PUT',
          headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
          body: '{"memory":{"warning":1}}',
        });
        return [answer.status, (await answer.json()).detail];
      },
      [VIEWER],
    );
    assert.equal(fromPage[0], 403);
    assert.match(fromPage[1], /the token 'screen' may look only/);
    const { rules } = await (await ask(VIEWER, 'GET', '/api/thresholds')).json();
    assert.notEqual(rules.find((rule) => rule.name === 'memory').thresholds.WARNING, 1);
  });

  it('forgets the token when somebody logs out', async () => {
    await show(page, 'settings');
    await page.getByText('in this tab, until it is closed').waitFor();
    if (SHOTS !== undefined) await page.screenshot({ path: join(SHOTS, 'settings-viewer-light.png') });
    await page.getByRole('button', { name: 'Log out' }).click();
    await form(page).waitFor();
    assert.deepEqual(await kept(page), [null, null]);
  });

  it('keeps a token nowhere when that was chosen', async () => {
    await logIn(page, OPERATOR, 'Nowhere');
    await page.locator('.pill', { hasText: 'operator' }).waitFor();
    assert.deepEqual(await kept(page), [null, null]);
    await page.reload();
    await form(page).waitFor();
  });

  it('lets an operator order', async () => {
    await logIn(page, OPERATOR, 'In this browser');
    await page.locator('.pill', { hasText: 'operator' }).waitFor();
    assert.deepEqual(await kept(page), [null, OPERATOR]);
    await show(page, 'alerts');
    const alert = page.locator('.alert-row', { hasText: 'rule memory' }).filter({ hasNotText: 'pending' });
    await alert.first().getByRole('button', { name: 'Acknowledge' }).click();
    await alert.filter({ hasText: 'acknowledged' }).first().waitFor();
    await show(page, 'rules/memory');
    await page.getByRole('slider', { name: 'memory: warning' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('asks for a token again when the one in use is revoked', async () => {
    await show(page, 'overview');
    await hostpulse('token', 'revoke', 'ann');
    await form(page).getByText('was revoked').waitFor();
    await eventually('no live pill is left', async () => (await page.locator('.pill.live').count()) === 0);
  });

  it('did nothing that it should not have done', () => {
    assert.deepEqual(site.complaints, []);
  });
});
