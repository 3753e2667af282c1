import { dayAndTime } from '../../format/localTime';
import { Empty } from '../../ui/parts';
import { useTravel } from '../context';

/** Instead of a page: at this moment nothing was recorded, which is not the same as that all was quiet. */
export function NothingThen({ at, next }: { readonly at: number; readonly next: number | undefined }) {
  const travel = useTravel();
  return (
    <Empty title="Nothing was recorded at this moment">
      <p>
        Of {dayAndTime(at)} nothing is kept: Hostpulse did not run, or it is too long ago.
        {next === undefined ? '' : ` The next record is of ${dayAndTime(next)}.`}
      </p>
      {next !== undefined && (
        <p>
          <button type="button" className="button" onClick={() => travel.goTo(next)}>
            Go there
          </button>
        </p>
      )}
    </Empty>
  );
}
