import { useScene } from '../app/context';
import { absentSources } from '../model/machine';
import { Empty } from '../ui/parts';

const HINTS: Readonly<Record<string, string>> = {
  gpu: 'Hostpulse looks again every 10 minutes. “hostpulse gpu” in a terminal tells what each way of reading cards has found.',
};

/** Why a stream has nothing to show: it is not on this machine, it could not be read, or it is switched off. */
export function NoData({ stream }: { readonly stream: string }) {
  const scene = useScene();
  const absent = absentSources(scene.snapshotOf('pipeline')).find((source) => source.stream === stream);
  const fresh = scene.freshness(stream);
  if (fresh.state === 'none') {
    return (
      <Empty title="No data">
        <p>{fresh.reason}</p>
      </Empty>
    );
  }
  if (scene.isPast && absent === undefined) {
    return <Empty title="Nothing of this is kept of that moment">It was not measured then, or it is too long ago.</Empty>;
  }
  return (
    <Empty title={absent === undefined ? 'Nothing is measured here' : 'Not on this machine'} icon={stream === 'gpu' ? 'gpu' : 'none'}>
      <p>{absent === undefined ? `The stream ${stream} has not sent anything. Perhaps its source is switched off in config.yaml.` : absent.reason}</p>
      {HINTS[stream] !== undefined && <p className="faint">{HINTS[stream]}</p>}
    </Empty>
  );
}
