import type { ChartSpec } from '../../chart/chartSpec';
import * as units from '../../format/units';

/** What Hostpulse itself takes. */
export function pipelineCharts(sizes: units.SizeUnits): ChartSpec[] {
  return [
    {
      title: 'Memory of Hostpulse',
      format: (value) => units.bytes(value, sizes),
      isBinary: sizes === 'binary',
      lines: [
        { stream: 'pipeline', field: 'rss', label: 'resident', tone: 1, isFilled: true },
        { stream: 'pipeline', field: 'pss', label: 'proportional', tone: 2 },
        { stream: 'pipeline', field: 'heap_used', label: 'heap', tone: 3 },
      ],
    },
    {
      title: 'Processor time of Hostpulse, of one core',
      format: units.percent,
      lines: [{ stream: 'pipeline', field: 'cpu_percent', label: 'all processes', tone: 1, isFilled: true }],
    },
  ];
}
