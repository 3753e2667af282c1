import type { Freshness } from '../freshness';
import type { JsonObject } from '../json';
import type { Alert, MonitoringData, NoData, StreamState } from '../messages';

/** Every stream's newest record at a moment of the past, put together from records that each tell of some streams. */
export class Moment {
  private readonly data = new Map<string, JsonObject>();
  private readonly streams = new Map<string, StreamState>();
  private readonly refusals = new Map<string, NoData>();

  take(message: MonitoringData): void {
    for (const [stream, state] of Object.entries(message.streams)) {
      const snapshot = message.data[stream];
      const refusal = message.no_data[stream];
      this.streams.set(stream, state);
      if (snapshot !== undefined) this.data.set(stream, snapshot);
      else this.data.delete(stream);
      if (refusal !== undefined) this.refusals.set(stream, refusal);
      else this.refusals.delete(stream);
    }
  }

  /** The message that a live client would have had. */
  message(at: number, alerts: readonly Alert[]): MonitoringData {
    return {
      type: 'monitoring_data',
      timestamp: new Date(at).toISOString(),
      tick: 0,
      data: Object.fromEntries(this.data),
      streams: Object.fromEntries(this.streams),
      no_data: Object.fromEntries(this.refusals),
      alerts,
    };
  }

  /** @param usual how old a record of this stream may be, in milliseconds */
  freshness(stream: string, at: number, usual: number): Freshness {
    const refusal = this.refusals.get(stream);
    if (refusal !== undefined) return { state: 'none', reason: refusal.reason };
    const state = this.streams.get(stream);
    if (state === undefined) return { state: 'unknown' };
    const ageMs = Math.max(0, at - Date.parse(state.timestamp));
    return { state: ageMs > usual ? 'stale' : 'fresh', ageMs };
  }
}
