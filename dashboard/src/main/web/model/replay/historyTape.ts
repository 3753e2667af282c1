import { ApiError } from '../api';
import { readHistory } from '../history';
import type { JsonObject } from '../json';
import type { MonitoringData } from '../messages';
import { rebuilt } from './rebuilt';
import type { Frame, Stretch, Tape } from './tape';

/** Finer is not worth asking for: what the history has more than that, the queues have whole. */
export const FINEST_MS = 10_000;

/** An answer has at most 20,000 values, and a stream may have hundreds of fields. */
const MOST_POINTS = 40;

const FEWEST_POINTS = 2;
const TOO_MUCH = 400;
const UNKNOWN_STREAM = 404;

/** How far is read at once, so that not every minute is a question of its own. */
export function historyPiece(step: number): number {
  return MOST_POINTS * Math.max(step, FINEST_MS);
}

export interface Sources {
  /** Names of the streams that there are. */
  streams(): readonly string[];
  /** A snapshot of a stream, of any time. */
  like(stream: string): JsonObject | undefined;
  ask(path: string, signal: AbortSignal): Promise<JsonObject>;
}

/**
 * Reads what the server's history keeps when the queues do not any more: numbers, as means of seconds, minutes or hours. Texts and lists
 * of processes are not kept for so long.
 */
export class HistoryTape implements Tape {
  constructor(private readonly sources: Sources) {}

  async read(from: number, to: number, step: number, signal: AbortSignal): Promise<Stretch> {
    const points = Math.min(MOST_POINTS, Math.max(FEWEST_POINTS, Math.ceil((to - from) / Math.max(step, FINEST_MS))));
    const answers = await Promise.all(
      this.sources.streams().map(async (stream) => ({ stream, body: await this.ask(stream, from, to, points, signal) })),
    );
    const frames = answers.flatMap(({ stream, body }) => this.frames(stream, body));
    return {
      frames: frames.filter(({ time }) => time > from && time <= to).sort((a, b) => a.time - b.time),
      to,
      isNow: false,
      step: Math.max(FINEST_MS, ...answers.map(({ body }) => stepOf(body))),
      isCoarse: true,
    };
  }

  close(): void {
    // A question ends with its signal.
  }

  /** As fine as an answer may be: a stream with many fields gets fewer moments, and at last only what is outside of lists. */
  private async ask(stream: string, from: number, to: number, points: number, signal: AbortSignal): Promise<JsonObject> {
    const query = new URLSearchParams({ from: new Date(from).toISOString(), to: new Date(to).toISOString(), points: String(Math.max(1, points)) });
    if (points >= FEWEST_POINTS) query.set('fields', '*');
    try {
      return await this.sources.ask(`/api/metrics/history/${encodeURIComponent(stream)}?${query}`, signal);
    } catch (failure) {
      if (failure instanceof ApiError && failure.status === TOO_MUCH && points >= FEWEST_POINTS) {
        return this.ask(stream, from, to, Math.floor(points / 4), signal);
      }
      if (failure instanceof ApiError && failure.status === UNKNOWN_STREAM) return {};
      throw failure;
    }
  }

  private frames(stream: string, body: JsonObject): Frame[] {
    const history = readHistory(body);
    if (history.state === 'absent') return [];
    const moments = new Map<number, Map<string, number>>();
    for (const [field, { times, values }] of history.fields) {
      times.forEach((time, i) => {
        const value = values[i] as number;
        if (Number.isNaN(value)) return;
        const numbers = moments.get(time) ?? new Map<string, number>();
        moments.set(time, numbers.set(field, value));
      });
    }
    return [...moments].map(([time, numbers]) => ({ time, message: message(stream, time, rebuilt(numbers, this.sources.like(stream))) }));
  }
}

function message(stream: string, time: number, snapshot: JsonObject): MonitoringData {
  const timestamp = new Date(time).toISOString();
  return {
    type: 'monitoring_data',
    timestamp,
    tick: 0,
    data: { [stream]: snapshot },
    // Records of the history have no numbers of their own; these differ, and that is all that is asked of them.
    streams: { [stream]: { sequence: time, timestamp, age_ms: 0, stale: false } },
    no_data: {},
    replayed: true,
  };
}

function stepOf(body: JsonObject): number {
  const series = Array.isArray(body['series']) ? body['series'] : [];
  const steps = series.map((one) => (typeof one === 'object' && one !== null && !Array.isArray(one) ? Number(one['step_seconds']) : 0));
  return 1000 * Math.max(0, ...steps.filter(Number.isFinite));
}
