import { useState } from 'react';
import { askMe } from '../model/me';
import { isToken, keepToken, readToken, type Place } from '../model/token';
import { OrderNote } from '../ui/OrderNote';
import { useOrder } from '../ui/useOrder';
import { useLive } from './context';
import { recognize } from './identity';

const PLACES: readonly (readonly [Place, string])[] = [
  ['page', 'Nowhere: only until this page is loaded again'],
  ['tab', 'In this tab: until it is closed'],
  ['browser', 'In this browser: until I log out'],
];

/** Lets somebody in whose token the broker knows. One that it does not know is never kept. */
export function Login({ reason }: { readonly reason: string }) {
  const live = useLive();
  const [text, setText] = useState('');
  const [place, setPlace] = useState<Place>('tab');
  const [state, run] = useOrder();
  const token = text.trim();
  const enter = async (): Promise<void> => {
    const standing = await askMe(token);
    if (standing.state === 'stranger') throw new Error(sentence(standing.reason));
    keepToken(token, place);
    await recognize();
    live.restart();
  };
  return (
    <form
      className="card login"
      aria-labelledby="login-title"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isToken(token)) void run(() => Promise.reject(new Error('This is no token: they look like hpt_0123456789abcdef…')), '');
        else void run(enter, 'Welcome');
      }}
    >
      <h2 id="login-title">This broker wants a token</h2>
      <p className="small soft">{readToken() === undefined ? 'Whoever runs Hostpulse here can give you one.' : `${sentence(reason)}.`}</p>
      <label className="field">
        Token
        <input
          className="input mono"
          type="password"
          name="token"
          autoComplete="off"
          spellCheck={false}
          placeholder="hpt_…"
          aria-invalid={state.name === 'failed'}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <fieldset className="options">
        <legend>Where to keep it</legend>
        {PLACES.map(([name, label]) => (
          <label key={name}>
            <input type="radio" name="place" checked={place === name} onChange={() => setPlace(name)} />
            {label}
          </label>
        ))}
      </fieldset>
      <div className="toolbar">
        <button type="submit" className="button primary" disabled={token === '' || state.name === 'busy'}>
          Log in
        </button>
        <span className="small faint">
          <code>hostpulse token create NAME</code> makes one.
        </span>
      </div>
      <OrderNote state={state} />
    </form>
  );
}

export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
