import type { ChartSpec } from '../../chart/chartSpec';
import type { JsonObject } from '../../model/json';
import * as units from '../../format/units';

/** What the recording calls the card: its name when no other card has it, otherwise what else tells cards apart. */
export function seriesName(cards: readonly JsonObject[], index: number): string {
  for (const key of ['name', 'uuid', 'id']) {
    const names = cards.map((card) => card[key]);
    if (names.every((name) => typeof name === 'string' || typeof name === 'number') && new Set(names).size === cards.length) {
      return String(names[index]);
    }
  }
  return String(index);
}

export function cardCharts(name: string): ChartSpec[] {
  const line = (field: string, label: string, tone: number, isFilled = false) => ({ stream: 'gpu', field: `gpus[${name}].${field}`, label, tone, isFilled });
  return [
    {
      title: 'Use',
      format: units.percent,
      ceiling: 100,
      lines: [line('gpu_usage_percent', 'chip', 1, true), line('memory_usage_percent', 'memory', 3)],
    },
    { title: 'Temperature', format: units.celsius, lines: [line('temperature', 'chip', 4)] },
    { title: 'Power', format: units.watts, lines: [line('power_draw', 'drawn', 2)] },
    { title: 'Fan', format: units.percent, ceiling: 100, lines: [line('fan_percent', 'speed', 5)] },
  ];
}
