import { describe, expect, it } from 'vitest';
import { chartRows } from '@/chart/chartRows';
import { binned } from '@/chart/HeatMap';
import { holes } from '@/chart/holes';
import { joined, readHistory } from '@/model/history';
import type { BandRows } from '@/model/bands';

function line(times: number[], values: number[]): BandRows {
  const array = Float64Array.from(values);
  return { times: Float64Array.from(times), values: array, min: array, max: array };
}

describe('holes', () => {
  it('are steps three times as long as those around them', () => {
    expect(holes([0, 1, 2, 3, 20, 21, 22])).toEqual([4]);
  });

  it('are not late samples', () => {
    expect(holes([0, 1, 2, 4.5, 5, 6])).toEqual([]);
  });

  it('are not the place where values of minutes give way to single ones', () => {
    expect(holes([0, 60, 120, 180, 181, 182, 183])).toEqual([]);
    expect(holes([0, 60, 120, 400, 401, 402, 403])).toEqual([3]);
  });

  it('are all found when they follow one another', () => {
    expect(holes([0, 1, 2, 30, 60, 61, 62])).toEqual([3, 4]);
  });

  it('are none in what is too short to have a rhythm', () => {
    expect(holes([])).toEqual([]);
    expect(holes([1])).toEqual([]);
    expect(holes([1, 100])).toEqual([]);
  });
});

describe('chartRows', () => {
  it('put a null into a hole, so that nothing is drawn across it', () => {
    const rows = chartRows([line([0, 1000, 2000, 60_000, 61_000, 62_000], [1, 2, 3, 4, 5, 6])], 0, 62_000);
    expect(rows.lines[0]?.values).toEqual([1, 2, 3, null, 4, 5, 6]);
    expect(rows.holes).toEqual([[2, 60]]);
  });

  it('shade the end of a line that does not go on', () => {
    const rows = chartRows([line([0, 1000, 2000], [1, 2, 3])], 0, 60_000);
    expect(rows.holes).toEqual([[2, 60]]);
  });

  it('show a value that is not known as null and never as 0', () => {
    const rows = chartRows([line([0, 1000, 2000], [1, NaN, 3])], 0, 2000);
    expect(rows.lines[0]?.values).toEqual([1, null, 3]);
  });

  it('put lines with moments of their own on common ones', () => {
    const rows = chartRows([line([0, 2000], [1, 3]), line([1000, 2000], [20, 30])], 0, 3000);
    expect(rows.times).toEqual([0, 1, 2]);
    expect(rows.lines.map((one) => one.values)).toEqual([
      [1, null, 3],
      [null, 20, 30],
    ]);
  });

  it('leave out what lies outside of the window', () => {
    expect(chartRows([line([0, 1000, 2000, 3000], [1, 2, 3, 4])], 1000, 2000).times).toEqual([1, 2]);
  });

  it('shade moments at which nothing answered', () => {
    const rows = chartRows([line([0, 1000, 2000, 3000, 4000], [1, NaN, NaN, NaN, 5])], 0, 4000);
    expect(rows.holes).toEqual([[0, 4]]);
  });

  it('have bands only where there is more than one value in a moment', () => {
    const bands: BandRows = { ...line([0, 1000], [5, 5]), min: Float64Array.of(1, 2), max: Float64Array.of(8, 9) };
    const [first] = chartRows([bands], 0, 1000).lines;
    expect(first?.min).toEqual([1, 2]);
    expect(first?.max).toEqual([8, 9]);
    const [second] = chartRows([line([0, 1000], [5, 5])], 0, 1000).lines;
    expect(second?.min).toEqual([null, null]);
  });
});

describe('history', () => {
  it('ends where the page saw the values itself', () => {
    const all = joined(line([0, 60_000, 120_000], [1, 2, 3]), line([90_000, 90_500], [7, 8]));
    expect([...all.times]).toEqual([0, 60_000, 90_000, 90_500]);
    expect([...all.values]).toEqual([1, 2, 7, 8]);
  });

  it('is read with nulls as not known', () => {
    const history = readHistory({
      stream: 'memory',
      history: { state: 'ok' },
      series: [
        {
          field: 'percentage',
          step_seconds: 60,
          times: ['1970-01-01T00:01:00.000000Z', '1970-01-01T00:02:00.000000Z'],
          min: [1, null],
          mean: [2, null],
          max: [3, null],
        },
      ],
    });
    const rows = history.state === 'ready' ? history.fields.get('percentage') : undefined;
    expect([...(rows?.times ?? [])]).toEqual([60_000, 120_000]);
    expect([...(rows?.values ?? [])]).toEqual([2, NaN]);
    expect([...(rows?.max ?? [])]).toEqual([3, NaN]);
  });

  it('says why there is nothing', () => {
    expect(readHistory({ history: { state: 'ok' }, series: [] }).state).toBe('ready');
    expect(readHistory({ history: { state: 'absent' }, series: [] })).toEqual({ state: 'absent', reason: 'Nothing of this was recorded yet.' });
    expect(readHistory({ history: { state: 'off' }, series: [] }).state).toBe('absent');
    expect(readHistory({}).state).toBe('absent');
  });
});

describe('binned', () => {
  it('takes the mean of each cell, and nothing where nothing is', () => {
    const means = binned(Float64Array.of(0, 1, 5, 9), Float64Array.of(10, 30, NaN, 50), 0, 10, 5);
    expect([...means]).toEqual([20, NaN, NaN, NaN, 50]);
  });
});
