import { useState } from 'react';
import { duration } from '../format/time';
import { ApiError, get } from '../model/api';
import { isToken, keepToken } from '../model/token';
import { useFetched } from '../ui/useFetched';
import { useLive } from './context';

/** Says when what is shown is old, and why. */
export function Banner() {
  const live = useLive();
  const { phase } = live;
  if (phase.name === 'live' || (phase.name === 'connecting' && phase.failures === 0)) return null;
  if (phase.name === 'waiting' && live.message === undefined) return <Refused reason={phase.reason} />;
  const age = live.message === undefined ? undefined : live.now() - live.receivedAt;
  return (
    <div className="banner" role="alert">
      <div>
        <strong>Not connected.</strong> {phase.name === 'waiting' ? `${sentence(phase.reason)}. ` : ''}
        {age === undefined ? '' : <span className="number">What you see is {duration(Math.floor(age / 1000) * 1000)} old. </span>}
        {phase.name === 'connecting' ? 'Trying again now …' : 'Trying again soon …'}
      </div>
      {phase.name === 'waiting' && (
        <button type="button" className="button" onClick={() => live.hurry()}>
          Try now
        </button>
      )}
    </div>
  );
}

/** A browser does not tell why a WebSocket was refused; a question over HTTP does. */
function Refused({ reason }: { readonly reason: string }) {
  const live = useLive();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(0);
  const fetched = useFetched(String(asked), (signal) =>
    get('/api/health', signal).then(
      () => '',
      (failure: unknown) => (failure instanceof ApiError && failure.status === 401 ? failure.message : ''),
    ),
  );
  if (fetched.state !== 'ready' || fetched.value === '') {
    return (
      <div className="banner" role="alert">
        <div>
          <strong>Not connected.</strong> {sentence(reason)}. Trying again soon …
        </div>
      </div>
    );
  }
  return (
    <form
      className="banner"
      onSubmit={(event) => {
        event.preventDefault();
        keepToken(text.trim());
        setAsked((count) => count + 1);
        live.hurry();
      }}
    >
      <label>
        <strong>This broker wants a token.</strong> {sentence(fetched.value)}
        <input className="input" type="password" autoComplete="off" value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <button type="submit" className="button" disabled={!isToken(text.trim())}>
        Connect
      </button>
    </form>
  );
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
