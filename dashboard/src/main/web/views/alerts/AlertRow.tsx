import { useSceneSource } from '../../app/context';
import { useMayOrder } from '../../app/identity';
import { link } from '../../app/routes';
import { api } from '../../model/api';
import type { Alert } from '../../model/messages';
import { ago, duration, exact } from '../../format/time';
import { LevelBadge } from '../../ui/parts';
import { OrderNote } from '../../ui/OrderNote';
import { useOrder } from '../../ui/useOrder';

/** One alert in a line, with the next step beside it. */
export function AlertRow({ alert, now }: { readonly alert: Alert; readonly now: number }) {
  const [state, run] = useOrder();
  const mayOrder = useMayOrder();
  const { isPast } = useSceneSource();
  const isOver = alert.state === 'resolved';
  return (
    <li className={`alert-row ${isOver ? 'over' : ''}`}>
      <span className={`mark ${alert.level.toLowerCase()}`} aria-hidden="true" />
      <div>
        <a className="title" href={link('alerts', alert.id)}>
          {alert.message}
        </a>
        <p className="facts-line">
          <LevelBadge level={alert.level} />
          {alert.state !== 'firing' && <span className={`badge ${isOver ? 'ok' : 'info'}`}>{alert.state}</span>}
          {alert.flapping === true && <span className="badge">comes and goes</span>}
          <span title={exact(alert.since)}>{ago(now - Date.parse(alert.since))}</span>
          <span>{lasting(alert, now)}</span>
          <span>rule {alert.rule}</span>
          {alert.dimension !== undefined && <span className="ellipsis">{alert.dimension}</span>}
        </p>
        <OrderNote state={state} />
      </div>
      <div className="actions">
        {alert.state === 'firing' && mayOrder && !isPast && (
          <button
            type="button"
            className="button"
            disabled={state.name === 'busy'}
            onClick={() => void run(() => api.acknowledge(alert.id, ''), 'Acknowledged')}
          >
            Acknowledge
            <span className="hidden"> {alert.message}</span>
          </button>
        )}
      </div>
    </li>
  );
}

export function lasting(alert: Alert, now: number): string {
  const end = alert.resolved === undefined ? now : Date.parse(alert.resolved);
  return `${alert.state === 'resolved' ? 'lasted' : 'for'} ${duration(Math.max(1000, Math.floor((end - Date.parse(alert.since)) / 1000) * 1000))}`;
}
