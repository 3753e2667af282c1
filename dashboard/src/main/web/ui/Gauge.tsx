import { percent } from '../format/units';

const RADIUS = 27;
/** Three quarters of a circle, open at the bottom. */
const ARC = 2 * Math.PI * RADIUS * 0.75;
const WHOLE = 2 * Math.PI * RADIUS;

/** How full something is. Without a value the ring is dotted and not empty: empty would be 0. */
export function Gauge({ value, label, tone }: { readonly value: number | undefined; readonly label: string; readonly tone: string }) {
  const share = Math.max(0, Math.min(100, value ?? 0)) / 100;
  return (
    <svg className={`gauge ${value === undefined ? 'none' : tone}`} viewBox="0 0 64 64" role="img" aria-label={`${label}: ${percent(value)}`}>
      <g transform="rotate(135 32 32)" fill="none" strokeWidth="6.5" strokeLinecap="round">
        <circle className="track" cx="32" cy="32" r={RADIUS} strokeDasharray={`${ARC} ${WHOLE}`} />
        {value !== undefined && (
          <circle className="value" cx="32" cy="32" r={RADIUS} strokeDasharray={`${Math.max(0.1, ARC * share)} ${WHOLE}`} />
        )}
      </g>
    </svg>
  );
}
