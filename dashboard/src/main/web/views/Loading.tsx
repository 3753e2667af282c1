import { useLive } from '../app/context';
import { Empty } from '../ui/parts';

/** Until the first message: what is being waited for. The shapes of the page come at once, so that nothing jumps. */
export function Loading() {
  const live = useLive();
  if (live.phase.name === 'waiting') {
    return <Empty title="No data yet">The page connects as soon as the broker can be reached.</Empty>;
  }
  return (
    <div className="stack" aria-busy="true">
      <p className="hidden">Waiting for the first data</p>
      <div className="card placeholder short" />
      <div className="tiles">
        {[0, 1, 2, 3, 4, 5].map((i) => (
          <div key={i} className="card placeholder" />
        ))}
      </div>
    </div>
  );
}
