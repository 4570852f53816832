import type { ComponentChildren } from 'preact';
import * as v from 'valibot';
import { Button } from '../ui/Button';
import { NumberInput } from '../ui/NumberInput';
import { PANEL_SETTINGS, type PanelSettings, type SettingKey } from './panel-settings';
import { changeSettings, isDefault, resetSetting, resets, settingProblems, settings } from './settings';
import { explanationOf, labelOf } from './setting-texts';
import { translate, translateText } from '../texts/translate';
import { translateSentence } from '../texts/translate-sentence';

/** The settings whose values contain these. */
type SettingsOf<Value> = { [Key in SettingKey]: Value extends PanelSettings[Key] ? Key : never }[SettingKey];

/** A main setting: name on the left, control on the right. */
export function Row({ setting, label, children }: { setting: SettingKey; label?: string; children: ComponentChildren }) {
  return (
    <div class="setting-row" title={explanationOf(setting)} data-setting={setting}>
      <span class="setting-label">
        {label ?? labelOf(setting)}
        <ResetSetting setting={setting} />
      </span>
      {children}
    </div>
  );
}

/** An advanced setting: what it does under its name, and what is wrong with it under that. */
function Field({ setting, children }: { setting: SettingKey; children: ComponentChildren }) {
  return (
    <div class="field" data-setting={setting}>
      <div class="field-text">
        <span class="setting-label">
          {labelOf(setting)}
          <ResetSetting setting={setting} />
        </span>
        <span class="explanation">{explanationOf(setting)}</span>
      </div>
      {children}
      <Problem setting={setting} />
    </div>
  );
}

/** Beside the name of a setting that differs from its default. */
function ResetSetting({ setting }: { setting: SettingKey }) {
  if (isDefault(setting)) return null;
  const label = translate`Reset “${labelOf(setting)}”`;
  return <Button icon="reset" kind="quiet" testId={`reset-${setting}`} label={label} onClick={() => resetSetting(setting)} />;
}

export function Problem({ setting }: { setting: SettingKey }) {
  const problem = settingProblems.value[setting];
  return problem ? (
    <p id={problemId(setting)} class="field-problem" role="alert" data-testid={`problem-${setting}`}>
      {translateSentence(problem)}
    </p>
  ) : null;
}

export function problemId(setting: SettingKey): string {
  return `problem-${setting}`;
}

/** The control of a setting of the table, by its kind. Weights stand in a table of their own. */
export function AdvancedSetting({ setting }: { setting: SettingKey }) {
  const { kind } = PANEL_SETTINGS[setting];
  if (kind === 'switch') return <SwitchSetting setting={setting as SettingsOf<boolean>} />;
  return kind === 'choice' ? <ChoiceSetting setting={setting} /> : <NumberSetting setting={setting} />;
}

function NumberSetting({ setting }: { setting: SettingKey }) {
  const { schema } = PANEL_SETTINGS[setting];
  const optional = v.is(schema, null);
  const value = settings.value[setting];
  return (
    <Field setting={setting}>
      <NumberInput
        key={resets.value}
        value={typeof value === 'number' ? value : null}
        empty={optional ? null : NaN}
        placeholder={optional ? translate`auto` : undefined}
        label={labelOf(setting)}
        problemId={settingProblems.value[setting] && problemId(setting)}
        testId={`setting-${setting}`}
        onChange={(entered) => changeSettings({ [setting]: entered })}
      />
    </Field>
  );
}

function ChoiceSetting({ setting }: { setting: SettingKey }) {
  return (
    <Field setting={setting}>
      <select
        value={String(settings.value[setting])}
        aria-label={labelOf(setting)}
        data-testid={`setting-${setting}`}
        onChange={({ currentTarget }) => changeSettings({ [setting]: currentTarget.value })}
      >
        {choicesOf(setting).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** Each value of a choice and its name for people. */
export function choicesOf(setting: SettingKey): [value: string, text: string][] {
  const entry = PANEL_SETTINGS[setting];
  return entry.kind === 'choice' ? Object.entries(entry.choices).map(([value, text]) => [value, translateText(text)]) : [];
}

export function SwitchSetting({ setting }: { setting: SettingsOf<boolean> }) {
  return (
    <label class="field switch-field" data-setting={setting}>
      <span class="field-text">
        <span class="setting-label">{labelOf(setting)}</span>
        <span class="explanation">{explanationOf(setting)}</span>
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
