// A Hostpulse client for browsers and for Node 22 (Node 20 with --experimental-websocket). No dependency.
//
//   const client = new HostpulseClient('ws://127.0.0.1:8765', { onSnapshot: (snapshot) => console.log(snapshot.data) });
//   client.start();
//
// It comes back by itself when the connection is lost, at a random moment, and asks for what it missed.

const OFTEN = 20_000; // a browser shows no pings of the server, so this asks by itself
const SILENCE = 50_000; // then the connection is taken for dead
const STEADY = 10_000; // a connection that lasted so long was a good one
const SHORTEST = 500;
const LONGEST = 30_000;
const SUBSCRIBE = 1;

export class HostpulseClient {
  #url;
  #options;
  #socket;
  #timers = [];
  #retry;
  #steady;
  #subscribed = false;
  #failures = 0;
  #comeBack;
  #cursor;
  #seen;
  #closed = false;

  /**
   * @param {string} url ws://host:port or wss://host:port
   * @param {object} options
   *   token: what `hostpulse token create` printed
   *   streams, fields, interval, alerts: what `subscribe` takes, see docs/PROTOCOL.md
   *   since: a cursor, a time or '10m': begin there, and let nothing be skipped
   *   position: what `position` was in an earlier life
   *   onConnected(welcome), onSnapshot(snapshot), onRecord(record), onAlert(change), onGap(gap), onSkipped(count),
   *   onRecovered(isComplete, reasons), onError(error), onDisconnected(reason, retryInMs), onClosed(reason)
   */
  constructor(url, options = {}) {
    this.#url = url;
    this.#options = options;
    this.#cursor = options.position?.cursor ?? options.since;
    this.#seen = new Map(Object.entries(options.position?.seen ?? {}));
  }

  /** Where to go on in another life: keep it as JSON. Undefined before there is anything to come back to. */
  get position() {
    return this.#cursor && { cursor: this.#cursor, seen: Object.fromEntries(this.#seen) };
  }

  start() {
    const protocols = ['hostpulse.v1'];
    if (this.#options.token) {
      protocols.push(`hostpulse.token.${this.#options.token}`); // browsers let nobody set a header
    }
    const socket = new WebSocket(this.#url, protocols);
    this.#socket = socket;
    this.#subscribed = false;
    this.#comeBack = undefined;
    this.#expectSomething();
    socket.onmessage = (event) => this.#take(JSON.parse(event.data));
    socket.onclose = (event) => this.#lost(`closed with ${event.code} ${event.reason}`.trim(), event);
    socket.onerror = () => {}; // onclose follows, and browsers say nothing here
  }

  close() {
    this.#end('closed by this program');
    this.#socket?.close(1000);
  }

  #tell(what, ...details) {
    try {
      this.#options[what]?.(...details);
    } catch (error) {
      if (what === 'onError') {
        console.error(error);
      } else {
        this.#tell('onError', { code: 'LISTENER_FAILED', message: `${what} failed: ${error}`, error });
      }
    }
  }

  #take(message) {
    this.#expectSomething();
    switch (message.type) {
      case 'connection':
        this.#tell('onConnected', message);
        this.#subscribe();
        break;
      case 'subscribed':
        this.#subscribed = true;
        this.#steady = setTimeout(() => (this.#failures = 0), STEADY);
        if ('recovered' in message) {
          this.#tell('onRecovered', message.recovered, message.reasons ?? []);
        }
        break;
      case 'monitoring_data':
        if (this.#subscribed) {
          this.#snapshot(message); // before it, this is what others get
        }
        break;
      case 'alert':
        this.#tell('onAlert', message);
        break;
      case 'gap':
        this.#tell('onGap', message);
        break;
      case 'goodbye':
        this.#comeBack = message.reconnect_in_ms;
        break;
      case 'error':
        this.#tell('onError', message);
        if (message.id === SUBSCRIBE && message.code === 'INVALID_ARGUMENT') {
          this.#end(`the server refuses the subscription: ${message.message}`);
          this.#socket.close(1000);
        } else if (message.id === SUBSCRIBE) {
          this.#socket.close(1000);
        }
        break;
    }
  }

  #subscribe() {
    const { streams, fields, interval, alerts } = this.#options;
    // What is undefined is left out.
    const wanted = { type: 'subscribe', id: SUBSCRIBE, streams, fields, interval, alerts, since: this.#cursor };
    this.#socket.send(JSON.stringify(wanted));
  }

  #snapshot(message) {
    const records = [];
    for (const [stream, { sequence, timestamp }] of Object.entries(message.streams)) {
      const last = this.#seen.get(stream);
      if (sequence !== undefined && (last?.sequence !== sequence || last?.timestamp !== timestamp)) {
        this.#seen.set(stream, { sequence, timestamp });
        // Without data it has the reason.
        records.push({ stream, sequence, timestamp, data: message.data[stream], no_data: message.no_data[stream] });
      }
    }
    this.#cursor = message.cursor ?? this.#cursor;
    if (message.skipped) {
      this.#tell('onSkipped', message.skipped);
    }
    for (const record of records) {
      this.#tell('onRecord', record);
    }
    this.#tell('onSnapshot', message);
  }

  #expectSomething() {
    this.#stopTimers();
    this.#timers.push(
      setInterval(() => this.#socket.readyState === 1 && this.#socket.send('{"type":"ping"}'), OFTEN),
      setTimeout(() => this.#lost(`nothing came for ${SILENCE} ms`, {}), SILENCE),
    );
  }

  #stopTimers() {
    this.#timers.forEach(clearTimeout);
    this.#timers = [];
  }

  #lost(reason, { code, reason: said }) {
    const socket = this.#socket;
    socket.onmessage = socket.onclose = null; // a dead connection may take minutes to notice
    socket.close();
    this.#stopTimers();
    clearTimeout(this.#steady);
    if (!this.#closed) {
      const wait = this.#wait(code === 1001 ? this.#comeBack ?? Number.parseInt(said?.match(/\d+/)?.[0], 10) : this.#comeBack);
      this.#tell('onDisconnected', reason, wait);
      this.#retry = setTimeout(() => this.start(), wait);
    }
  }

  // Twice as long after each failure, and at random, so that not all come back at once.
  #wait(wanted) {
    const most = Math.min(LONGEST, SHORTEST * 2 ** this.#failures);
    const wait = Math.round(most / 2 + (Math.random() * most) / 2);
    const isFirst = this.#failures++ === 0;
    return Number.isFinite(wanted) ? (isFirst ? wanted : Math.max(wanted, wait)) : wait;
  }

  #end(reason) {
    if (!this.#closed) {
      this.#closed = true;
      this.#stopTimers();
      clearTimeout(this.#retry);
      clearTimeout(this.#steady);
      this.#tell('onClosed', reason);
    }
  }
}
