import type { ComponentChildren } from 'preact';
import { NumberInput } from '../components/NumberInput';
import type { PanelSettings } from '../state/settings/panel-settings';
import { choiceTexts, settingTexts } from '../state/settings/setting-texts';
import { changeSettings, resets, settingProblems, settings } from '../state/settings/settings';

type SettingsOf<V> = { [K in keyof PanelSettings]: V extends PanelSettings[K] ? K : never }[keyof PanelSettings];
type ChoiceKey = 'normalization' | 'pooling' | 'padding' | 'optimizer' | 'engine';

/** A main setting: name on the left, control on the right. */
export function Row({ setting, label, children }: { setting: keyof PanelSettings; label?: string; children: ComponentChildren }) {
  const texts = settingTexts[setting];
  return (
    <div class="setting-row" title={texts.explanation}>
      <span class="setting-label">{label ?? texts.label}</span>
      {children}
    </div>
  );
}

/** An advanced setting: what it does under its name, and what is wrong with it under that. */
function Field({ setting, children }: { setting: keyof PanelSettings; children: ComponentChildren }) {
  const { label, explanation } = settingTexts[setting];
  return (
    <div class="field">
      <div class="field-text">
        <span class="setting-label">{label}</span>
        <span class="explanation">{explanation}</span>
      </div>
      {children}
      <Problem setting={setting} />
    </div>
  );
}

export function Problem({ setting }: { setting: keyof PanelSettings }) {
  const problem = settingProblems.value[setting];
  return problem ? (
    <p id={problemId(setting)} class="field-problem" role="alert" data-testid={`problem-${setting}`}>
      {problem}
    </p>
  ) : null;
}

export function problemId(setting: keyof PanelSettings): string {
  return `problem-${setting}`;
}

interface NumberSettingProps {
  setting: SettingsOf<number>;
  /** An empty field means that the method chooses. */
  optional?: boolean;
}

export function NumberSetting({ setting, optional = false }: NumberSettingProps) {
  const value = settings.value[setting];
  return (
    <Field setting={setting}>
      <NumberInput
        key={resets.value}
        value={typeof value === 'number' ? value : null}
        empty={optional ? null : NaN}
        placeholder={optional ? 'auto' : undefined}
        label={settingTexts[setting].label}
        problemId={settingProblems.value[setting] && problemId(setting)}
        testId={`setting-${setting}`}
        onChange={(entered) => changeSettings({ [setting]: entered })}
      />
    </Field>
  );
}

export function ChoiceSetting({ setting }: { setting: ChoiceKey }) {
  return (
    <Field setting={setting}>
      <select
        value={settings.value[setting]}
        aria-label={settingTexts[setting].label}
        data-testid={`setting-${setting}`}
        onChange={({ currentTarget }) => changeSettings({ [setting]: currentTarget.value })}
      >
        {Object.entries(choiceTexts[setting]).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}

export function SwitchSetting({ setting }: { setting: SettingsOf<boolean> }) {
  const { label, explanation } = settingTexts[setting];
  return (
    <label class="field switch-field">
      <span class="field-text">
        <span class="setting-label">{label}</span>
        <span class="explanation">{explanation}</span>
      </span>
      <input
        type="checkbox"
        role="switch"
        class="switch"
        checked={settings.value[setting]}
        data-testid={`setting-${setting}`}
        onChange={({ currentTarget }) => changeSettings({ [setting]: currentTarget.checked })}
      />
    </label>
  );
}
