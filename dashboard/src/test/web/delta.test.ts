import { describe, expect, it } from 'vitest';
import { applied } from '@/model/delta';

describe('A difference', () => {
  it('joins objects and replaces everything else', () => {
    const state = { a: { x: 1, y: [1, 2], z: null }, b: 1 };
    expect(applied(state, { delta: true, a: { y: [3], z: 4 }, b: null, c: {} })).toEqual({ a: { x: 1, y: [3], z: 4 }, b: null, c: {} });
  });

  it('removes what it names before it adds', () => {
    const state = { data: { gpu: { a: 1 }, memory: { used: 1 } }, alerts: [1] };
    const after = applied(state, { delta: true, removed: [['data', 'gpu'], ['alerts'], ['data', 'nothing', 'at', 'all'], []], data: { gpu: { b: 2 } } });
    expect(after).toEqual({ data: { gpu: { b: 2 }, memory: { used: 1 } } });
  });

  it('leaves the state before it as it was', () => {
    const state = { data: { memory: { used: 1 } } };
    applied(state, { delta: true, removed: [['data', 'memory', 'used']], data: { memory: { used: 2 } } });
    expect(state).toEqual({ data: { memory: { used: 1 } } });
  });

  it('changes no prototype, whatever its names are', () => {
    const after = applied(JSON.parse('{"__proto__":{"a":1}}'), JSON.parse('{"__proto__":{"polluted":true},"constructor":{"x":1}}'));
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(Object.hasOwn(after, '__proto__')).toBe(true);
  });
});
