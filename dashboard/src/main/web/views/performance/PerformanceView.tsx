import { useCallback, useMemo } from 'react';
import { useLive } from '../../app/context';
import { choose, usePreferences } from '../../app/preferences';
import { setQuery, useRoute } from '../../app/routes';
import { HeatMap } from '../../chart/HeatMap';
import type { Mark, Threshold } from '../../chart/overlays';
import { TimeChart, bounds, type TimeWindow } from '../../chart/TimeChart';
import { api } from '../../model/api';
import { numbersOf } from '../../model/fields';
import { listAt, numberAt, objectAt, textAt, type JsonObject } from '../../model/json';
import type { Live } from '../../model/live';
import type { Alert } from '../../model/messages';
import { duration, moment } from '../../format/time';
import { Icon } from '../../ui/Icon';
import { Card, Choices } from '../../ui/parts';
import { useFetched } from '../../ui/useFetched';
import { Loading } from '../Loading';
import { isWatched } from '../rules/thresholds';
import { LIVE_WINDOWS, PAST_WINDOWS } from '../windows';
import { chartGroups, type ChartGroup } from './charts';
import { usePast } from './usePast';

export function PerformanceView() {
  const live = useLive();
  const { units: sizes, windowMinutes } = usePreferences();
  const route = useRoute();
  const window = readWindow(route.query, windowMinutes);
  const marks = useMarks(live, window);
  const rules = useFetched('rules', (signal) => api.thresholds(signal));
  const listed = useMemo(() => (rules.state === 'ready' ? listAt(rules.value, 'rules') : []), [rules]);
  const zoom = useCallback((from: number, to: number) => setQuery({ from: String(from), to: String(to) }), []);
  if (live.message === undefined) return <Loading />;
  return (
    <div className="stack">
      <Controls live={live} window={window} />
      {chartGroups(live, sizes).map((group) => (
        <Group key={group.stream} group={group} window={window} marks={marks} rules={listed} onZoom={zoom} />
      ))}
    </div>
  );
}

function readWindow(query: URLSearchParams, minutes: number): TimeWindow {
  const from = Number(query.get('from'));
  const to = Number(query.get('to'));
  return from > 0 && to > from ? { from, to } : { minutes };
}

function Controls({ live, window }: { readonly live: Live; readonly window: TimeWindow }) {
  const now = live.serverNow();
  const [from, to] = bounds(window, now);
  const isPeriod = !('minutes' in window);
  const move = (share: number): void => {
    const step = (to - from) * share;
    setQuery({ from: String(Math.round(from + step)), to: String(Math.round(Math.min(now, to + step))) });
  };
  const widen = (): void => {
    const more = (to - from) / 2;
    setQuery({ from: String(Math.round(from - more)), to: String(Math.round(Math.min(now, to + more))) });
  };
  const options = [...LIVE_WINDOWS, ...PAST_WINDOWS];
  return (
    <div className="toolbar">
      <Choices
        label="Period"
        value={isPeriod ? -1 : window.minutes}
        options={options as readonly (readonly [number, string])[]}
        onChoose={(minutes) => {
          choose({ windowMinutes: minutes });
          setQuery({ from: undefined, to: undefined });
        }}
      />
      <div className="toolbar">
        <button type="button" className="button bare" onClick={() => move(-0.5)} aria-label="Earlier">
          <Icon name="back" />
        </button>
        <button type="button" className="button bare" onClick={widen} aria-label="A wider period">
          <Icon name="wider" />
        </button>
        <button type="button" className="button bare" onClick={() => move(0.5)} disabled={!isPeriod} aria-label="Later">
          <Icon name="forward" />
        </button>
        {isPeriod && (
          <button type="button" className="button" onClick={() => setQuery({ from: undefined, to: undefined })}>
            Back to live
          </button>
        )}
      </div>
      <span className="small faint number">
        {isPeriod ? `${moment(from, now)} to ${moment(to, now)}, ${duration(to - from)}` : 'Drag over a chart to look closer.'}
      </span>
    </div>
  );
}

interface Marks {
  readonly alerts: readonly Alert[];
}

/** The alerts of the period: those that are on come by themselves, those that are over are asked for. */
function useMarks(live: Live, window: TimeWindow): Marks {
  const [from] = bounds(window, live.serverNow());
  const hours = Math.min(8784, Math.max(1, Math.ceil((live.serverNow() - from) / 3_600_000)));
  const fetched = useFetched(`${hours} ${live.alerts.changes}`, (signal) => api.alerts(hours, signal));
  const changes = live.alerts.changes;
  return useMemo(() => {
    const past = fetched.state === 'ready' ? (listAt(fetched.value, 'alerts') as unknown as Alert[]) : [];
    const all = new Map([...past, ...live.alerts.list()].map((alert) => [alert.id, alert]));
    return { alerts: [...all.values()].filter((alert) => alert.state !== 'pending') };
    // The list of those that are on changes with the count.
  }, [fetched, live, changes]);
}

const TONES = { CRITICAL: 'critical', WARNING: 'warning', INFO: 'info' } as const;

function Group({
  group,
  window,
  marks,
  rules,
  onZoom,
}: {
  readonly group: ChartGroup;
  readonly window: TimeWindow;
  readonly marks: Marks;
  readonly rules: readonly JsonObject[];
  readonly onZoom: (from: number, to: number) => void;
}) {
  const live = useLive();
  const snapshot = live.snapshotOf(group.stream);
  const cores = group.stream === 'processor' ? snapshot?.['per_core_usage'] : undefined;
  const coreFields = Array.isArray(cores) ? cores.map((_, i) => `per_core_usage[${i}]`) : [];
  const past = usePast(group.stream, asked(group, snapshot, coreFields), window);
  const shown: Mark[] = [
    ...marks.alerts
      .filter((alert) => alert.component === group.stream)
      .map((alert) => ({ at: Date.parse(alert.since), tone: TONES[alert.level] })),
    ...live.recorder.gaps.filter((gap) => gap.stream === group.stream).map((gap) => ({ at: gap.at, tone: 'unknown' as const })),
  ];
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
            marks={shown}
            thresholds={thresholdsOf(rules, chart.lines)}
            group="performance"
            onZoom={onZoom}
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

const AN_HOUR = 60;

function isLong(window: TimeWindow): boolean {
  return !('minutes' in window) || window.minutes > AN_HOUR;
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
