import { afterEach, describe, expect, it, vi } from 'vitest';
import { askMe, readMe } from '@/model/me';

function answers(status: number, body: unknown): ReturnType<typeof vi.fn> {
  const fetch = vi.fn(async () => new Response(JSON.stringify(body), { status }));
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

describe('Who the page is', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is what the broker says, and no operator when it says something else', () => {
    expect(readMe({ name: 'ann', role: 'operator', token: true })).toEqual({ name: 'ann', mayOrder: true, hasToken: true, reason: '' });
    expect(readMe({ role: 'viewer', reason: 'looks only' })).toMatchObject({ mayOrder: false, reason: 'looks only' });
    expect(readMe({})).toMatchObject({ mayOrder: false });
  });

  it('is a stranger when a token is needed or wrong, with the reason', async () => {
    answers(401, { detail: 'this token is not valid' });
    expect(await askMe('hpt_wrong')).toEqual({ state: 'stranger', reason: 'this token is not valid' });
  });

  it('is unknown to a broker that cannot say', async () => {
    answers(404, { detail: 'there is no such page' });
    expect(await askMe()).toEqual({ state: 'unknown' });
  });

  it('is asked with the token that is tried, which is in no address', async () => {
    const fetch = answers(200, { name: 'ann', role: 'operator', token: true });
    await askMe('hpt_0123456789');
    expect(fetch).toHaveBeenCalledWith('/api/me', expect.objectContaining({ headers: { Authorization: 'Bearer hpt_0123456789' } }));
  });
});
