import { useScene } from '../../app/context';
import type { ChartSpec } from '../../chart/chartSpec';
import { TimeChart } from '../../chart/TimeChart';
import { numbersOf } from '../../model/fields';
import { Card } from '../../ui/parts';
import { marksOf, usePastAlerts } from './marks';
import { isLong, usePeriod } from './period';
import { zoomTo } from './PeriodControls';
import { usePast } from './usePast';

/** Charts of one stream in the chosen period: what this page saw itself, and before that what the server kept. They share the cursor. */
export function PastCharts({ stream, charts, areCards = true }: { readonly stream: string; readonly charts: readonly ChartSpec[]; readonly areCards?: boolean }) {
  const scene = useScene();
  const window = usePeriod();
  const alerts = usePastAlerts(window);
  const past = usePast(stream, askable(scene.snapshotOf(stream) ?? {}, charts), window);
  const shown = charts.map((chart) => (
    <TimeChart
      key={chart.title}
      {...chart}
      window={window}
      past={past.fields}
      marks={marksOf(stream, alerts, scene.recorder.gaps)}
      group={stream}
      onZoom={zoomTo}
    />
  ));
  return (
    <>
      <div className="charts">{areCards ? shown.map((chart) => <Card key={chart.key}>{chart}</Card>) : shown}</div>
      {past.problem !== undefined && isLong(window) && <p className="small faint">{past.problem}</p>}
    </>
  );
}

/** Only what there is: a server refuses to be asked for fields that it never had. */
function askable(snapshot: Parameters<typeof numbersOf>[0], charts: readonly ChartSpec[]): string[] {
  const known = numbersOf(snapshot);
  return [...new Set(charts.flatMap((chart) => chart.lines.map((line) => line.field)))].filter((field) => known.has(field));
}
