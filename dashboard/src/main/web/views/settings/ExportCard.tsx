import { useRef, useState } from 'react';
import { useLive } from '../../app/context';
import { usePreferences } from '../../app/preferences';
import { duration } from '../../format/time';
import { bytes } from '../../format/units';
import { download, exportPath, fileName, type Format } from '../../model/exportData';
import { isSource } from '../../model/fields';
import { Card, Choices } from '../../ui/parts';
import { OrderNote } from '../../ui/OrderNote';
import { useOrder } from '../../ui/useOrder';
import { DEFAULT_PERIOD, PERIODS, period, type PeriodChoice } from './exportPeriod';

const FORMATS: readonly (readonly [Format, string])[] = [
  ['csv', 'CSV'],
  ['json', 'JSON'],
  ['ndjson', 'NDJSON'],
];

/** Takes recorded data out of Hostpulse: a period, some streams, a form. */
export function ExportCard() {
  const live = useLive();
  const [format, setFormat] = useState<Format>('csv');
  const [choice, setChoice] = useState<PeriodChoice>(DEFAULT_PERIOD);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [came, setCame] = useState(0);
  const [state, run] = useOrder();
  const abort = useRef<AbortController>(undefined);
  const { units } = usePreferences();
  const known = (live.server?.streams ?? []).filter(isSource);
  const [table, setTable] = useState('');
  // CSV has one table for each stream, so it is of one.
  const isTable = format === 'csv';
  const one = known.includes(table) ? table : known[0];
  const streams = isTable ? (one === undefined ? [] : [one]) : known.filter((stream) => !left.includes(stream));
  const wanted = period(choice, live.serverNow());
  const isPossible = wanted !== undefined && streams.length > 0;
  const save = async (): Promise<void> => {
    if (wanted === undefined) return;
    setCame(0);
    const stop = new AbortController();
    abort.current = stop;
    const asked = { format, ...wanted, streams: isTable || left.length > 0 ? streams : [] };
    await run(
      () => download(exportPath(asked), fileName(live.server?.host ?? 'host', asked), stop.signal, setCame).catch((failure: unknown) => {
        throw stop.signal.aborted ? new Error('Stopped. Nothing was saved.') : failure;
      }),
      'The file is on its way to your downloads.',
    );
  };
  return (
    <Card title="Export">
      <form
        className="settings"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className="row">
          <div>
            <h3>Period</h3>
            <p className="small soft number">{wanted === undefined ? 'It must end after it begins.' : `The snapshots of ${duration(wanted.to - wanted.from)}, as they were recorded.`}</p>
          </div>
          <Choices label="Period to export" value={choice.minutes} options={PERIODS} onChoose={(minutes) => setChoice({ ...choice, minutes })} />
        </div>
        {choice.minutes === 0 && (
          <div className="form-row">
            <Moment label="From" value={choice.from} onChange={(from) => setChoice({ ...choice, from })} />
            <Moment label="To" value={choice.to} onChange={(to) => setChoice({ ...choice, to })} />
          </div>
        )}
        <div className="row">
          <div>
            <h3>Form</h3>
            <p className="small soft">CSV for spreadsheets, of one stream; JSON for programs; NDJSON for pipelines, a line for each snapshot.</p>
          </div>
          <Choices label="Form" value={format} options={FORMATS} onChoose={setFormat} />
        </div>
        <fieldset className="options wrapped">
          <legend>{isTable ? 'Stream' : 'Streams'}</legend>
          {known.map((stream) => (
            <label key={stream}>
              <input
                type={isTable ? 'radio' : 'checkbox'}
                name="stream"
                checked={streams.includes(stream)}
                onChange={(event) => {
                  if (isTable) setTable(stream);
                  else setLeft(event.target.checked ? left.filter((other) => other !== stream) : [...left, stream]);
                }}
              />
              {stream}
            </label>
          ))}
        </fieldset>
        <div className="toolbar">
          <button type="submit" className="button primary" disabled={!isPossible || state.name === 'busy'}>
            Download
          </button>
          {state.name === 'busy' && (
            <>
              <button type="button" className="button" onClick={() => abort.current?.abort()}>
                Stop
              </button>
              <span className="small faint number">{came === 0 ? 'Asking …' : `${bytes(came, units)} so far`}</span>
            </>
          )}
        </div>
        <OrderNote state={state} />
      </form>
    </Card>
  );
}

function Moment({ label, value, onChange }: { readonly label: string; readonly value: string; readonly onChange: (value: string) => void }) {
  return (
    <label className="field">
      {label}
      <input className="input number" type="datetime-local" step="1" value={value} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}
