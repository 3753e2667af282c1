import { useScene } from '../../app/context';
import { usePreferences } from '../../app/preferences';
import { setQuery, useRoute } from '../../app/routes';
import { listAt, numberAt, objectAt, reasonFor, textAt, type JsonObject } from '../../model/json';
import * as units from '../../format/units';
import { Card, Shown } from '../../ui/parts';
import { Table, type Column } from '../../ui/Table';
import { Loading } from '../Loading';
import { NoData } from '../NoData';
import { PastCharts } from '../period/PastCharts';
import { PeriodControls } from '../period/PeriodControls';
import { networkCharts } from './charts';

export function NetworkView() {
  const scene = useScene();
  const { units: sizes } = usePreferences();
  const { query } = useRoute();
  if (scene.message === undefined) return <Loading />;
  const snapshot = scene.snapshotOf('network');
  if (snapshot === undefined) return <NoData stream="network" />;
  const interfaces = sortedInterfaces(listAt(snapshot, 'interfaces'));
  const names = interfaces.map((one) => textAt(one, 'name') ?? '');
  const chosen = names.find((name) => name === query.get('interface'));
  return (
    <div className="stack">
      <PeriodControls>
        <select
          className="input"
          aria-label="Charts of"
          value={chosen ?? ''}
          onChange={(event) => setQuery({ interface: event.target.value })}
        >
          <option value="">All interfaces but loopback</option>
          {names.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </PeriodControls>
      <PastCharts stream="network" charts={networkCharts(chosen, sizes)} />
      <Card title="Interfaces">
        <Table
          label="Interfaces"
          columns={interfaceColumns(sizes)}
          rows={interfaces}
          nameOf={(one) => textAt(one, 'name')}
          toneOf={(one) => (one['up'] === false ? 'faint' : '')}
        />
      </Card>
      <Connections snapshot={snapshot} />
      <Protocols system={scene.snapshotOf('system')} />
    </div>
  );
}

/** Those that are up first, the busiest before others, loopback last of them. */
function sortedInterfaces(list: readonly JsonObject[]): JsonObject[] {
  const isUp = (one: JsonObject): number => (one['up'] === true ? 0 : 1);
  const isLoopback = (one: JsonObject): number => (textAt(one, 'name') === 'lo' ? 1 : 0);
  const traffic = (one: JsonObject): number => (numberAt(one, 'bytes_recv') ?? 0) + (numberAt(one, 'bytes_sent') ?? 0);
  return [...list].sort((a, b) => isUp(a) - isUp(b) || isLoopback(a) - isLoopback(b) || traffic(b) - traffic(a));
}

const HAS_JUST_APPEARED = 'it has just appeared';

function interfaceColumns(sizes: units.SizeUnits): Column<JsonObject>[] {
  const rate = (title: string, text: (one: JsonObject) => string): Column<JsonObject> => ({
    title,
    isNumber: true,
    value: (one) => <Shown text={text(one)} reason={HAS_JUST_APPEARED} />,
  });
  const trouble = (title: string, tone: string, ...fields: string[]): Column<JsonObject> => ({
    ...rate(title, (one) => units.perSecond(sum(one, ...fields))),
    tone: (one) => ((sum(one, ...fields) ?? 0) > 0 ? tone : ''),
  });
  const total = (title: string, field: string): Column<JsonObject> => ({
    title,
    isNumber: true,
    value: (one) => <Shown text={units.bytes(numberAt(one, field), sizes)} />,
  });
  return [
    { title: 'Name', value: (one) => textAt(one, 'name') },
    { title: 'Link', value: (one) => <Link one={one} /> },
    rate('Received', (one) => units.bytesPerSecond(numberAt(one, 'bytes_recv_per_sec'), sizes)),
    rate('Sent', (one) => units.bytesPerSecond(numberAt(one, 'bytes_sent_per_sec'), sizes)),
    rate('Packets in', (one) => units.perSecond(numberAt(one, 'packets_recv_per_sec'))),
    rate('Packets out', (one) => units.perSecond(numberAt(one, 'packets_sent_per_sec'))),
    trouble('Errors', 'critical-text', 'errors_in_per_sec', 'errors_out_per_sec'),
    trouble('Drops', 'warning-text', 'drops_in_per_sec', 'drops_out_per_sec'),
    total('Received in all', 'bytes_recv'),
    total('Sent in all', 'bytes_sent'),
  ];
}

function Link({ one }: { readonly one: JsonObject }) {
  const speed = numberAt(one, 'speed_mbps');
  const isUp = one['up'];
  return (
    <>
      <span className={`badge ${isUp === true ? 'ok' : ''}`}>{isUp === true ? 'up' : isUp === false ? 'down' : 'gone'}</span>{' '}
      {speed !== undefined && <span className="tiny faint number">{speed >= 1000 ? `${speed / 1000} Gbit/s` : `${speed} Mbit/s`}</span>}
    </>
  );
}

/** Nothing when one of them is not known: a part is not the sum. */
function sum(one: JsonObject, ...names: string[]): number | undefined {
  const values = names.map((name) => numberAt(one, name));
  return values.every((value) => value !== undefined) ? values.reduce<number>((all, value) => all + (value ?? 0), 0) : undefined;
}

function Connections({ snapshot }: { readonly snapshot: JsonObject }) {
  const connections = objectAt(snapshot, 'connections');
  const states = Object.keys(connections).filter((state) => (numberAt(connections, state) ?? 0) > 0 || state === 'established' || state === 'listen');
  if (Object.keys(connections).length === 0) {
    return <Card title="Sockets"><p className="small soft">{reasonFor(snapshot, 'connections') ?? 'They are not counted.'}</p></Card>;
  }
  return (
    <Card title="Sockets">
      <dl className="flow">
        {states.map((state) => (
          <div key={state}>
            <dt>{state.replace(/_/g, ' ')}</dt>
            <dd>{units.count(numberAt(connections, state))}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

const PROTOCOLS: readonly (readonly [string, readonly (readonly [string, string, boolean])[]])[] = [
  ['tcp', [
    ['segments_in_per_sec', 'segments in', false],
    ['segments_out_per_sec', 'segments out', false],
    ['retransmits_per_sec', 'sent again', true],
    ['errors_in_per_sec', 'errors', true],
    ['failed_opens_per_sec', 'failed to open', true],
    ['established_resets_per_sec', 'resets', true],
    ['listen_overflows_per_sec', 'queue overflows', true],
  ]],
  ['udp', [
    ['datagrams_in_per_sec', 'datagrams in', false],
    ['datagrams_out_per_sec', 'datagrams out', false],
    ['no_port_per_sec', 'nobody listened', true],
    ['errors_in_per_sec', 'errors', true],
    ['receive_buffer_errors_per_sec', 'buffer full', true],
  ]],
];

function Protocols({ system }: { readonly system: JsonObject | undefined }) {
  if (system === undefined) return null;
  return (
    <div className="pair">
      {PROTOCOLS.map(([protocol, fields]) => (
        <Card key={protocol} title={protocol.toUpperCase()}>
          <dl className="flow">
            {fields.map(([field, label, isBad]) => {
              const value = numberAt(objectAt(system, protocol), field);
              return (
                <div key={field}>
                  <dt>{label}</dt>
                  <dd className={isBad && (value ?? 0) > 0 ? 'warning-text' : ''}>
                    <Shown text={units.perSecond(value)} reason={reasonFor(system, `${protocol}.${field}`) ?? reasonFor(system, protocol)} />
                  </dd>
                </div>
              );
            })}
          </dl>
        </Card>
      ))}
    </div>
  );
}
