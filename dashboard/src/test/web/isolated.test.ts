import { describe, expect, it } from 'vitest';
import { isolated } from '@/chart/isolated';

describe('A value between gaps', () => {
  it('is drawn as a point', () => {
    expect(isolated([1, null, 2, null, 3, 4, null, 0])).toEqual([0, 2, 7]);
  });

  it('is none where a line goes', () => {
    expect(isolated([1, 2, null, 3, 4])).toBeNull();
    expect(isolated([])).toBeNull();
    expect(isolated([null, null])).toBeNull();
  });
});
