// Prints every record once, a line of JSON each.
//
//   node --experimental-websocket examples/javascript/watch.mjs ws://127.0.0.1:8765 --streams memory,processor --position watch.json
//
// With --position it goes on where it was ended. HOSTPULSE_TOKEN may hold a token. Node 22 and newer need no flag.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { HostpulseClient } from './hostpulse.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { streams: { type: 'string' }, since: { type: 'string' }, position: { type: 'string' } },
});
const file = values.position;

const client = new HostpulseClient(positionals[0] ?? 'ws://127.0.0.1:8765', {
  token: process.env.HOSTPULSE_TOKEN,
  streams: values.streams?.split(','),
  since: values.since,
  position: file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined,
  onConnected: ({ host }) => console.error(`connected to ${host}`),
  onRecord: (record) => console.log(JSON.stringify(record)),
  onSnapshot: save,
  onGap: ({ stream, first, last, reason }) => console.error(`${stream} ${first} to ${last} are missing: ${reason}`),
  onRecovered: (isComplete, reasons) => isComplete || console.error(`not everything is left: ${reasons.join('; ')}`),
  onSkipped: (count) => console.error(`${count} messages were skipped`),
  onError: ({ code, message }) => console.error(`${code}: ${message}`),
  onDisconnected: (reason, wait) => console.error(`${reason}; again in ${wait} ms`),
  onClosed: (reason) => console.error(reason),
});

// What was printed is printed: only then is the place kept, in one move.
function save() {
  if (file && client.position) {
    writeFileSync(`${file}.new`, JSON.stringify(client.position));
    renameSync(`${file}.new`, file);
  }
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => client.close());
}
client.start();
