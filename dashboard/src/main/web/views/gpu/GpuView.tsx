import { useScene } from '../../app/context';
import { usePreferences } from '../../app/preferences';
import { isObject, listAt, numberAt, reasonFor, textAt, type Json, type JsonObject } from '../../model/json';
import * as units from '../../format/units';
import { Gauge } from '../../ui/Gauge';
import { Bar, Card, Shown } from '../../ui/parts';
import { Table, type Column } from '../../ui/Table';
import { Loading } from '../Loading';
import { NoData } from '../NoData';
import { PastCharts } from '../period/PastCharts';
import { PeriodControls } from '../period/PeriodControls';
import { cardCharts, seriesName } from './charts';

export function GpuView() {
  const scene = useScene();
  if (scene.message === undefined) return <Loading />;
  const snapshot = scene.snapshotOf('gpu');
  if (snapshot === undefined) return <Card><NoData stream="gpu" /></Card>;
  const cards = listAt(snapshot, 'gpus');
  return (
    <div className="stack">
      <PeriodControls />
      {cards.map((card, i) => (
        <GraphicsCard key={textAt(card, 'uuid') ?? i} card={card} index={i} snapshot={snapshot} name={seriesName(cards, i)} />
      ))}
    </div>
  );
}

function GraphicsCard({ card, index, snapshot, name }: { readonly card: JsonObject; readonly index: number; readonly snapshot: JsonObject; readonly name: string }) {
  const { units: sizes } = usePreferences();
  const reason = (field: string): string | undefined => reasonFor(snapshot, `gpus[${index}].${field}`);
  const state = textAt(card, 'state');
  const usage = numberAt(card, 'gpu_usage_percent');
  const reasons = card['throttle_reasons'];
  const errors = numberAt(card, 'ecc_uncorrected_volatile');
  return (
    <Card
      title={textAt(card, 'name') ?? `${textAt(card, 'vendor') ?? 'Card'} ${index}`}
      end={<span className={`badge ${state === 'active' ? 'ok' : state === 'lost' ? 'critical' : ''}`}>{state}</span>}
    >
      <div className="stack">
        <div className="tile-body">
          <dl className="facts">
            <Fact name="Memory">
              <Shown text={units.bytes(numberAt(card, 'memory_used'), sizes)} reason={reason('memory_used')} />
              {limit(units.bytes(numberAt(card, 'memory_total'), sizes))}
              <Bar value={numberAt(card, 'memory_usage_percent')} label="Memory of the card" />
            </Fact>
            <Fact name="Temperature"><Shown text={units.celsius(numberAt(card, 'temperature'))} reason={reason('temperature')} /></Fact>
            <Fact name="Power"><Shown text={units.watts(numberAt(card, 'power_draw'))} reason={reason('power_draw')} />{limit(units.watts(numberAt(card, 'power_limit')))}</Fact>
            <Fact name="Fan"><Shown text={units.percent(numberAt(card, 'fan_percent'))} reason={reason('fan_percent')} /></Fact>
            <Fact name="Clock"><Shown text={units.megahertz(numberAt(card, 'clock_graphics'))} reason={reason('clock_graphics')} /></Fact>
            <Fact name="Memory errors">
              <span className={(errors ?? 0) > 0 ? 'critical-text' : ''}><Shown text={units.count(errors)} reason={reason('ecc_uncorrected_volatile')} /></span>
            </Fact>
            <Fact name="Held back by"><Shown text={heldBack(reasons)} reason={reason('throttle_reasons')} /></Fact>
            <Fact name="Driver"><Shown text={textAt(card, 'driver_version') ?? units.NOTHING} /></Fact>
          </dl>
          <Gauge value={usage} label="Use of the card" tone="" />
        </div>
        <PastCharts stream="gpu" charts={cardCharts(name)} areCards={false} />
        <Programs list={Array.isArray(card['processes']) ? card['processes'].filter(isObject) : []} />
      </div>
    </Card>
  );
}

/** The end of a scale, where one is known. */
function limit(text: string): string {
  return text === units.NOTHING ? '' : ` of ${text}`;
}

function heldBack(reasons: Json | undefined): string {
  if (!Array.isArray(reasons)) return units.NOTHING;
  return reasons.length === 0 ? 'nothing' : reasons.map(String).join(', ').replace(/_/g, ' ');
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="number">{children}</dd>
    </div>
  );
}

function Programs({ list }: { readonly list: readonly JsonObject[] }) {
  const { units: sizes } = usePreferences();
  if (list.length === 0) return null;
  const columns: Column<JsonObject>[] = [
    { title: 'Program', value: (one) => <Shown text={textAt(one, 'name') ?? units.NOTHING} reason="it runs in another container" /> },
    { title: 'PID', isNumber: true, value: (one) => numberAt(one, 'pid') },
    { title: 'Memory of the card', isNumber: true, value: (one) => <Shown text={units.bytes(numberAt(one, 'memory'), sizes)} /> },
  ];
  return <Table label="Programs on the card" columns={columns} rows={list} nameOf={(one) => numberAt(one, 'pid')} />;
}
