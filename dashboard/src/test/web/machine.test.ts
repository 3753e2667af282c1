import { describe, expect, it } from 'vitest';
import { AlertBook, worstFirst } from '@/model/alertBook';
import { drawnOf, numbersOf } from '@/model/fields';
import { freshness } from '@/model/freshness';
import { absentSources, mounts, nobodyWatches } from '@/model/machine';
import { troubles } from '@/views/overview/tiles';
import { parseMessage, type Alert, type MonitoringData } from '@/model/messages';

const alert = (id: string, more: Partial<Alert> = {}): Alert =>
  ({ id, level: 'WARNING', state: 'firing', since: '2026-01-01T00:00:00Z', component: 'memory', message: '', ...more }) as Alert;

const list = (...alerts: Alert[]): MonitoringData =>
  ({ type: 'monitoring_data', timestamp: '', tick: 1, data: {}, streams: {}, no_data: {}, alerts }) as MonitoringData;

describe('numbersOf', () => {
  it('names fields as the history of the server does', () => {
    const numbers = numbersOf({
      usage_percent: 5,
      per_core_usage: [1, null, 3],
      mounts: [
        { path: '/', percentage: 10 },
        { path: '/home', percentage: null },
      ],
      swap: { used: 7 },
      text: 'x',
      missing: { 'mounts[1].percentage': 'it does not answer' },
    });
    expect([...numbers]).toEqual([
      ['usage_percent', 5],
      ['per_core_usage[0]', 1],
      ['per_core_usage[2]', 3],
      ['mounts[/].percentage', 10],
      ['swap.used', 7],
    ]);
  });

  it('counts elements that share a name', () => {
    expect([...numbersOf({ cards: [{ name: 'A', t: 1 }, { name: 'A', t: 2 }] }).keys()]).toEqual(['cards[0].t', 'cards[1].t']);
  });

  it('does not follow processes, which would be new series without end', () => {
    expect(numbersOf({ total: 3, top_cpu: [{ pid: 1, cpu_percent: 4 }] }).size).toBe(1);
  });

  it('takes all of a source of the user’s own', () => {
    expect([...drawnOf('orders', { values: { depth: 4 } }).keys()]).toEqual(['values.depth']);
    expect(drawnOf('memory', { percentage: 4, total: 8 }).has('total')).toBe(false);
  });
});

describe('freshness', () => {
  const message = {
    ...list(),
    data: { memory: {} },
    streams: { memory: { sequence: 1, timestamp: '', age_ms: 300, stale: false } },
    no_data: { disk: { state: 'failed', reason: 'no answer' } },
  } as MonitoringData;

  it('grows by the time since the message, whatever the clocks of the machines say', () => {
    expect(freshness('memory', message, 1000, 1500)).toEqual({ state: 'fresh', ageMs: 800 });
  });

  it('ends when nothing comes any more', () => {
    expect(freshness('memory', message, 1000, 9000).state).toBe('stale');
  });

  it('tells why there is no data', () => {
    expect(freshness('disk', message, 1000, 1000)).toEqual({ state: 'none', reason: 'no answer' });
  });

  it('is unknown before the first message and of a stream that nobody mentioned', () => {
    expect(freshness('memory', undefined, 0, 0).state).toBe('unknown');
    expect(freshness('gpu', message, 1000, 1000).state).toBe('unknown');
  });
});

describe('AlertBook', () => {
  it('shows the worst first, and what somebody takes care of last', () => {
    const sorted = worstFirst([
      alert('old', { since: '2026-01-01T00:00:00Z' }),
      alert('new', { since: '2026-01-02T00:00:00Z' }),
      alert('taken', { level: 'CRITICAL', state: 'acknowledged' }),
      alert('bad', { level: 'CRITICAL' }),
    ]);
    expect(sorted.map(({ id }) => id)).toEqual(['bad', 'new', 'old', 'taken']);
  });

  it('is what the newest message says', () => {
    const book = new AlertBook();
    book.take(list(alert('a'), alert('b')));
    book.take(list(alert('b')));
    expect(book.list().map(({ id }) => id)).toEqual(['b']);
    book.take(list());
    expect(book.list()).toEqual([]);
  });

  it('hears of a change before the next message', () => {
    const book = new AlertBook();
    book.change({ type: 'alert', timestamp: '', event: 'fired', alert: alert('a') });
    expect(book.list().map(({ id }) => id)).toEqual(['a']);
    book.change({ type: 'alert', timestamp: '', event: 'resolved', alert: alert('a', { state: 'resolved' }) });
    expect(book.list()).toEqual([]);
  });

  it('counts changes of state and not values', () => {
    const book = new AlertBook();
    book.take(list(alert('a', { value: 1 })));
    const before = book.changes;
    book.take(list(alert('a', { value: 2 })));
    expect(book.changes).toBe(before);
    book.take(list(alert('a', { state: 'acknowledged' })));
    expect(book.changes).toBe(before + 1);
  });
});

describe('machine', () => {
  it('lists the fullest filesystem first, and one that does not answer before it', () => {
    const found = mounts({ mounts: [{ path: '/', percentage: 10 }, { path: '/dead', percentage: null }, { path: '/home', percentage: 90 }] });
    expect(found.map(({ path }) => path)).toEqual(['/dead', '/home', '/']);
  });

  it('knows what is not there, and why', () => {
    const pipeline = { processes: [{ name: 'collector-gpu', state: 'absent', condition: 'no card' }, { name: 'broker', state: 'running' }] };
    expect(absentSources(pipeline)).toEqual([{ stream: 'gpu', reason: 'no card' }]);
    expect(absentSources(undefined)).toEqual([]);
  });
});

describe('parseMessage', () => {
  it('fills in what an old or broken message lacks', () => {
    expect(parseMessage('{"type":"monitoring_data"}')).toMatchObject({ data: {}, streams: {}, no_data: {} });
  });
});

describe('nobodyWatches', () => {
  const pipeline = (alerter: object) => ({ processes: [{ name: 'broker', state: 'running' }, { name: 'alerter', ...alerter }] });

  it('says why no alert would begin', () => {
    expect(nobodyWatches(pipeline({ state: 'backoff', condition: 'exit code 70' }))).toBe('The alerter does not run: exit code 70');
    expect(nobodyWatches(pipeline({ state: 'stopped' }))).toBe('The alerter does not run: stopped');
  });

  it('says nothing while it runs, or where the states are not known', () => {
    expect(nobodyWatches(pipeline({ state: 'running' }))).toBeUndefined();
    expect(nobodyWatches(pipeline({ cpu_percent: 1 }))).toBeUndefined();
    expect(nobodyWatches(undefined)).toBeUndefined();
  });
});

describe('troubles', () => {
  it('are none only when every counter says so', () => {
    const none = { errors_in_per_sec: 0, errors_out_per_sec: 0, drops_in_per_sec: 0, drops_out_per_sec: 0 };
    expect(troubles(none)).toBe('no errors, no drops');
    expect(troubles({ ...none, drops_in_per_sec: 2 })).toBe('2/s errors and drops');
    expect(troubles({ ...none, drops_in_per_sec: null })).toBe('errors not known');
    expect(troubles({})).toBe('errors not known');
  });
});
