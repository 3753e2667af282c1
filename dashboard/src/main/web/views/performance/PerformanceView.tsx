import { useMemo } from 'react';
import { useScene } from '../../app/context';
import { usePreferences } from '../../app/preferences';
import { useRoute } from '../../app/routes';
import { HeatMap } from '../../chart/HeatMap';
import type { Threshold } from '../../chart/overlays';
import { TimeChart, bounds, type TimeWindow } from '../../chart/TimeChart';
import { api } from '../../model/api';
import { numbersOf } from '../../model/fields';
import { listAt, numberAt, objectAt, textAt, type JsonObject } from '../../model/json';
import type { Alert } from '../../model/messages';
import { Card } from '../../ui/parts';
import { useFetched } from '../../ui/useFetched';
import { Loading } from '../Loading';
import { isWatched } from '../rules/thresholds';
import { marksOf, TONES, usePastAlerts } from '../period/marks';
import { isLong, usePeriod } from '../period/period';
import { PeriodControls, zoomTo } from '../period/PeriodControls';
import { usePast } from '../period/usePast';
import { chartGroups, type ChartGroup } from './charts';
import { CompareControl } from './CompareControl';
import { readComparison, type Comparison } from './comparison';

export function PerformanceView() {
  const scene = useScene();
  const { units: sizes } = usePreferences();
  const { query } = useRoute();
  const window = usePeriod();
  const alerts = usePastAlerts(window);
  const rules = useFetched('rules', (signal) => api.thresholds(signal));
  const listed = useMemo(() => (rules.state === 'ready' ? listAt(rules.value, 'rules') : []), [rules]);
  if (scene.message === undefined) return <Loading />;
  const [from, to] = bounds(window, scene.serverNow());
  const comparison = readComparison(query.get('compare'), from, to);
  return (
    <div className="stack">
      <PeriodControls>
        <CompareControl from={from} now={scene.serverNow()} />
      </PeriodControls>
      {chartGroups(scene, sizes).map((group) => (
        <Group key={group.stream} group={group} window={window} alerts={alerts} rules={listed} comparison={comparison} />
      ))}
    </div>
  );
}

function Group({
  group,
  window,
  alerts,
  rules,
  comparison,
}: {
  readonly group: ChartGroup;
  readonly window: TimeWindow;
  readonly alerts: readonly Alert[];
  readonly rules: readonly JsonObject[];
  readonly comparison: Comparison | undefined;
}) {
  const scene = useScene();
  const snapshot = scene.snapshotOf(group.stream);
  const cores = group.stream === 'processor' ? snapshot?.['per_core_usage'] : undefined;
  const coreFields = Array.isArray(cores) ? cores.map((_, i) => `per_core_usage[${i}]`) : [];
  const past = usePast(group.stream, asked(group, snapshot, coreFields), window);
  const then = usePast(group.stream, comparison === undefined ? [] : asked(group, snapshot, []), window, comparison?.shift);
  const marks = marksOf(group.stream, alerts, scene.recorder.gaps);
  return (
    <Card title={group.title} end={past.problem !== undefined && isLong(window) ? <span className="small faint">{past.problem}</span> : undefined}>
      <div className="charts">
        {group.charts.map((chart) => (
          <TimeChart
            key={chart.title}
            title={chart.title}
            lines={chart.lines}
            format={chart.format}
            {...(chart.ceiling === undefined ? {} : { ceiling: chart.ceiling })}
            isBinary={chart.isBinary === true}
            window={window}
            past={past.fields}
            compared={comparison === undefined ? undefined : { ...comparison, past: then.fields }}
            marks={marks}
            thresholds={thresholdsOf(rules, chart.lines)}
            group="performance"
            onZoom={zoomTo}
          />
        ))}
        {coreFields.length > 0 && (
          <HeatMap
            stream="processor"
            fields={coreFields}
            labels={coreFields.map((_, i) => String(i))}
            window={window}
            past={past.fields}
          />
        )}
      </div>
    </Card>
  );
}

/** An answer has at most 20,000 points: more cores than this are shown as far as the page saw them itself. */
const MOST_CORES = 12;

/** Only what there is: a server refuses to be asked for fields that it never had. */
function asked(group: ChartGroup, snapshot: JsonObject | undefined, cores: readonly string[]): string[] {
  const known = numbersOf(snapshot ?? {});
  const drawn = group.charts.flatMap((chart) => chart.lines.map((line) => line.field));
  return [...new Set([...drawn, ...(cores.length <= MOST_CORES ? cores : [])])].filter((field) => known.has(field));
}

function thresholdsOf(rules: readonly JsonObject[], lines: ChartGroup['charts'][number]['lines']): Threshold[] {
  return rules
    .filter((rule) => lines.some((line) => isWatched(textAt(rule, 'metric') ?? '', line.stream, line.field)) && textAt(rule, 'condition') === 'greater_than')
    .flatMap((rule) => {
      const levels = objectAt(rule, 'thresholds');
      return (['WARNING', 'CRITICAL'] as const).flatMap((level) => {
        const value = numberAt(levels, level);
        return value === undefined ? [] : [{ value, tone: TONES[level] }];
      });
    });
}
