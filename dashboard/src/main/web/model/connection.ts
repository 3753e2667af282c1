import { retryDelay } from './backoff';
import { applied } from './delta';
import type { JsonObject } from './json';
import { parseMessage, whole, type Connected, type MonitoringData, type ServerMessage } from './messages';

/** What a WebSocket is to this page; tests bring their own. */
export interface Socket {
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number; reason: string }) => void) | null;
  send(text: string): void;
  close(): void;
}

export interface Surroundings {
  open(): Socket;
  now(): number;
  random(): number;
  /** Calls later; the result takes it back. */
  later(call: () => void, ms: number): () => void;
}

export type Phase =
  | { readonly name: 'connecting'; readonly failures: number }
  | { readonly name: 'live'; readonly since: number }
  | { readonly name: 'waiting'; readonly retryAt: number; readonly failures: number; readonly reason: string };

export interface Listener {
  phase(phase: Phase): void;
  message(message: ServerMessage, resuming: boolean): void;
}

/** A broker sends something at each interval: after so long without a word the connection is dead, whatever the system says. */
const SILENCE_MS = 12_000;

/** A broker that does not answer a question for what was missed would otherwise keep the charts empty. */
const RESUME_MS = 10_000;

/** What the charts of a page that was just opened begin with. */
const BEGINNING = '5m';

/** After a longer absence only the end is replayed: the rest is in the server's history, and would be hundreds of megabytes. */
const LONGEST_REPLAY_MS = 15 * 60_000;
const END = '15m';

/**
 * Keeps a connection to the broker: connects, notices silence, and comes back after a growing wait. When the broker can, it is asked
 * for what was missed; what it sends on its own until it answers is shown, but is `resuming`, because the same comes again in order.
 */
export class Connection {
  private socket: Socket | undefined;
  private failures = 0;
  private cursor: string | undefined;
  private heardAt = 0;
  /** The last whole message, onto which differences are put. */
  private state: MonitoringData | undefined;
  private resuming = false;
  private stopTimer = (): void => {};
  private stopResumeTimer = (): void => {};
  private serial = 0;

  constructor(
    private readonly surroundings: Surroundings,
    private readonly listener: Listener,
  ) {}

  start(): void {
    this.stopTimer();
    this.listener.phase({ name: 'connecting', failures: this.failures });
    const socket = this.surroundings.open();
    this.socket = socket;
    socket.onmessage = (event) => this.receive(socket, event.data);
    socket.onclose = (event) => this.lost(socket, event.reason || closeReason(event.code));
    this.watch(socket);
  }

  /** Tries again at once, as when the network is back or the page is looked at again. */
  hurry(): void {
    if (this.socket === undefined) this.start();
  }

  stop(): void {
    this.stopTimer();
    this.stopResumeTimer();
    const socket = this.socket;
    this.socket = undefined;
    socket?.close();
  }

  private watch(socket: Socket): void {
    this.stopTimer();
    this.stopTimer = this.surroundings.later(() => {
      this.lost(socket, `nothing was heard for ${SILENCE_MS / 1000} s`);
      socket.close();
    }, SILENCE_MS);
  }

  private receive(socket: Socket, data: unknown): void {
    if (socket !== this.socket || typeof data !== 'string') return;
    this.watch(socket);
    const message = parseMessage(data);
    if (message === undefined) return;
    if (message.type === 'connection') this.greeted(socket, message);
    if (this.resuming && isAnswer(message, this.serial)) this.resumed();
    if (message.type === 'monitoring_data') this.data(message);
    else this.listener.message(message, this.resuming);
  }

  private data(message: MonitoringData): void {
    const shown = message.replayed === true ? message : this.put(message);
    if (shown === undefined) return;
    if (!this.resuming && shown.cursor !== undefined) {
      this.cursor = shown.cursor;
      this.heardAt = this.surroundings.now();
    }
    this.listener.message(shown, this.resuming);
  }

  /** Nothing when a difference comes before what it differs from. */
  private put(message: MonitoringData): MonitoringData | undefined {
    if (message.delta !== true) this.state = message;
    else if (this.state !== undefined) {
      // How many were skipped is told of one message and does not last.
      const { skipped: _skipped, ...last } = this.state as unknown as JsonObject;
      this.state = whole(applied(last, message as unknown as JsonObject));
    }
    return this.state;
  }

  private greeted(socket: Socket, message: Connected): void {
    this.failures = 0;
    this.listener.phase({ name: 'live', since: this.surroundings.now() });
    const can = new Set(message.capabilities);
    this.resuming = can.has('since');
    this.state = undefined;
    this.serial++;
    socket.send(
      JSON.stringify({
        type: 'subscribe',
        id: this.serial,
        alerts: true,
        ...(can.has('streams') ? { streams: ['*'] } : {}),
        ...(can.has('delta') ? { delta: true } : {}),
        ...(can.has('since') ? { since: this.since() } : {}),
      }),
    );
    this.stopResumeTimer();
    if (this.resuming) this.stopResumeTimer = this.surroundings.later(() => this.resumed(), RESUME_MS);
  }

  private since(): string {
    if (this.cursor === undefined) return BEGINNING;
    return this.surroundings.now() - this.heardAt <= LONGEST_REPLAY_MS ? this.cursor : END;
  }

  private resumed(): void {
    this.resuming = false;
    this.stopResumeTimer();
  }

  private lost(socket: Socket, reason: string): void {
    if (socket !== this.socket) return;
    this.socket = undefined;
    this.resumed();
    this.failures++;
    const delay = retryDelay(this.failures, this.surroundings.random());
    this.listener.phase({
      name: 'waiting',
      retryAt: this.surroundings.now() + delay,
      failures: this.failures,
      reason,
    });
    this.stopTimer();
    this.stopTimer = this.surroundings.later(() => this.start(), delay);
  }
}

function isAnswer(message: ServerMessage, serial: number): boolean {
  return (message.type === 'subscribed' || message.type === 'error') && message.id === serial;
}

function closeReason(code: number): string {
  if (code === 1001) return 'the broker is stopping';
  if (code === 1013) return 'the broker has too many clients';
  return 'the broker cannot be reached';
}
