import type { ChartSpec } from '../../chart/chartSpec';
import * as units from '../../format/units';

/** The charts of one interface, or of all but loopback together. */
export function networkCharts(name: string | undefined, sizes: units.SizeUnits): ChartSpec[] {
  const line = (field: string, label: string, tone: number, isFilled = false) => ({
    stream: 'network',
    field: name === undefined ? field : `interfaces[${name}].${field}`,
    label,
    tone,
    isFilled,
  });
  const place = name === undefined ? '' : ` of ${name}`;
  return [
    {
      title: `Traffic${place}`,
      format: (value) => units.bytesPerSecond(value, sizes),
      isBinary: sizes === 'binary',
      lines: [line('bytes_recv_per_sec', 'received', 1, true), line('bytes_sent_per_sec', 'sent', 2)],
    },
    {
      title: `Errors and drops${place}`,
      format: units.perSecond,
      lines: [
        line('errors_in_per_sec', 'errors in', 4),
        line('errors_out_per_sec', 'errors out', 3),
        line('drops_in_per_sec', 'drops in', 6),
        line('drops_out_per_sec', 'drops out', 5),
      ],
    },
  ];
}
