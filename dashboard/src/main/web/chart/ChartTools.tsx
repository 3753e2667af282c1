import { useState, type RefObject } from 'react';
import { Icon } from '../ui/Icon';
import type { AlignedRows } from './comparedRows';
import { savePicture } from './picture';
import type { Line } from './TimeChart';
import { ValuesTable } from './ValuesTable';

/** What a chart shows at this moment. */
export interface Drawn {
  readonly rows: Pick<AlignedRows, 'times' | 'lines'>;
  readonly canvas: HTMLCanvasElement;
}

interface Props {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly format: (value: number) => string;
  readonly drawn: RefObject<Drawn | undefined>;
}

/** Beside a chart: its values as a table, for whoever does not see lines, and as a picture. */
export function ChartTools({ title, lines, format, drawn }: Props) {
  const [isOpen, setOpen] = useState(false);
  const name = title.toLowerCase();
  return (
    <div className="chart-tools">
      <button type="button" className="button bare" aria-expanded={isOpen} title="The values as a table" onClick={() => setOpen(!isOpen)}>
        <Icon name="table" />
        <span className="hidden">Values of {name}</span>
      </button>
      <button
        type="button"
        className="button bare"
        title="Save as a picture"
        onClick={() => drawn.current !== undefined && void savePicture(drawn.current.canvas, title, lines)}
      >
        <Icon name="picture" />
        <span className="hidden">Save a picture of {name}</span>
      </button>
      {isOpen && <ValuesTable title={title} lines={lines} format={format} drawn={drawn} />}
    </div>
  );
}
