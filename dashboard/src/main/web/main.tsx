import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { browserSurroundings } from './app/browser';
import { LiveContext, TravelContext } from './app/context';
import { followIdentity } from './app/identity';
import { loadPreferences } from './app/preferences';
import { recordings } from './app/recordings';
import { Stage } from './app/Stage';
import { get } from './model/api';
import { forgetAbsence } from './model/history';
import { Live } from './model/live';
import { whole } from './model/messages';
import './styles/index.css';

const QUIET_MS = 1000;

loadPreferences();

// A page that nobody looks at gets no frames: it keeps recording, and draws when it is looked at again.
const nextFrame = (draw: () => void): void => void requestAnimationFrame(draw);
const surroundings = browserSurroundings();
const live = new Live(surroundings, nextFrame);
const travel = recordings(live, surroundings, nextFrame);
followIdentity(live);
live.start();
// Asked at the same time, because the connection tells the next moment and not the last one. Without an answer there is nothing lost.
get('/api/metrics/current').then(
  (body) => live.preview(whole(body)),
  () => undefined,
);
let server = live.server;
live.subscribe(() => {
  if (live.server !== server) forgetAbsence();
  server = live.server;
});
window.addEventListener('online', () => live.hurry());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') live.hurry();
});
setInterval(() => {
  if (document.visibilityState === 'visible' && live.now() - live.receivedAt > QUIET_MS) live.tick();
}, QUIET_MS);

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no place for the dashboard');
createRoot(root).render(
  <StrictMode>
    <LiveContext value={live}>
      <TravelContext value={travel}>
        <Stage>
          <App />
        </Stage>
      </TravelContext>
    </LiveContext>
  </StrictMode>,
);
