import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { AnySetting } from '../../src/nst/schema/settings-table';
import { NOTHING_COMPARED } from '../../src/nst/settings';
import { BUILT_IN_PRESETS } from '../../src/preferences/built-in-presets';
import { PANEL_SETTINGS } from '../../src/preferences/panel-settings';
import { SENTENCES } from '../../src/editors/sentences';
import type { FoundText } from './texts-in-code';

/** What stands in tables that know nothing of translation: settings, styles, sentences of editors' pages, the manifest. */
export function textsInTables(): FoundText[] {
  return [...settingsTexts(), ...presetTexts(), ...styleTexts(), ...pageSentences(), ...manifestTexts()];
}

function settingsTexts(): FoundText[] {
  const texts = Object.values(PANEL_SETTINGS).flatMap((setting) => [
    setting.label,
    setting.explanation,
    ...needsOf(setting).map((need) => `Enter ${need}.`),
    ...(setting.kind === 'choice' ? Object.values(setting.choices) : []),
    ...(setting.kind === 'weights' ? Object.values(setting.names).filter((name) => !/^relu/.test(name)) : []),
  ]);
  return [...texts, `Enter ${NOTHING_COMPARED}.`].map((english) => ({ english, place: 'src/nst/settings.ts' }));
}

/** What a setting says of values that it does not take. */
function needsOf(setting: AnySetting): string[] {
  if (setting.kind !== 'weights') return [setting.takes];
  const [name = ''] = Object.keys(setting.names);
  const refused = [{}, { [name]: -1 }].flatMap((weights) => v.safeParse(setting.schema, weights).issues ?? []);
  return [setting.takes, ...refused.map(({ message }) => message.replace(name, '$1'))];
}

function presetTexts(): FoundText[] {
  const texts = BUILT_IN_PRESETS.flatMap(({ name, explanation }) => [name, explanation]);
  return [...texts, 'Your own settings.'].map((english) => ({ english, place: 'src/preferences/built-in-presets.ts' }));
}

function styleTexts(): FoundText[] {
  return ['styles/index.json', 'styles/learned/index.json'].flatMap((place) =>
    (JSON.parse(readFileSync(place, 'utf8')) as { name: string; description: string }[]).flatMap(({ name, description }) => [
      { english: name, place },
      { english: description, place },
    ]),
  );
}

function pageSentences(): FoundText[] {
  return Object.values(SENTENCES).map(({ says }) => ({ english: says('$1'), place: 'src/editors/sentences.ts' }));
}

interface Manifest {
  description: string;
  action: { default_title: string };
  commands: Record<string, { description: string }>;
}

function manifestTexts(): FoundText[] {
  const { description, action, commands } = JSON.parse(readFileSync('manifest.json', 'utf8')) as Manifest;
  const texts = [description, action.default_title, ...Object.values(commands).map((command) => command.description)];
  return texts.map((english) => ({ english, place: 'manifest.json' }));
}
