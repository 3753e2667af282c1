import { describe, expect, it } from 'vitest';
import { chartRows } from '@/chart/chartRows';
import { ofScheme } from '@/chart/colors';
import { heatCells } from '@/chart/heatCells';
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

  it('list a time of which nothing is known once, whatever tells of it', () => {
    const rows = chartRows([line([0, 1000, 2000, 3000, 4000, 60_000, 61_000], [1, 2, 3, NaN, NaN, 6, 7])], 0, 61_000);
    expect(rows.holes).toEqual([[2, 60]]);
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

describe('heatCells', () => {
  const cells = (times: number[], values: number[], from: number, to: number, count: number) => {
    const { first, means } = heatCells(Float64Array.from(times), Float64Array.from(values), from, to, count);
    return { first, means: [...means] };
  };

  it('have the mean of the values in them', () => {
    expect(cells([0, 500, 1000, 1500], [10, 30, 50, 70], 0, 2000, 2).means).toEqual([20, 60]);
  });

  it('fill the time between two means of an hour, or of whatever is kept', () => {
    const hour = 3_600_000;
    expect(cells([0, hour, 2 * hour], [10, 20, 30], 0, 3 * hour, 12).means).toEqual([10, 10, 10, 10, 20, 20, 20, 20, 30, 30, 30, 30]);
  });

  it('fill it also where means give way to single values', () => {
    expect(cells([0, 60_000, 120_000, 180_000, 181_000, 182_000], [1, 2, 3, 4, 4, 4], 0, 184_000, 46).means).toEqual([
      ...new Array<number>(15).fill(1),
      ...new Array<number>(15).fill(2),
      ...new Array<number>(15).fill(3),
      4,
    ]);
  });

  it('are lost from one step behind the last value before a hole', () => {
    const means = cells([0, 60_000, 120_000, 480_000, 540_000, 600_000], [1, 2, 3, 4, 5, 6], 0, 660_000, 11).means;
    expect(means).toEqual([1, 2, 3, NaN, NaN, NaN, NaN, NaN, 4, 5, 6]);
  });

  it('are lost where what was asked did not answer, until it did', () => {
    expect(cells([0, 60_000, 120_000, 180_000], [1, NaN, 3, 4], 0, 240_000, 8).means).toEqual([1, 1, NaN, NaN, 3, 3, 4, 4]);
  });

  it('are lost behind a value that nothing followed', () => {
    expect(cells([0, 1000, 2000], [1, 2, 3], 0, 20_000, 10).means).toEqual([1.5, 3, ...new Array<number>(8).fill(NaN)]);
  });

  it('go on to the present while the next value may still come', () => {
    expect(cells([0, 60_000], [1, 2], 0, 120_000, 4).means).toEqual([1, 1, 2, 2]);
  });

  it('begin where the record begins', () => {
    expect(cells([5000, 6000], [1, 2], 0, 10_000, 10).first).toBe(5);
    expect(cells([], [], 0, 10_000, 10).first).toBe(10);
  });

  it('take a value that began before the window', () => {
    expect(cells([0, 60_000], [1, 2], 30_000, 90_000, 2)).toEqual({ first: 0, means: [1, 2] });
  });
});

describe('ofScheme', () => {
  it('takes the colour that a canvas must have', () => {
    expect(ofScheme('light-dark(#ffffff, #151b20)', false)).toBe('#ffffff');
    expect(ofScheme('light-dark(#ffffff, #151b20)', true)).toBe('#151b20');
    expect(ofScheme('light-dark(rgb(0 0 0 / 6%),#000)', false)).toBe('rgb(0 0 0 / 6%)');
    expect(ofScheme('system-ui, sans-serif', true)).toBe('system-ui, sans-serif');
  });
});
