import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from '@/model/api';
import { fetchHistory, forgetAbsence } from '@/model/history';

function answers(...list: (readonly [number, object | string])[]): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    asked.push(`${init.method ?? 'GET'} ${path} ${typeof init.body === 'string' ? init.body : ''}`.trim());
    const [status, body] = list[Math.min(asked.length, list.length) - 1] ?? [500, {}];
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
  });
  return asked;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  forgetAbsence();
});

describe('orders', () => {
  it('are what the broker expects', async () => {
    const asked = answers([200, {}]);
    await api.acknowledge('a/b', '');
    await api.setThresholds('memory', { warning: 85 });
    await api.silence({ rule: ['memory'] }, '2h', '');
    expect(asked).toEqual([
      'POST /api/alerts/a%2Fb/acknowledge {}',
      'PUT /api/thresholds {"memory":{"warning":85}}',
      'POST /api/silences {"match":{"rule":["memory"]},"duration":"2h"}',
    ]);
  });

  it('fail with the words of the broker', async () => {
    answers([409, { detail: 'critical must be above warning' }]);
    await expect(api.setThresholds('memory', { warning: 99 })).rejects.toThrow('critical must be above warning');
    answers([502, '<html>no JSON</html>']);
    await expect(api.resolve('a', '')).rejects.toThrow('502');
  });

  it('are waited for when the alerter is busy', async () => {
    vi.useFakeTimers();
    const asked = answers([202, { state: 'waiting', order: 7 }], [200, { state: 'waiting', order: 7 }], [200, { state: 'done', order: 7 }]);
    const done = api.acknowledge('a', '');
    await vi.runAllTimersAsync();
    await expect(done).resolves.toMatchObject({ state: 'done' });
    expect(asked.slice(1)).toEqual(['GET /api/orders/7', 'GET /api/orders/7']);
  });

  it('may be refused after the wait', async () => {
    vi.useFakeTimers();
    answers([202, { order: 7 }], [200, { state: 'refused', order: 7, refusal: 'it is over already' }]);
    const refused = expect(api.acknowledge('a', '')).rejects.toThrow('it is over already');
    await vi.runAllTimersAsync();
    await refused;
  });
});

describe('the past', () => {
  it('is asked for once when the server has none, however many charts there are', async () => {
    const asked = answers([404, { detail: 'there is no such page' }]);
    const all = await Promise.all(['memory', 'disk', 'network'].map((stream) => fetchHistory(stream, ['a'], 0, 1000)));
    expect(asked).toHaveLength(1);
    expect(all.map(({ state }) => state)).toEqual(['absent', 'absent', 'absent']);
  });

  it('is asked for with the fields, the period and a bounded number of points', async () => {
    const asked = answers([200, { history: { state: 'ok' }, series: [] }]);
    await fetchHistory('memory', ['swap.used', 'percentage'], 0, 1000);
    expect(decodeURIComponent(asked[0] ?? '')).toBe(
      'GET /api/metrics/history/memory?from=1970-01-01T00:00:00.000Z&to=1970-01-01T00:00:01.000Z&points=900&fields=swap.used,percentage',
    );
  });

  it('says why there is none when it is only busy, and may be asked again', async () => {
    const asked = answers([503, { detail: 'too much is asked at once' }], [200, { history: { state: 'ok' }, series: [] }]);
    expect(await fetchHistory('memory', ['a'], 0, 1)).toEqual({ state: 'absent', reason: 'too much is asked at once' });
    expect((await fetchHistory('memory', ['a'], 0, 1)).state).toBe('ready');
    expect(asked).toHaveLength(2);
  });
});
