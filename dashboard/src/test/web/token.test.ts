import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetToken, isToken, keepToken, protocols, readToken, tokenPlace } from '@/model/token';

class FakeStorage {
  readonly items = new Map<string, string>();
  getItem = (key: string): string | null => this.items.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.items.set(key, value);
  removeItem = (key: string): void => void this.items.delete(key);
}

describe('A token', () => {
  let tab: FakeStorage;
  let browser: FakeStorage;

  beforeEach(() => {
    tab = new FakeStorage();
    browser = new FakeStorage();
    vi.stubGlobal('sessionStorage', tab);
    vi.stubGlobal('localStorage', browser);
  });

  afterEach(() => {
    forgetToken();
    vi.unstubAllGlobals();
  });

  it('is named as a protocol of the WebSocket, beside the one that is spoken', () => {
    expect(protocols('hpt_abc')).toEqual(['hostpulse.v1', 'hostpulse.token.hpt_abc']);
    expect(protocols(undefined)).toEqual([]);
  });

  it('has only characters that a protocol may have', () => {
    expect(isToken('hpt_0123456789abcdef')).toBe(true);
    for (const text of ['', 'short', 'with space 123', 'with,comma', 'ü'.repeat(20)]) expect(isToken(text)).toBe(false);
  });

  it('is kept where it was chosen, and nowhere else', () => {
    keepToken('hpt_browser', 'browser');
    expect([readToken(), tokenPlace()]).toEqual(['hpt_browser', 'browser']);
    keepToken('hpt_tab', 'tab');
    expect([readToken(), tokenPlace(), browser.items.size]).toEqual(['hpt_tab', 'tab', 0]);
    keepToken('hpt_page', 'page');
    expect([readToken(), tokenPlace(), tab.items.size, browser.items.size]).toEqual(['hpt_page', 'page', 0, 0]);
  });

  it('is gone after logging out', () => {
    for (const place of ['page', 'tab', 'browser'] as const) {
      keepToken('hpt_0123456789', place);
      forgetToken();
      expect([readToken(), tokenPlace(), tab.items.size, browser.items.size]).toEqual([undefined, undefined, 0, 0]);
    }
  });

  it('stays on the page in a browser that stores nothing', () => {
    vi.stubGlobal('sessionStorage', undefined);
    vi.stubGlobal('localStorage', undefined);
    keepToken('hpt_0123456789', 'browser');
    expect([readToken(), tokenPlace()]).toEqual(['hpt_0123456789', 'page']);
  });
});
