import { useStanding, logOut } from '../../app/identity';
import { tokenPlace, type Place } from '../../model/token';
import { Card } from '../../ui/parts';

const PLACES: Readonly<Record<Place, string>> = {
  page: 'on this page only, until it is loaded again',
  tab: 'in this tab, until it is closed',
  browser: 'in this browser, until you log out',
};

/** Who the broker takes this page for, and the way out. */
export function AccessCard() {
  const standing = useStanding();
  if (standing.state !== 'known') return null;
  const { me } = standing;
  const place = tokenPlace();
  return (
    <Card title="Access">
      <dl className="facts">
        <div>
          <dt>You are</dt>
          <dd>
            {me.name} <span className={`badge ${me.mayOrder ? 'ok' : ''}`}>{me.mayOrder ? 'operator' : 'viewer'}</span>
          </dd>
        </div>
        <div>
          <dt>You may</dt>
          <dd>{me.mayOrder ? 'look and give orders' : 'look'}</dd>
        </div>
        {me.hasToken && place !== undefined && (
          <div>
            <dt>Your token is kept</dt>
            <dd>{PLACES[place]}</dd>
          </div>
        )}
      </dl>
      {!me.mayOrder && <p className="small soft after">Why not more: {me.reason}.</p>}
      {me.hasToken && (
        <p className="after">
          <button type="button" className="button" onClick={logOut}>
            Log out
          </button>
        </p>
      )}
    </Card>
  );
}
