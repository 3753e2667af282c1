import { useState } from 'react';
import { setQuery, useRoute } from '../../app/routes';
import { localText, localTime } from '../../format/localTime';
import { COMPARISONS, customComparison } from './comparison';

const NOTHING = '';
const OTHER = 'other';

/** Which other period is drawn under the one that is shown. */
export function CompareControl({ from, now }: { readonly from: number; readonly now: number }) {
  const { query } = useRoute();
  const [isAsking, setAsking] = useState(false);
  const chosen = query.get('compare') ?? NOTHING;
  const isNamed = chosen === NOTHING || COMPARISONS.some(([name]) => name === chosen);
  const isOther = isAsking || !isNamed;
  const choose = (value: string): void => {
    setAsking(value === OTHER);
    if (value !== OTHER) setQuery({ compare: value });
  };
  const begin = (text: string): void => {
    const time = localTime(text);
    const comparison = time === undefined ? undefined : customComparison(from, time);
    if (comparison !== undefined) setQuery({ compare: comparison });
  };
  return (
    <span className="toolbar">
      <select className="input" aria-label="Compare with" value={isOther ? OTHER : chosen} onChange={(event) => choose(event.target.value)}>
        <option value={NOTHING}>Compare with …</option>
        {COMPARISONS.map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
        <option value={OTHER}>another time</option>
      </select>
      {isOther && (
        <input
          className="input number"
          type="datetime-local"
          step={1}
          aria-label="The other period begins"
          max={localText(now)}
          defaultValue={isNamed ? '' : localText(from - Number(chosen))}
          onChange={(event) => begin(event.target.value)}
        />
      )}
    </span>
  );
}
