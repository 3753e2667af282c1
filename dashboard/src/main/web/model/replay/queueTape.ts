import type { Socket, Surroundings } from '../connection';
import { parseMessage, type MonitoringData, type ServerMessage } from '../messages';
import type { Frame, Stretch, Tape } from './tape';

/** Replays take turns, so the first record may be waited for; between two there is hardly a moment. */
const FIRST_MS = 15_000;
const NEXT_MS = 4000;

/** Records that begin so much later than what was asked for say from when on they are kept. */
const LATER_MS = 60_000;

interface Reading {
  readonly id: number;
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly frames: Frame[];
  readonly resolve: (stretch: Stretch) => void;
  readonly reject: (failure: Error) => void;
  /** Nobody needs to say any more that it is not wanted. */
  readonly forget: () => void;
  isAnswered: boolean;
  isWhole: boolean;
}

/**
 * Reads what the broker's queues keep, over a WebSocket of its own: `subscribe` with `since` sends it from there on, and `unsubscribe`
 * ends that when there is enough. One reading at a time; another one ends it.
 */
export class QueueTape implements Tape {
  private socket: Socket | undefined;
  private isGreeted = false;
  private serial = 0;
  private reading: Reading | undefined;
  private stopTimer = (): void => {};

  constructor(private readonly surroundings: Surroundings) {}

  read(from: number, to: number, step: number, signal: AbortSignal): Promise<Stretch> {
    this.fail(new DOMException('another moment was asked for', 'AbortError'));
    return new Promise((resolve, reject) => {
      const id = ++this.serial;
      const drop = (): void => this.fail(new DOMException('nobody waits for it any more', 'AbortError'));
      signal.addEventListener('abort', drop);
      const forget = (): void => signal.removeEventListener('abort', drop);
      const reading = { id, from, to, step, frames: [], resolve, reject, forget, isAnswered: false, isWhole: true };
      this.reading = reading;
      this.wait(FIRST_MS);
      if (this.socket === undefined) this.connect();
      else if (this.isGreeted) this.ask(reading);
    });
  }

  close(): void {
    this.fail(new DOMException('nobody waits for it any more', 'AbortError'));
    const socket = this.socket;
    this.socket = undefined;
    socket?.close();
  }

  private connect(): void {
    const socket = this.surroundings.open();
    this.socket = socket;
    this.isGreeted = false;
    socket.onmessage = (event) => this.receive(socket, event.data);
    socket.onclose = (event) => {
      if (socket !== this.socket) return;
      this.socket = undefined;
      this.fail(new Error(event.reason === '' ? 'The broker cannot be reached.' : `The broker ended the replay: ${event.reason}.`));
    };
  }

  private ask({ id, from, step }: Reading): void {
    const since = new Date(from).toISOString();
    this.say({ type: 'subscribe', id, streams: ['*'], alerts: false, since, ...(step > 0 ? { interval: step / 1000 } : {}) });
  }

  private say(message: object): void {
    if (this.isGreeted) this.socket?.send(JSON.stringify(message));
  }

  private receive(socket: Socket, data: unknown): void {
    if (socket !== this.socket || typeof data !== 'string') return;
    const message = parseMessage(data);
    if (message?.type === 'connection') {
      this.isGreeted = true;
      // It sends what is live on its own.
      this.say({ type: 'unsubscribe' });
      if (this.reading !== undefined) this.ask(this.reading);
    } else if (message !== undefined && this.reading !== undefined) this.take(this.reading, message);
  }

  private take(reading: Reading, message: ServerMessage): void {
    if (!reading.isAnswered) this.answered(reading, message);
    else if (message.type === 'monitoring_data') this.snapshot(reading, message);
    else if (message.type === 'gap') reading.frames.push({ time: reading.frames.at(-1)?.time ?? reading.from, message });
  }

  /** What comes before the answer belongs to the reading before. */
  private answered(reading: Reading, message: ServerMessage): void {
    if (message.type === 'error' && message.id === reading.id) this.fail(new Error(message.message ?? 'The broker replays nothing.'));
    if (message.type !== 'subscribed' || message.id !== reading.id) return;
    reading.isAnswered = true;
    reading.isWhole = message.recovered !== false;
  }

  private snapshot(reading: Reading, message: MonitoringData): void {
    const time = Date.parse(message.timestamp);
    if (message.replayed !== true) this.finish(reading, undefined, true);
    else if (time > reading.to) this.finish(reading, time, false);
    else {
      if (time > reading.from) reading.frames.push({ time, message });
      this.wait(NEXT_MS);
    }
  }

  private wait(ms: number): void {
    this.stopTimer();
    this.stopTimer = this.surroundings.later(() => {
      const { reading } = this;
      if (reading === undefined) return;
      // With a long interval the first message behind the replayed ones may be minutes away.
      if (reading.isAnswered) this.finish(reading, undefined, true);
      else this.fail(new Error('The broker does not answer.'));
    }, ms);
  }

  private finish(reading: Reading, next: number | undefined, isNow: boolean): void {
    this.stop();
    const first = reading.frames[0]?.time ?? next;
    const isLater = !reading.isWhole && first !== undefined && first - reading.from > LATER_MS;
    reading.resolve({
      frames: reading.frames,
      to: isNow ? (reading.frames.at(-1)?.time ?? reading.from) : reading.to,
      next,
      isNow,
      keptFrom: isLater ? first : undefined,
      step: reading.step,
      isCoarse: false,
    });
  }

  private fail(failure: Error): void {
    const { reading } = this;
    if (reading === undefined) return;
    this.stop();
    reading.reject(failure);
  }

  private stop(): void {
    this.stopTimer();
    this.reading?.forget();
    this.reading = undefined;
    this.say({ type: 'unsubscribe' });
  }
}
