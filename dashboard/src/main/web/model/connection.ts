import { retryDelay } from './backoff';
import { parseMessage, type Connected, type ServerMessage } from './messages';

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

/**
 * Keeps a connection to the broker: connects, notices silence, and comes back after a growing wait. When the broker can, it is asked
 * for what was missed; what it sends on its own until it answers is shown, but is `resuming`, because the same comes again in order.
 */
export class Connection {
  private socket: Socket | undefined;
  private failures = 0;
  private cursor: string | undefined;
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
    if (message.type === 'monitoring_data' && !this.resuming && message.cursor !== undefined) this.cursor = message.cursor;
    this.listener.message(message, this.resuming);
  }

  private greeted(socket: Socket, message: Connected): void {
    this.failures = 0;
    this.listener.phase({ name: 'live', since: this.surroundings.now() });
    const since = message.capabilities?.includes('since') === true ? this.cursor : undefined;
    this.resuming = since !== undefined;
    this.serial++;
    socket.send(
      JSON.stringify({ type: 'subscribe', id: this.serial, alerts: true, ...(since === undefined ? {} : { since }) }),
    );
    this.stopResumeTimer();
    if (this.resuming) this.stopResumeTimer = this.surroundings.later(() => this.resumed(), RESUME_MS);
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
