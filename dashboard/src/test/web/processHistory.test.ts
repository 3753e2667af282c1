import { describe, expect, it } from 'vitest';
import { readRuns, type Run } from '@/model/processHistory';
import { isRun, restarts, runLines } from '@/views/processes/processRuns';

const ANSWER = {
  history: { state: 'ok' },
  whole: true,
  runs: [
    run(21, '2026-01-03T10:20:00Z', '2026-01-03T10:20:30Z', '2026-01-03T10:29:30Z'),
    run(7, '2026-01-01T00:00:00Z', '2026-01-03T10:00:30Z', '2026-01-03T10:29:30Z'),
    run(20, '2026-01-02T10:20:00Z', '2026-01-03T10:00:30Z', '2026-01-03T10:19:30Z'),
  ],
};

function run(pid: number, start: string, first: string, last: string) {
  return {
    pid,
    start_time: start,
    user: 'ada',
    first,
    last,
    series: [{ field: 'cpu_percent', times: [first, first, last], min: [1, null, 2], mean: [1, null, 2], max: [1, null, 3] }],
  };
}

function runs(): readonly Run[] {
  const read = readRuns(ANSWER);
  if (read.state !== 'ready') throw new Error(read.reason);
  return read.runs;
}

describe('The history of a process', () => {
  it('is drawn with its gaps', () => {
    expect([...(runs()[0]?.fields.get('cpu_percent')?.values ?? [])]).toEqual([1, NaN, 2]);
  });

  it('tells restarts from what ran beside it', () => {
    const all = runs();
    expect(restarts(all, all[0]).map(({ pid }) => pid)).toEqual([21, 20]);
    expect(restarts(all, undefined)).toEqual([]);
  });

  it('knows a run by its number and its start', () => {
    const started = Date.parse('2026-01-03T10:20:00Z');
    expect(isRun({ pid: 21, started }, 21, started + 1000)).toBe(true);
    expect(isRun({ pid: 21, started }, 21, started + 10_000)).toBe(false);
    expect(isRun({ pid: 21, started: undefined }, 21, started)).toBe(true);
    expect(isRun({ pid: 21, started }, 22, started)).toBe(false);
  });

  it('has a line for each run that was measured', () => {
    const { lines, past } = runLines(runs(), 'cpu_percent', ({ pid }) => String(pid));
    expect(lines.map(({ label, tone }) => [label, tone])).toEqual([['21', 1], ['7', 2], ['20', 3]]);
    expect(lines.every(({ field }) => past.has(field))).toBe(true);
    expect(runLines(runs(), 'memory', String).lines).toEqual([]);
  });

  it('is absent with a reason where there is none', () => {
    expect(readRuns({ history: { state: 'off' }, runs: [] })).toMatchObject({ state: 'absent' });
    expect(readRuns({ history: { state: 'ok' }, runs: [] })).toMatchObject({ state: 'ready', runs: [] });
  });
});
