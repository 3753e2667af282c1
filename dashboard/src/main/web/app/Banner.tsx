import { duration } from '../format/time';
import { useLive } from './context';
import { useStanding } from './identity';
import { Login, sentence } from './Login';

/** Says when what is shown is old, and why. */
export function Banner() {
  const live = useLive();
  const standing = useStanding();
  const { phase } = live;
  // A browser does not tell why a WebSocket was refused; a question over HTTP did.
  if (phase.name !== 'live' && standing.state === 'stranger') return <Login reason={standing.reason} />;
  if (phase.name === 'live' || (phase.name === 'connecting' && phase.failures === 0)) return null;
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
