import { useEffect, useRef } from 'react';
import { AlertsView } from '../views/alerts/AlertsView';
import { DisksView } from '../views/disks/DisksView';
import { GpuView } from '../views/gpu/GpuView';
import { NetworkView } from '../views/network/NetworkView';
import { OverviewView } from '../views/overview/OverviewView';
import { PerformanceView } from '../views/performance/PerformanceView';
import { PipelineView } from '../views/pipeline/PipelineView';
import { ProcessesView } from '../views/processes/ProcessesView';
import { RulesView } from '../views/rules/RulesView';
import { SettingsView } from '../views/settings/SettingsView';
import { Empty } from '../ui/parts';
import { Banner } from './Banner';
import { Boundary } from './Boundary';
import { useLive, useScene, useTravel } from './context';
import { useStanding } from './identity';
import { link, useRoute } from './routes';
import { Side } from './Side';
import { NothingThen } from './timeline/NothingThen';
import { OnlyNow } from './timeline/OnlyNow';
import { TimeBar } from './timeline/TimeBar';
import { useMomentInAddress } from './timeline/useMomentInAddress';
import { Top } from './Top';
import { VIEWS } from './views';

const PAGES: Readonly<Record<string, () => React.JSX.Element>> = {
  overview: OverviewView,
  performance: PerformanceView,
  processes: ProcessesView,
  network: NetworkView,
  disks: DisksView,
  gpu: GpuView,
  alerts: AlertsView,
  rules: RulesView,
  pipeline: PipelineView,
  settings: SettingsView,
};

/** What is about changing something. */
const OF_NOW = new Set(['rules']);

export function App() {
  const { view } = useRoute();
  const live = useLive();
  const scene = useScene();
  const { replay } = useTravel();
  useMomentInAddress();
  const title = VIEWS.find((known) => known.name === view)?.title ?? 'No such page';
  // What a page showed before its token was revoked is not for whoever sits there now.
  const isStranger = useStanding().state === 'stranger' && live.phase.name !== 'live';
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  const alerts = live.alerts.list().filter((alert) => alert.state === 'firing').length;
  useEffect(() => {
    document.title = `${alerts > 0 ? `(${alerts}) ` : ''}${title} · ${live.server?.host ?? 'Hostpulse'}`;
  }, [title, alerts, live.server?.host]);
  useEffect(() => {
    // A screen reader goes on at the new page; not at the first, which it reads anyhow.
    if (!isFirst.current) heading.current?.focus();
    isFirst.current = false;
    window.scrollTo(0, 0);
  }, [view, scene.isPast]);
  const Page = PAGES[view];
  return (
    <div className="shell">
      <a className="skip" href={link(view)} onClick={(event) => (event.preventDefault(), heading.current?.focus())}>
        Skip to the content
      </a>
      <main className="main">
        <Top title={title} heading={heading} />
        {replay === undefined ? <Banner /> : <TimeBar replay={replay} />}
        <Boundary key={`${view} ${scene.isPast}`}>
          {isStranger ? null : Page === undefined ? (
            <Empty title="There is no such page">
              <a href={link('overview')}>Go to the overview</a>
            </Empty>
          ) : replay !== undefined && OF_NOW.has(view) ? (
            <OnlyNow title={title} />
          ) : replay?.state.name === 'nothing' ? (
            <NothingThen at={replay.target} next={replay.state.next} />
          ) : (
            <Page />
          )}
        </Boundary>
      </main>
      <Side view={view} />
    </div>
  );
}
