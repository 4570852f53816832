import type { ComponentChildren } from 'preact';
import { Icon } from '../../ui/Icon';
import type { SettingGroup } from '../../nst/schema/setting-kinds';
import { PANEL_SETTINGS, type SettingKey } from '../../preferences/panel-settings';
import { AdvancedSetting } from '../../preferences/fields';
import { MeasuredEngine } from './MeasuredEngine';
import { OwnNetworkNote } from './OwnNetworkNote';
import { isWeights, WeightsTable } from './WeightsTable';
import { translate } from '../../texts/translate';

/** Everything else that decides what the picture looks like. */
export function AdvancedSettings() {
  return (
    <details class="advanced" data-testid="advanced">
      <summary data-testid="advanced-toggle">
        <Icon name="chevron" />
        {translate`Advanced`}
      </summary>
      <Group title={translate`Objective`} group="objective" />
      <Group title={translate`Terms`} group="terms">
        <p class="explanation">
          {translate`Weight of each term: content by features of the network or by edges, style by its textures as a whole or piece by piece; empty leaves a term out.`}
        </p>
      </Group>
      <Group title={translate`Layers`} group="layers">
        <p class="explanation">
          {translate`Weight of each layer of the network, shallow (fine texture) to deep (large shapes); empty leaves a layer out.`}
        </p>
      </Group>
      <Group title={translate`Optimisation`} group="optimisation" />
      <Group title={translate`Network`} group="network">
        <OwnNetworkNote />
      </Group>
      <Group title={translate`Machine`} group="machine">
        <MeasuredEngine />
      </Group>
    </details>
  );
}

interface GroupProps {
  title: string;
  /** Whose settings stand in it, in the table's order: weights together in one table. */
  group: SettingGroup;
  children?: ComponentChildren;
}

function Group({ title, group, children }: GroupProps) {
  const settings = (Object.keys(PANEL_SETTINGS) as SettingKey[]).filter((key) => PANEL_SETTINGS[key].group === group);
  const weights = settings.filter(isWeights);
  return (
    <div class="group" role="group" aria-label={title}>
      <h3>{title}</h3>
      {settings.map((setting) => !isWeights(setting) && <AdvancedSetting key={setting} setting={setting} />)}
      {children}
      {weights.length > 0 && <WeightsTable settings={weights} />}
    </div>
  );
}
