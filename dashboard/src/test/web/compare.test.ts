import { describe, expect, it } from 'vitest';
import { chartRows } from '@/chart/chartRows';
import { aligned, lastAt, shifted } from '@/chart/comparedRows';
import { localText, localTime } from '@/format/localTime';
import type { BandRows } from '@/model/bands';
import { customComparison, readComparison } from '@/views/performance/comparison';

function line(times: number[], values: number[]): BandRows {
  const array = Float64Array.from(values);
  return { times: Float64Array.from(times), values: array, min: array, max: array };
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('a comparison', () => {
  it('is read from the address', () => {
    expect(readComparison('before', 10 * HOUR, 12 * HOUR)).toEqual({ shift: 2 * HOUR, label: 'the time before' });
    expect(readComparison('90000', 10 * HOUR, 12 * HOUR)).toEqual({ shift: 90_000, label: 'then' });
  });

  it('is none when the address says nothing that makes sense', () => {
    for (const text of [null, '', 'x', '-5', '0', 'Infinity', '999999999999999']) expect(readComparison(text, DAY, 2 * DAY)).toBeUndefined();
  });

  it('goes by the calendar: the same time of the day, also when clocks were changed in between', () => {
    const noon = new Date(2026, 2, 30, 12, 0, 0).getTime();
    const shift = readComparison('7d', noon - HOUR, noon)?.shift ?? 0;
    const then = new Date(noon - shift);
    expect([then.getHours(), then.getDate()]).toEqual([12, 23]);
  });

  it('with a time of one’s own is one that lies before', () => {
    expect(customComparison(5000, 2000)).toBe('3000');
    expect(customComparison(5000, 6000)).toBeUndefined();
  });
});

describe('two periods on one axis', () => {
  const now = chartRows([line([0, 1000, 2000, 3000], [1, 2, 3, 4])], 0, 3000);

  it('lie over one another', () => {
    const then = chartRows([shifted(line([-9000, -8000, -7000, -6000], [5, 6, 7, 8]), 9000)], 0, 3000);
    const both = aligned(now, then);
    expect(both.times).toEqual([0, 1, 2, 3]);
    expect(both.lines[0]?.values).toEqual([1, 2, 3, 4]);
    expect(both.then).toEqual([[5, 6, 7, 8]]);
  });

  it('are not broken by moments that only the other has', () => {
    const then = chartRows([line([500, 1500, 2500], [5, 6, 7])], 0, 3000);
    const both = aligned(now, then);
    expect(both.times).toEqual([0, 0.5, 1, 1.5, 2, 2.5, 3]);
    expect(both.lines[0]?.values).toEqual([1, undefined, 2, undefined, 3, undefined, 4]);
    expect(both.then[0]).toEqual([undefined, 5, undefined, 6, undefined, 7, undefined]);
  });

  it('keep the gaps of each', () => {
    const whole = chartRows([line([0, 1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000], [1, 1, 1, 1, 1, 1, 1, 1, 1])], 0, 8000);
    const torn = chartRows([line([0, 1000, 2000, 6000, 7000, 8000], [2, 2, 2, 3, 3, 3])], 0, 8000);
    const both = aligned(whole, torn);
    expect(torn.holes).toEqual([[2, 6]]);
    expect(whole.holes).toEqual([]);
    expect(both.lines[0]?.values).not.toContain(null);
    expect(both.then[0]).toEqual([2, 2, 2, null, null, null, null, 3, 3, 3]);
    expect(aligned(torn, whole).lines[0]?.values).toEqual(both.then[0]);
  });

  it('tell the value of each at the cursor, and none in a gap', () => {
    expect(lastAt([1, undefined, undefined, 4], 2)).toBe(1);
    expect(lastAt([1, null, undefined, 4], 2)).toBeNull();
    expect(lastAt([undefined, 2], 0)).toBeNull();
    expect(lastAt(undefined, 3)).toBeNull();
  });
});

describe('a field for a time', () => {
  it('has the local time, and gives back the same moment', () => {
    const time = new Date(2026, 10, 21, 17, 4, 9).getTime();
    expect(localText(time)).toBe('2026-11-21T17:04:09');
    expect(localTime(localText(time))).toBe(time);
  });

  it('has no time while it is not whole', () => {
    expect(localTime('')).toBeUndefined();
    expect(localTime('2026-11-')).toBeUndefined();
  });
});
