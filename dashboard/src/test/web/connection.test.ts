import { describe, expect, it } from 'vitest';
import { retryDelay } from '@/model/backoff';
import { Connection, type Phase } from '@/model/connection';
import type { ServerMessage } from '@/model/messages';
import { FakeBrowser } from './fakes';

function connected() {
  const browser = new FakeBrowser();
  const phases: Phase[] = [];
  const messages: { message: ServerMessage; resuming: boolean }[] = [];
  const connection = new Connection(browser, {
    phase: (phase) => phases.push(phase),
    message: (message, resuming) => messages.push({ message, resuming }),
  });
  connection.start();
  return { browser, phases, messages, connection };
}

const HELLO = { type: 'connection', host: 'atlas', server_version: '0.1.0', interval: 0.5, streams: [] };
const data = (cursor: string, more: object = {}): object => ({ type: 'monitoring_data', timestamp: '', tick: 1, cursor, ...more });

describe('Connection', () => {
  it('is live once the broker has spoken, and asks for alerts', () => {
    const { browser, phases } = connected();
    browser.socket.says(HELLO);
    expect(phases.map((phase) => phase.name)).toEqual(['connecting', 'live']);
    expect(JSON.parse(browser.socket.sent[0] ?? '')).toEqual({ type: 'subscribe', id: 1, alerts: true });
  });

  it('comes back after a wait that grows, and begins anew after success', () => {
    const { browser, phases } = connected();
    const waits: number[] = [];
    for (let i = 0; i < 8; i++) {
      browser.socket.onclose?.({ code: 1006, reason: '' });
      const phase = phases.at(-1);
      if (phase?.name === 'waiting') waits.push(phase.retryAt - browser.now());
      browser.pass(waits.at(-1) ?? 0);
    }
    expect(waits.slice(0, 4)).toEqual([375, 750, 1500, 3000]);
    expect(Math.max(...waits)).toBeLessThanOrEqual(15_000);
    browser.socket.says(HELLO);
    browser.socket.onclose?.({ code: 1001, reason: '' });
    const last = phases.at(-1);
    expect(last).toMatchObject({ name: 'waiting', failures: 1, reason: 'the broker is stopping' });
  });

  it('takes silence for a dead connection', () => {
    const { browser, phases } = connected();
    browser.socket.says(HELLO);
    const silent = browser.socket;
    browser.pass(11_000);
    expect(phases.at(-1)?.name).toBe('live');
    browser.pass(2000);
    expect(silent.isClosed).toBe(true);
    expect(browser.sockets.length).toBe(2);
  });

  it('hears nothing more of a connection that it has given up', () => {
    const { browser, messages } = connected();
    browser.socket.says(HELLO);
    const old = browser.socket;
    old.onclose?.({ code: 1006, reason: '' });
    browser.pass(1000);
    const before = messages.length;
    old.says(data('memory:1'));
    old.onclose?.({ code: 1006, reason: '' });
    expect(messages.length).toBe(before);
    expect(browser.sockets.length).toBe(2);
  });

  it('tries at once when it is told to hurry, but never twice', () => {
    const { browser, connection } = connected();
    browser.socket.onclose?.({ code: 1006, reason: '' });
    connection.hurry();
    connection.hurry();
    browser.pass(5000);
    expect(browser.sockets.length).toBe(2);
  });

  const ABLE = { ...HELLO, capabilities: ['alerts', 'delta', 'since', 'streams'] };
  const asked = (browser: FakeBrowser): object => JSON.parse(browser.socket.sent[0] ?? '{}') as object;

  it('asks a broker that can for everything, and for the last minutes to begin with', () => {
    const { browser } = connected();
    browser.socket.says(ABLE);
    expect(asked(browser)).toEqual({ type: 'subscribe', id: 1, alerts: true, streams: ['*'], delta: true, since: '5m' });
  });

  it('asks for what it missed, and takes the broker’s own messages before the answer for a preview', () => {
    const { browser, messages } = connected();
    browser.socket.says(ABLE);
    browser.socket.says({ type: 'subscribed', id: 1 });
    browser.socket.says(data('memory:5'));
    browser.socket.onclose?.({ code: 1001, reason: '' });
    browser.pass(1000);
    browser.socket.says(ABLE);
    expect(asked(browser)).toMatchObject({ id: 2, since: 'memory:5' });
    browser.socket.says(data('memory:9'));
    browser.socket.says({ type: 'subscribed', id: 2 });
    browser.socket.says(data('memory:6', { replayed: true }));
    expect(messages.filter(({ message }) => message.type === 'monitoring_data').map(({ resuming }) => resuming)).toEqual([false, true, false]);
  });

  it('goes on from the last replayed message when it is lost in the middle', () => {
    const { browser } = connected();
    browser.socket.says(ABLE);
    browser.socket.says(data('memory:9'));
    browser.socket.says({ type: 'subscribed', id: 1 });
    browser.socket.says(data('memory:6', { replayed: true }));
    browser.socket.onclose?.({ code: 1006, reason: '' });
    browser.pass(1000);
    browser.socket.says(ABLE);
    expect(asked(browser)).toMatchObject({ since: 'memory:6' });
  });

  it('asks for the end only after a long absence', () => {
    const { browser } = connected();
    browser.socket.says(ABLE);
    browser.socket.says({ type: 'subscribed', id: 1 });
    browser.socket.says(data('memory:5'));
    browser.socket.onclose?.({ code: 1006, reason: '' });
    browser.pass(3_600_000);
    browser.socket.says(ABLE);
    expect(asked(browser)).toMatchObject({ since: '15m' });
  });

  it('puts differences onto the last whole message', () => {
    const { browser, messages } = connected();
    browser.socket.says(ABLE);
    browser.socket.says({ type: 'subscribed', id: 1 });
    browser.socket.says(data('a:1', { data: { memory: { used: 1, free: 9 }, gpu: {} }, skipped: 3 }));
    browser.socket.says(data('a:1', { replayed: true, data: { memory: { used: 77 } } }));
    browser.socket.says({ type: 'monitoring_data', delta: true, cursor: 'a:2', data: { memory: { used: 2 } }, removed: [['data', 'gpu']] });
    const last = messages.at(-1)?.message;
    expect(last).toMatchObject({ cursor: 'a:2', data: { memory: { used: 2, free: 9 } } });
    expect(last).not.toHaveProperty('data.gpu');
    expect(last).not.toHaveProperty('skipped');
  });

  it('waits for a whole message when differences come first', () => {
    const { browser, messages } = connected();
    browser.socket.says(ABLE);
    browser.socket.says({ type: 'monitoring_data', delta: true, cursor: 'a:2', data: {} });
    expect(messages.filter(({ message }) => message.type === 'monitoring_data')).toEqual([]);
  });

  it('asks for nothing that the broker does not know', () => {
    const { browser } = connected();
    browser.socket.says(HELLO);
    browser.socket.says(data('memory:5'));
    browser.socket.onclose?.({ code: 1001, reason: '' });
    browser.pass(1000);
    browser.socket.says(HELLO);
    expect(asked(browser)).toEqual({ type: 'subscribe', id: 2, alerts: true });
  });

  it('goes on without what it missed when the broker does not answer', () => {
    const { browser, messages } = connected();
    browser.socket.says({ ...HELLO, capabilities: ['since'] });
    browser.socket.says(data('memory:5'));
    browser.socket.onclose?.({ code: 1001, reason: '' });
    browser.pass(1000);
    browser.socket.says({ ...HELLO, capabilities: ['since'] });
    for (let i = 0; i < 12; i++) {
      browser.socket.says(data(`memory:${6 + i}`));
      browser.pass(1000);
    }
    expect(messages.at(-1)?.resuming).toBe(false);
  });

  it('lives through nonsense', () => {
    const { browser, messages } = connected();
    for (const text of ['', 'x', '[]', 'null', '{"type":7}', '{"type":"of the future"}']) browser.socket.onmessage?.({ data: text });
    browser.socket.onmessage?.({ data: new ArrayBuffer(3) });
    expect(messages).toEqual([]);
  });
});

describe('retryDelay', () => {
  it('is somewhere between half and all of a wait that doubles up to 15 s', () => {
    expect(retryDelay(1, 0)).toBe(250);
    expect(retryDelay(1, 1)).toBe(500);
    expect(retryDelay(4, 0)).toBe(2000);
    expect(retryDelay(99, 1)).toBe(15_000);
  });
});
