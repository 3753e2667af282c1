import { describe, expect, it } from 'vitest';
import { Bands, BUCKET_MS } from '@/model/bands';
import { Recorder } from '@/model/recorder';
import type { MonitoringData } from '@/model/messages';

describe('Bands', () => {
  it('keep the lowest, mean and highest value of each bucket that is over', () => {
    const bands = new Bands();
    [4, 8, 6].forEach((value, i) => bands.append(i * 500, new Map([['a', value]])));
    expect(bands.since(0, 'a').times).toHaveLength(0);
    bands.append(BUCKET_MS, new Map([['a', 1]]));
    const rows = bands.since(0, 'a');
    expect([...rows.values]).toEqual([6]);
    expect([...rows.min]).toEqual([4]);
    expect([...rows.max]).toEqual([8]);
  });

  it('make up no bucket for a time without values', () => {
    const bands = new Bands();
    for (const time of [0, 3 * BUCKET_MS, 4 * BUCKET_MS]) bands.append(time, new Map([['a', 1]]));
    expect([...bands.since(0, 'a').times]).toEqual([0, 3 * BUCKET_MS]);
  });
});

const message = (sequence: number, time: string, usage: number): MonitoringData =>
  ({
    type: 'monitoring_data',
    timestamp: time,
    tick: sequence,
    data: { processor: { usage_percent: usage, model: 'x', missing: { a: 'b' } } },
    streams: { processor: { sequence, timestamp: time, age_ms: 1, stale: false } },
    no_data: {},
  }) as unknown as MonitoringData;

describe('Recorder', () => {
  it('takes each snapshot once, however often it is sent', () => {
    const recorder = new Recorder();
    recorder.take(message(1, '2026-01-01T00:00:00Z', 10));
    recorder.take(message(1, '2026-01-01T00:00:00Z', 10));
    recorder.take(message(2, '2026-01-01T00:00:01Z', 20));
    expect([...recorder.of('processor').since(0, 'usage_percent').values]).toEqual([10, 20]);
  });

  it('shows single values while they reach back as far as anything', () => {
    const recorder = new Recorder();
    for (let i = 0; i < 100; i++) {
      recorder.take(message(i + 1, new Date(i * 500).toISOString(), i));
    }
    expect(recorder.of('processor').since(-1e9, 'usage_percent').times).toHaveLength(100);
  });

  it('shows bands for a window that single values do not reach', () => {
    const recorder = new Recorder();
    for (let i = 0; i < 8000; i++) recorder.take(message(i + 1, new Date(i * 500).toISOString(), i % 10));
    const all = recorder.of('processor').since(0, 'usage_percent');
    expect(all.times[0]).toBe(0);
    expect(Math.max(...all.max)).toBe(9);
    expect(all.times.length).toBeLessThanOrEqual(1000);
    const recent = recorder.of('processor').since(7000 * 500, 'usage_percent');
    expect(recent.times).toHaveLength(1000);
  });

  it('remembers a bounded number of gaps', () => {
    const recorder = new Recorder();
    for (let i = 0; i < 1000; i++) recorder.missing({ stream: 'memory', at: i, count: 1, reason: 'damaged' });
    expect(recorder.gaps).toHaveLength(200);
    expect(recorder.gaps.at(-1)?.at).toBe(999);
  });
});
