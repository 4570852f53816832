import type { ComponentChildren } from 'preact';
import { Icon } from '../../ui/Icon';
import { ChoiceSetting, NumberSetting, SwitchSetting } from './fields';
import { LayerTable } from './LayerTable';
import { MeasuredEngine } from './MeasuredEngine';
import { StyleLossWeights } from './StyleLossWeights';

/** Everything else that decides what the picture looks like. */
export function AdvancedSettings() {
  return (
    <details class="advanced" data-testid="advanced">
      <summary data-testid="advanced-toggle">
        <Icon name="chevron" />
        Advanced
      </summary>
      <Group title="Objective">
        <NumberSetting setting="contentWeight" />
        <NumberSetting setting="tvWeight" />
        <NumberSetting setting="styleScale" />
        <ChoiceSetting setting="normalization" />
        <SwitchSetting setting="normalizeGradients" />
      </Group>
      <Group title="Style terms">
        <StyleLossWeights />
      </Group>
      <Group title="Layers">
        <LayerTable />
      </Group>
      <Group title="Optimisation">
        <ChoiceSetting setting="optimizer" />
        <NumberSetting setting="evaluations" />
        <NumberSetting setting="learningRate" optional />
        <NumberSetting setting="earlyStop" optional />
        <NumberSetting setting="scales" optional />
        <NumberSetting setting="seed" />
        <SwitchSetting setting="startFromPreview" />
      </Group>
      <Group title="Network">
        <ChoiceSetting setting="pooling" />
        <ChoiceSetting setting="padding" />
      </Group>
      <Group title="Machine">
        <ChoiceSetting setting="engine" />
        <MeasuredEngine />
        <NumberSetting setting="tileMemory" optional />
      </Group>
    </details>
  );
}

function Group({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="group" role="group" aria-label={title}>
      <h3>{title}</h3>
      {children}
    </div>
  );
}
