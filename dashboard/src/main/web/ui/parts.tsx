import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';
import { NOTHING } from '../format/units';

export function Card({
  title,
  end,
  children,
  className = '',
}: {
  readonly title?: ReactNode;
  readonly end?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}) {
  return (
    <section className={`card ${className}`}>
      {title !== undefined && (
        <header>
          <h2>{title}</h2>
          {end !== undefined && <div className="end">{end}</div>}
        </header>
      )}
      {children}
    </section>
  );
}

/** What is shown where nothing is: why, and what to do. */
export function Empty({ icon = 'none', title, children }: { readonly icon?: IconName; readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <h2>{title}</h2>
      {children !== undefined && <div className="small">{children}</div>}
    </div>
  );
}

/** A value, or a dash that says on demand why there is none. */
export function Shown({ text, reason }: { readonly text: string; readonly reason?: string | undefined }) {
  if (text !== NOTHING) return <>{text}</>;
  return (
    <span className="unknown" title={reason ?? 'not known'}>
      {NOTHING}
      <span className="hidden">: {reason ?? 'not known'}</span>
    </span>
  );
}

export function Choices<T extends string | number>({
  label,
  value,
  options,
  onChoose,
}: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChoose: (value: T) => void;
}) {
  return (
    <div className="choices" role="group" aria-label={label}>
      {options.map(([option, text]) => (
        <button key={option} type="button" aria-pressed={option === value} onClick={() => onChoose(option)}>
          {text}
        </button>
      ))}
    </div>
  );
}

export function Bar({ value, label, tone = '' }: { readonly value: number | undefined; readonly label: string; readonly tone?: string }) {
  if (value === undefined) return <div className="bar" role="img" aria-label={`${label}: not known`} />;
  const width = Math.max(0, Math.min(100, value));
  return (
    <div className={`bar ${tone}`} role="img" aria-label={`${label}: ${width.toFixed(0)} %`}>
      <span style={{ width: `${width}%` }} />
    </div>
  );
}

export function LevelBadge({ level }: { readonly level: string }) {
  const tone = level === 'CRITICAL' ? 'critical' : level === 'WARNING' ? 'warning' : 'info';
  return <span className={`badge ${tone}`}>{level.toLowerCase()}</span>;
}
