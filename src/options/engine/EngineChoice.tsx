import type { EngineName } from '../../nst/engines/engine';
import { PANEL_SETTINGS } from '../../preferences/panel-settings';
import { changeSettings, settings } from '../../preferences/settings';
import { engineFigures, speedOf } from '../state/engines';
import { translate, translateText } from '../../texts/translate';

interface EngineChoiceProps {
  name: EngineName | 'auto';
  what: string;
}

/** One engine to choose, and what was measured of it. */
export function EngineChoice({ name, what }: EngineChoiceProps) {
  const figure = name === 'auto' ? undefined : engineFigures.value.get(name);
  const isAbsent = Boolean(figure?.problem);
  return (
    <label class={isAbsent ? 'engine absent' : 'engine'} data-testid={`engine-${name}`}>
      <input
        type="radio"
        name="engine"
        value={name}
        checked={settings.value.engine === name}
        onChange={() => changeSettings({ engine: name })}
      />
      <span class="field-text">
        <span class="setting-label">{translateText(PANEL_SETTINGS.engine.choices[name])}</span>
        <span class="explanation">{what}</span>
      </span>
      {name !== 'auto' && <Figure name={name} />}
    </label>
  );
}

function Figure({ name }: { name: EngineName }) {
  const figure = engineFigures.value.get(name);
  const speed = speedOf(figure, engineFigures.value.values());
  if (figure?.problem) return <span class="figure">{translate`Not on this machine`}</span>;
  if (!figure || speed === null) return null;
  return (
    <span class="figure">
      <strong>{translate`${Math.round(figure.milliseconds ?? 0)} ms`}</strong>
      <span class="figure-bar" aria-hidden="true">
        <span style={{ inlineSize: `${Math.max(2, 100 * speed)}%` }} />
      </span>
    </span>
  );
}
