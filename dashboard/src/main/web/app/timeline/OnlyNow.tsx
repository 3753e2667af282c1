import { Empty } from '../../ui/parts';
import { useTravel } from '../context';

/** Instead of a page that changes how Hostpulse works: that can only be done now. */
export function OnlyNow({ title }: { readonly title: string }) {
  const travel = useTravel();
  return (
    <Empty icon="rules" title={`${title} are of now`}>
      <p>You look at the past, and in the past nothing can be changed.</p>
      <p>
        <button type="button" className="button" onClick={() => travel.home()}>
          Back to live
        </button>
      </p>
    </Empty>
  );
}
