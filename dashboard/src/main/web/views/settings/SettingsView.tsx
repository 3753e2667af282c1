import { useLive } from '../../app/context';
import { choose, usePreferences } from '../../app/preferences';
import { bytes } from '../../format/units';
import { Card, Choices } from '../../ui/parts';
import { AccessCard } from './AccessCard';
import { ExportCard } from './ExportCard';

const EXAMPLE = 1_500_000_000;

export function SettingsView() {
  const { theme, units, motion } = usePreferences();
  const live = useLive();
  return (
    <div className="settings">
      <Card title="How it looks">
        <div className="settings">
          <div className="row">
            <div>
              <h3>Colours</h3>
              <p className="small soft">Light, dark, or as your system says.</p>
            </div>
            <Choices label="Colours" value={theme} options={[['system', 'System'], ['light', 'Light'], ['dark', 'Dark']]} onChoose={(value) => choose({ theme: value })} />
          </div>
          <div className="row">
            <div>
              <h3>Sizes</h3>
              <p className="small soft number">
                1,500,000,000 bytes are {bytes(EXAMPLE, units)}: 1 KB is {units === 'binary' ? '1024' : '1000'} B.
              </p>
            </div>
            <Choices label="Sizes" value={units} options={[['binary', '1024'], ['decimal', '1000']]} onChoose={(value) => choose({ units: value })} />
          </div>
          <div className="row">
            <div>
              <h3>Motion</h3>
              <p className="small soft">Highlights and placeholders move softly, or not at all. Values never do.</p>
            </div>
            <Choices label="Motion" value={motion} options={[['system', 'System'], ['reduced', 'Reduced']]} onChoose={(value) => choose({ motion: value })} />
          </div>
        </div>
      </Card>
      <ExportCard />
      <AccessCard />
      <Card title="About">
        <dl className="facts">
          <div>
            <dt>Host</dt>
            <dd>{live.server?.host}</dd>
          </div>
          <div>
            <dt>Hostpulse</dt>
            <dd>{live.server?.server_version}</dd>
          </div>
          <div>
            <dt>Messages</dt>
            <dd>every {live.server?.interval} s</dd>
          </div>
          <div>
            <dt>Times are shown in</dt>
            <dd>{Intl.DateTimeFormat().resolvedOptions().timeZone}</dd>
          </div>
        </dl>
        <p className="small faint">What you choose here is remembered in this browser and nowhere else. The page loads nothing from other servers.</p>
      </Card>
    </div>
  );
}
