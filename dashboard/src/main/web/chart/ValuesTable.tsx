import { useEffect, useReducer, type RefObject } from 'react';
import { clock } from '../format/time';
import { NOTHING } from '../format/units';
import type { Drawn } from './ChartTools';
import type { Line } from './TimeChart';

/** More would be no reading; an export has all. */
const MOST_ROWS = 240;

const AGAIN_MS = 1000;

/** What a chart draws, in numbers, the newest first. A moment without any value is a gap, and says so. */
export function ValuesTable({
  title,
  lines,
  format,
  drawn,
}: {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly format: (value: number) => string;
  readonly drawn: RefObject<Drawn | undefined>;
}) {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const timer = setInterval(draw, AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  const rows = drawn.current?.rows;
  const length = rows?.times.length ?? 0;
  const shown = Array.from({ length: Math.min(length, MOST_ROWS) }, (_, i) => length - 1 - i);
  return (
    <div className="chart-values" tabIndex={0} role="region" data-rows={length} aria-label={`Values of ${title.toLowerCase()}`}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Time</th>
            {lines.map((line) => (
              <th key={line.field} scope="col" className="num">
                {line.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((at) => {
            const time = (rows?.times[at] ?? 0) * 1000;
            const values = lines.map((_, i) => rows?.lines[i]?.values[at] ?? null);
            const isGap = values.every((value) => value === null);
            return (
              <tr key={at} data-time={time} data-gap={isGap}>
                <th scope="row" className="number">
                  {clock(time)}
                </th>
                {isGap ? (
                  <td className="faint" colSpan={lines.length}>
                    nothing is known
                  </td>
                ) : (
                  values.map((value, i) => (
                    <td key={i} className="num">
                      {value === null ? NOTHING : format(value)}
                    </td>
                  ))
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
