import { describe, expect, it } from 'vitest';
import { Track } from '@/model/track';

const row = (value: number): Map<string, number> => new Map([['a', value]]);

describe('Track', () => {
  it('gives back what was appended, oldest first', () => {
    const track = new Track(10);
    for (let i = 0; i < 5; i++) track.append(i * 100, row(i));
    const { times, values } = track.since(200, 'a');
    expect([...times]).toEqual([200, 300, 400]);
    expect([...values]).toEqual([2, 3, 4]);
  });

  it('forgets the oldest row when it is full', () => {
    const track = new Track(300);
    for (let i = 0; i < 1000; i++) track.append(i, row(i));
    expect(track.size).toBe(300);
    expect(track.first).toBe(700);
    expect([...track.since(0, 'a').values]).toEqual(Array.from({ length: 300 }, (_, i) => 700 + i));
  });

  it('leaves out a row that is not newer', () => {
    const track = new Track();
    expect(track.append(100, row(1))).toBe(true);
    expect(track.append(100, row(2))).toBe(false);
    expect(track.append(50, row(3))).toBe(false);
    expect(track.append(NaN, row(3))).toBe(false);
    expect([...track.since(0, 'a').values]).toEqual([1]);
  });

  it('has no value, and not 0, where a field had none', () => {
    const track = new Track();
    track.append(1, row(1));
    track.append(2, new Map([['b', 7]]));
    expect([...track.since(0, 'a').values]).toEqual([1, NaN]);
    expect([...track.since(0, 'b').values]).toEqual([NaN, 7]);
    expect([...track.since(0, 'nothing').values]).toEqual([NaN, NaN]);
    expect(track.latest('a')).toBeUndefined();
    expect(track.latest('b')).toBe(7);
  });

  it('is bounded in fields, too', () => {
    const track = new Track(10);
    track.append(1, new Map(Array.from({ length: 5000 }, (_, i) => [`f${i}`, i])));
    expect(track.fields().length).toBeLessThanOrEqual(300);
  });
});
