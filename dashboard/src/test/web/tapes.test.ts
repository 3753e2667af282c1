import { describe, expect, it } from 'vitest';
import { ApiError } from '@/model/api';
import { numbersOf } from '@/model/fields';
import type { JsonObject } from '@/model/json';
import { Archive } from '@/model/replay/archive';
import { HistoryTape } from '@/model/replay/historyTape';
import { QueueTape } from '@/model/replay/queueTape';
import { rebuilt } from '@/model/replay/rebuilt';
import type { Stretch, Tape } from '@/model/replay/tape';
import { FakeBrowser } from './fakes';

const T0 = Date.parse('2026-01-03T10:00:00Z');
const never = new AbortController().signal;

function record(ms: number, more: object = { replayed: true }): object {
  const timestamp = new Date(T0 + ms).toISOString();
  return { type: 'monitoring_data', timestamp, tick: 1, data: { memory: { percentage: 1 } }, streams: { memory: { sequence: ms, timestamp } }, no_data: {}, ...more };
}

function reading(from: number, to: number, step = 0): { browser: FakeBrowser; tape: QueueTape; stretch: Promise<Stretch> } {
  const browser = new FakeBrowser();
  const tape = new QueueTape(browser);
  const stretch = tape.read(T0 + from, T0 + to, step, never);
  browser.socket.says({ type: 'connection', capabilities: ['since'] });
  return { browser, tape, stretch };
}

describe('a tape of the queues', () => {
  it('asks for what came since a time, on a connection of its own', () => {
    const { browser } = reading(0, 1000, 15_000);
    expect(browser.socket.asked).toContainEqual({ type: 'subscribe', id: 1, streams: ['*'], alerts: false, since: '2026-01-03T10:00:00.000Z', interval: 15 });
  });

  it('has enough when a record lies beyond the end, and says so to the broker', async () => {
    const { browser, stretch } = reading(0, 1000);
    browser.socket.says(record(500, {}));
    browser.socket.says({ type: 'subscribed', id: 1, recovered: true });
    for (const ms of [0, 500, 1000, 1500]) browser.socket.says(record(ms));
    expect(await stretch).toMatchObject({ to: T0 + 1000, next: T0 + 1500, isNow: false, keptFrom: undefined });
    expect((await stretch).frames.map(({ time }) => time - T0)).toEqual([500, 1000]);
    expect(browser.socket.asked.at(-1)).toEqual({ type: 'unsubscribe' });
  });

  it('ends at the present, where live messages begin', async () => {
    const { browser, stretch } = reading(0, 60_000);
    browser.socket.says({ type: 'subscribed', id: 1, recovered: true });
    browser.socket.says(record(500));
    browser.socket.says(record(1000, {}));
    expect(await stretch).toMatchObject({ to: T0 + 500, isNow: true });
  });

  it('ends at the present also when the next live message is long in coming', async () => {
    const { browser, stretch } = reading(0, 600_000, 150_000);
    browser.socket.says({ type: 'subscribed', id: 1, recovered: true });
    browser.socket.says(record(150_000));
    browser.pass(10_000);
    expect(await stretch).toMatchObject({ to: T0 + 150_000, isNow: true });
  });

  it('says since when it has anything, when older records were removed', async () => {
    const { browser, stretch } = reading(0, 1000);
    browser.socket.says({ type: 'subscribed', id: 1, recovered: false, reasons: ['stream memory is kept from record 9 on'] });
    browser.socket.says(record(7_200_000));
    expect(await stretch).toMatchObject({ frames: [], keptFrom: T0 + 7_200_000 });
  });

  it('takes a time in which nothing was recorded for what it is', async () => {
    const { browser, stretch } = reading(0, 1000);
    browser.socket.says({ type: 'subscribed', id: 1, recovered: true });
    browser.socket.says(record(7_200_000));
    expect(await stretch).toMatchObject({ frames: [], keptFrom: undefined, next: T0 + 7_200_000 });
  });

  it('leaves out what still comes of the reading before', async () => {
    const { browser, tape, stretch } = reading(0, 1000);
    browser.socket.says({ type: 'subscribed', id: 1, recovered: true });
    const other = tape.read(T0 + 5000, T0 + 6000, 0, never);
    await expect(stretch).rejects.toMatchObject({ name: 'AbortError' });
    browser.socket.says(record(5500));
    browser.socket.says({ type: 'subscribed', id: 2, recovered: true });
    browser.socket.says(record(6500));
    expect((await other).frames).toEqual([]);
    expect(browser.sockets).toHaveLength(1);
  });

  it('fails with the words of the broker, and connects anew the next time', async () => {
    const { browser, tape, stretch } = reading(0, 1000);
    browser.socket.says({ type: 'error', id: 1, code: 'TOO_MANY_SUBSCRIPTIONS', message: 'there are 64 different ones' });
    await expect(stretch).rejects.toThrow('64 different ones');
    browser.socket.onclose?.({ code: 1001, reason: '' });
    void tape.read(T0, T0 + 1000, 0, never).catch(() => undefined);
    expect(browser.sockets).toHaveLength(2);
  });

  it('fails when the broker does not answer', async () => {
    const { browser, stretch } = reading(0, 1000);
    browser.pass(20_000);
    await expect(stretch).rejects.toThrow('does not answer');
  });
});

describe('a snapshot of numbers', () => {
  const like = {
    percentage: 1,
    up: true,
    health: 'ok',
    mounts: [
      { path: '/', device: '/dev/sda1', percentage: 5, read_only: false, state: 'fine' },
      { path: '/home', device: '/dev/sdb1', percentage: 6, read_only: false },
    ],
  } as unknown as JsonObject;

  it('has the fields at their places again', () => {
    const numbers = new Map([
      ['percentage', 40],
      ['swap.used', 7],
      ['per_core_usage[2]', 30],
      ['per_core_usage[0]', 10],
      ['mounts[/home].percentage', 66],
      ['mounts[/home].read_only', 1],
    ]);
    expect(rebuilt(numbers, like)).toEqual({
      percentage: 40,
      swap: { used: 7 },
      per_core_usage: [10, null, 30],
      mounts: [{ path: '/home', device: '/dev/sdb1', percentage: 66, read_only: true }],
    });
  });

  it('says of texts only what is meant, never how it was', () => {
    const one = rebuilt(new Map([['mounts[/].percentage', 1]]), like);
    expect(JSON.stringify(one)).not.toContain('fine');
    expect(one).not.toHaveProperty('health');
  });

  it('has elements also of what is not there any more', () => {
    expect(rebuilt(new Map([['mounts[/old].percentage', 1], ['devices[sdz].busy_percent', 2]]))).toEqual({
      mounts: [{ path: '/old', percentage: 1 }],
      devices: [{ name: 'sdz', busy_percent: 2 }],
    });
  });

  it('has the same names of fields as what it was made of', () => {
    const fields = ['usage_percent', 'per_core_usage[1]', 'mounts[/home/a.b].percentage', 'pressure.cpu.some.avg10'];
    const numbers = new Map(fields.map((field, i) => [field, i]));
    expect([...numbersOf(rebuilt(numbers)).keys()].sort()).toEqual([...fields].sort());
  });
});

describe('a tape of the history', () => {
  const series = (field: string, values: (number | null)[]) => ({
    field,
    step_seconds: 60,
    times: values.map((_, i) => new Date(T0 + i * 60_000).toISOString()),
    min: values,
    mean: values,
    max: values,
  });

  it('makes records of the means, and nothing where there is none', async () => {
    const asked: string[] = [];
    const tape = new HistoryTape({
      streams: () => ['memory'],
      like: () => undefined,
      ask: async (path) => {
        asked.push(path);
        return { history: { state: 'ok' }, series: [series('percentage', [10, null, 30])] } as unknown as JsonObject;
      },
    });
    const stretch = await tape.read(T0 - 1, T0 + 300_000, 0, never);
    expect(stretch).toMatchObject({ isCoarse: true, isNow: false, step: 60_000, to: T0 + 300_000 });
    expect(stretch.frames.map(({ time }) => time - T0)).toEqual([0, 120_000]);
    expect(stretch.frames[1]?.message).toMatchObject({ data: { memory: { percentage: 30 } }, replayed: true });
    expect(asked[0]).toContain('/api/metrics/history/memory?from=');
  });
});

describe('a tape of the history with many fields', () => {
  it('asks for fewer moments when it was too much, and knows nothing of a stream that was never recorded', async () => {
    const asked: string[] = [];
    const tape = new HistoryTape({
      streams: () => ['pipeline', 'own'],
      like: () => undefined,
      ask: async (path) => {
        asked.push(path.replace(/from=[^&]*&to=[^&]*&/, ''));
        if (path.includes('/own')) throw new ApiError(404, 'the history knows no stream');
        if (path.includes('points=40')) throw new ApiError(400, '900 fields with 40 points each are more than 20000 in all');
        return { history: { state: 'ok' }, series: [] } as unknown as JsonObject;
      },
    });
    expect((await tape.read(T0, T0 + 3_600_000, 0, never)).frames).toEqual([]);
    expect(asked).toEqual([
      '/api/metrics/history/pipeline?points=40&fields=*',
      '/api/metrics/history/own?points=40&fields=*',
      '/api/metrics/history/pipeline?points=10&fields=*',
    ]);
  });
});

describe('an archive', () => {
  const stretch = (more: Partial<Stretch>): Stretch => ({ frames: [], to: 0, isNow: false, step: 0, isCoarse: false, ...more });
  const tape = (read: Tape['read']): Tape => ({ read, close: () => undefined });

  it('reads from the history what the queues do not keep any more, up to where they begin', async () => {
    const asked: [string, number, number][] = [];
    const archive = new Archive(
      tape(async (from, to) => {
        asked.push(['queues', from, to]);
        return from < 1000 ? stretch({ keptFrom: 1000 }) : stretch({ to });
      }),
      tape(async (from, to) => {
        asked.push(['history', from, to]);
        return stretch({ to, isCoarse: true });
      }),
    );
    expect(await archive.read(100, 5000, 0, never)).toMatchObject({ to: 1000, isCoarse: true });
    expect(await archive.read(1000, 5000, 0, never)).toMatchObject({ to: 5000, isCoarse: false });
    await archive.read(200, 300, 0, never);
    expect(asked).toEqual([
      ['queues', 100, 5000],
      ['history', 100, 1000],
      ['queues', 1000, 5000],
      ['history', 200, 1000],
    ]);
  });
});
