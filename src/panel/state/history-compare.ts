import { computed, signal } from '@preact/signals';
import type { JobState } from '../../protocol/job';
import { PANEL_SETTINGS, type SettingKey } from '../../preferences/panel-settings';
import { sameValue } from '../../preferences/same-value';
import { history } from './history';

/** Of the pictures to lie one over the other, in the order in which they were chosen. */
const chosenIds = signal<readonly string[]>([]);

/** Those of them that are still there. */
export const compared = computed((): readonly JobState[] =>
  chosenIds.value.flatMap((id) => history.value.find((state) => state.id === id && state.result) ?? []),
);

export function isCompared({ id }: JobState): boolean {
  return compared.value.some((state) => state.id === id);
}

/** Chooses a picture or lets it go again; a third takes the place of the first. */
export function toggleCompared({ id }: JobState): void {
  const others = compared.value.map((state) => state.id).filter((other) => other !== id);
  chosenIds.value = others.length < compared.value.length ? others : [...others.slice(-1), id];
}

export function endComparing(): void {
  chosenIds.value = [];
}

/** A setting whose values differ, as both jobs have it. */
export type Difference = [setting: SettingKey, first: unknown, second: unknown];

export function differencesOf(first: JobState, second: JobState): Difference[] {
  const [a, b] = [first, second].map(settingsOf) as [Record<string, unknown>, Record<string, unknown>];
  return (Object.keys(PANEL_SETTINGS) as SettingKey[])
    .filter((setting) => setting in a && setting in b && !sameValue(a[setting], b[setting]))
    .map((setting) => [setting, a[setting], b[setting]]);
}

function settingsOf({ request }: JobState): Record<string, unknown> {
  return { ...request.settings, size: request.size, engine: request.engine };
}
