import { describe, expect, it } from 'vitest';
import { isToken, protocols } from '@/model/token';

describe('A token', () => {
  it('is named as a protocol of the WebSocket, beside the one that is spoken', () => {
    expect(protocols('hpt_abc')).toEqual(['hostpulse.v1', 'hostpulse.token.hpt_abc']);
    expect(protocols(undefined)).toEqual([]);
  });

  it('has only characters that a protocol may have', () => {
    expect(isToken('hpt_0123456789abcdef')).toBe(true);
    for (const text of ['', 'short', 'with space 123', 'with,comma', 'ü'.repeat(20)]) expect(isToken(text)).toBe(false);
  });
});
