import { describe, expect, it } from 'vitest';
import type { Socket } from '@/model/connection';
import { Live } from '@/model/live';
import type { MonitoringData } from '@/model/messages';

const moment = (tick: number): MonitoringData => ({ type: 'monitoring_data', timestamp: '2026-01-03T10:00:00Z', tick, data: { memory: {} }, streams: {}, no_data: {} });

function live(): { readonly page: Live; readonly socket: Socket } {
  const socket: Socket = { onopen: null, onmessage: null, onclose: null, send: () => undefined, close: () => undefined };
  const page = new Live({ open: () => socket, now: () => 1000, random: () => 0, later: () => () => undefined }, (draw) => draw());
  page.start();
  return { page, socket };
}

describe('What is asked for while the page connects', () => {
  it('is shown until the first message comes, and never after it', () => {
    const { page, socket } = live();
    page.preview(moment(7));
    expect(page.message?.tick).toBe(7);
    socket.onmessage?.({ data: JSON.stringify(moment(8)) });
    page.preview(moment(7));
    expect(page.message?.tick).toBe(8);
  });

  it('is not recorded: what comes in order is', () => {
    const { page } = live();
    page.preview(moment(7));
    expect(page.recorder.streams()).toEqual([]);
  });
});
