/** What can be done with any table of settings: their values' type, defaults, and checks. */
import * as v from 'valibot';
import type { ChoiceSetting, NumberSetting, ScalesSetting, SwitchSetting, WeightsSetting } from './setting-kinds';

export type AnySetting = NumberSetting | NumberSetting<number> | ChoiceSetting | SwitchSetting | WeightsSetting | ScalesSetting;
export type SettingsTable = Readonly<Record<string, AnySetting>>;

/** The settings of a table as one object. */
export type ValuesOf<Table extends SettingsTable> = { -readonly [Key in keyof Table]: v.InferOutput<Table[Key]['schema']> };
/** What each setting that can't be used needs instead, in words that complete “needs …”. */
export type SettingNeeds<Values> = Partial<Record<keyof Values & string, string>>;

export function defaultsOf<Table extends SettingsTable>(table: Table): ValuesOf<Table> {
  return mapped(table, (setting) => setting.default) as ValuesOf<Table>;
}

/** Checks every setting of the table; others are left out of what it returns. */
export function schemaOf<Table extends SettingsTable>(table: Table): v.GenericSchema<unknown, ValuesOf<Table>> {
  return v.object(mapped(table, (setting) => setting.schema)) as unknown as v.GenericSchema<unknown, ValuesOf<Table>>;
}

/** The same where settings may be missing, as in what an older version wrote: those keep their default. */
export function lenientSchemaOf<Table extends SettingsTable>(table: Table): v.GenericSchema<unknown, ValuesOf<Table>> {
  const entries = mapped(table, (setting) => v.optional(setting.schema, () => setting.default as never));
  return v.object(entries) as unknown as v.GenericSchema<unknown, ValuesOf<Table>>;
}

export function needsOf<Values>(schema: v.GenericSchema<unknown, Values>, values: unknown): SettingNeeds<Values> {
  const { issues = [] } = v.safeParse(schema, values);
  const needs = issues.map(({ path, message }) => [String(path?.[0].key), message] as const);
  // Of several about one setting the first says most.
  return Object.fromEntries(needs.reverse()) as SettingNeeds<Values>;
}

function mapped<Value>(table: SettingsTable, change: (setting: AnySetting) => Value): Record<string, Value> {
  return Object.fromEntries(Object.entries(table).map(([key, setting]) => [key, change(setting)]));
}
