/** A broker for measuring: 34 sources of the user's own with six values each, a quarter of an hour of it at once, and then two messages a second. */

export const SOURCES = 34;
export const VALUES = 6;
export const POINTS = 3600;
/** Four a second, so that as many points as the page keeps fill a period that it offers. */
const PAST_INTERVAL_MS = 250;
const INTERVAL_MS = 500;

function snapshot(source, tick) {
  const values = {};
  for (let i = 0; i < VALUES; i++) {
    // Waves with noise: neither a straight line, which would be cheap, nor white noise, which nothing measures.
    values[`value_${i}`] = 50 + 40 * Math.sin(tick / (20 + 7 * i) + source) + ((tick * 7919 + source * 104729 + i * 1299709) % 1000) / 100;
  }
  return values;
}

function monitoringData(tick, time, more) {
  const data = {};
  const streams = {};
  const timestamp = new Date(time).toISOString();
  for (let source = 0; source < SOURCES; source++) {
    const name = `source${String(source).padStart(2, '0')}`;
    data[name] = snapshot(source, tick);
    streams[name] = { sequence: tick, timestamp, age_ms: 1, stale: false };
  }
  return JSON.stringify({ type: 'monitoring_data', timestamp, tick, cursor: `c${tick}`, data, streams, no_data: {}, ...more });
}

/** Takes the place of the page's WebSocket; everything else is asked of the real broker. */
export async function serveManySeries(page) {
  await page.routeWebSocket(/\/live$/, (socket) => {
    const begin = Date.now();
    const first = begin - POINTS * PAST_INTERVAL_MS;
    let tick = POINTS;
    const timer = setInterval(() => socket.send(monitoringData(tick++, Date.now(), {})), INTERVAL_MS);
    socket.onClose(() => clearInterval(timer));
    socket.onMessage((text) => {
      const { id } = JSON.parse(text);
      socket.send(JSON.stringify({ type: 'subscribed', id, message: 'Updates are on' }));
      for (let i = 0; i < POINTS; i++) socket.send(monitoringData(i, first + i * PAST_INTERVAL_MS, { replayed: true }));
    });
    socket.send(
      JSON.stringify({
        type: 'connection',
        status: 'connected',
        host: 'bench',
        server_version: 'bench',
        interval: INTERVAL_MS / 1000,
        streams: [],
        capabilities: ['streams', 'since'],
        timestamp: new Date().toISOString(),
      }),
    );
  });
}
