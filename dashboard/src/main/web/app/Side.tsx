import { useEffect, useRef } from 'react';
import { Icon } from '../ui/Icon';
import { useLive, useScene } from './context';
import { link } from './routes';
import { VIEWS } from './views';

export function Side({ view }: { readonly view: string }) {
  const live = useLive();
  const tabs = useRef<HTMLDivElement>(null);
  // On a phone the tabs are wider than the screen.
  useEffect(() => {
    tabs.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [view]);
  const alerts = useScene().alerts.list();
  const open = alerts.filter((alert) => alert.state === 'firing');
  const tone = open.some((alert) => alert.level === 'CRITICAL') ? 'critical' : 'warning';
  return (
    <nav className="side" aria-label="Pages">
      <div className="side-inner">
      <a className="brand" href={link('overview')}>
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="8" fill="#0f766e" />
          <path d="M4 17h6l3-8 6 15 3.5-10 1.5 3h4" fill="none" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" strokeLinejoin="round" />
        </svg>
        Hostpulse
      </a>
      <div ref={tabs} className="tabs">
        {VIEWS.map((known) => (
          <a key={known.name} className="tab" href={link(known.name)} aria-current={known.name === view ? 'page' : undefined}>
            <Icon name={known.name} />
            {known.title}
            {known.name === 'alerts' && open.length > 0 && (
              <span className={`badge ${tone}`}>
                {open.length}
                <span className="hidden"> on</span>
              </span>
            )}
          </a>
        ))}
      </div>
      <p className="side-foot">{live.server === undefined ? '' : `Version ${live.server.server_version}`}</p>
      </div>
    </nav>
  );
}
