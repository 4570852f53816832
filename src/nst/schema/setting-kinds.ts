/**
 * The kinds of settings. Each says which values it takes, in words that complete “needs …” and “Enter …”, so that
 * every place a value can come from checks it alike and says the same.
 */
import * as v from 'valibot';

/** Where a setting stands in the panel and in --help. */
export type SettingGroup = 'main' | 'objective' | 'terms' | 'layers' | 'optimisation' | 'network' | 'machine';

/** What people read about a setting, wherever it can be set. */
interface Texts {
  label: string;
  /** What it does, in one line. */
  explanation: string;
  group: SettingGroup;
  /** Of the command line, where it is not the setting's own name. */
  flag?: string;
}

interface Setting<Value> extends Texts {
  default: Value;
  schema: v.GenericSchema<unknown, Value>;
  /** What it takes, such as “a number from 0 to 1”. */
  takes: string;
}

export interface NumberSetting<Value extends number | null = number | null> extends Setting<Value> {
  kind: 'number';
  /** Null, an empty field or "auto", lets the method choose. */
  optional: boolean;
}

export interface ChoiceSetting<Value extends string = string> extends Setting<Value> {
  kind: 'choice';
  /** Each value's name for people. */
  choices: Readonly<Record<Value, string>>;
}

export interface SwitchSetting extends Setting<boolean> {
  kind: 'switch';
}

/** Weights by name; one that is left out, or 0, counts nothing. */
export type Weights<Name extends string = string> = Readonly<string extends Name ? Record<string, number> : Partial<Record<Name, number>>>;

export interface WeightsSetting<Name extends string = string> extends Setting<Weights<Name>> {
  kind: 'weights';
  /** What is weighted, and its name for people. */
  names: Readonly<Record<Name, string>>;
}

/** One size of the coarse-to-fine schedule. */
export interface ScaleStep {
  /** Relative to the final size: 1 is final, 0.5 half of its sides. */
  scale: number;
  evaluations: number;
}

export interface ScalesSetting extends Setting<number | readonly ScaleStep[] | null> {
  kind: 'scales';
}

interface Range {
  from: number;
  to: number;
  whole?: boolean;
}

export function number(spec: Range & Texts & { default: number }): NumberSetting<number> {
  return { ...spec, kind: 'number', optional: false, schema: within(spec), takes: range(spec) };
}

/** A number, or null where the method chooses. */
export function numberOrAuto(spec: Range & Texts & { default: number | null }): NumberSetting {
  return { ...spec, kind: 'number', optional: true, schema: v.nullable(within(spec)), takes: range(spec) };
}

export function choice<Value extends string>(
  choices: Readonly<Record<Value, string>>,
  spec: Texts & { default: NoInfer<Value> },
): ChoiceSetting<Value> {
  const values = Object.keys(choices) as Value[];
  const takes = `one of ${values.join(', ')}`;
  return { ...spec, kind: 'choice', choices, schema: v.picklist(values, takes), takes };
}

export function toggle(spec: Texts & { default: boolean }): SwitchSetting {
  return { ...spec, kind: 'switch', schema: v.boolean('on or off'), takes: 'on or off' };
}

const WEIGHT: Range = { from: 0, to: 1e6 };

/** A weight for each of some names; `some`: at least one above 0; `examples`: two names that everybody can use. */
export function weights<Name extends string>(
  names: Readonly<Record<Name, string>>,
  {
    some = false,
    examples,
    ...spec
  }: Texts & { default: Weights<Name>; some?: boolean; examples?: readonly [NoInfer<Name>, NoInfer<Name>] },
): WeightsSetting<Name> {
  const known = Object.keys(names);
  const [first, last] = examples ?? [known[0], known[known.length - 1]];
  const takes = `weights such as ${first}=1,${last}=0.5`;
  const check = v.rawCheck<Weights<Name>>(({ dataset, addIssue }) => {
    const problem = dataset.typed ? weightsProblem(dataset.value as Weights, known, some) : null;
    if (problem) addIssue({ message: problem });
  });
  return { ...spec, kind: 'weights', names, schema: v.pipe(v.custom<Weights<Name>>(isPlainObject, takes), check), takes };
}

function weightsProblem(given: Weights, known: readonly string[], some: boolean): string | null {
  const entries = Object.entries(given);
  const unknown = entries.find(([name]) => !known.includes(name));
  if (unknown) return `weights of ${known.join(', ')}; there is no “${unknown[0]}”`;
  const bad = entries.find(([, weight]) => !v.is(within(WEIGHT), weight));
  if (bad) return `${range(WEIGHT)} as the weight of ${bad[0]}`;
  return some && !entries.some(([, weight]) => weight > 0) ? 'at least one weight above 0' : null;
}

const SCALES: Range = { from: 1, to: 8, whole: true };
const MOST_STEPS = 16;
const STEPS = 'sizes that grow to 1, such as 0.5x60,1x40';

/** How many sizes, or exactly which; null lets the method choose. */
export function scaleSteps(evaluations: Range, spec: Texts & { default: null }): ScalesSetting {
  const step = v.object({ scale: within({ from: 0.01, to: 1 }, STEPS), evaluations: within(evaluations, STEPS) }, STEPS);
  const steps = v.pipe(v.array(step, STEPS), v.minLength(1, STEPS), v.maxLength(MOST_STEPS, STEPS), v.check(growToFinal, STEPS));
  const takes = `${range(SCALES)}, or ${STEPS}`;
  return { ...spec, kind: 'scales', schema: v.nullable(v.union([within(SCALES), steps], takes)), takes };
}

function growToFinal(steps: ScaleStep[]): boolean {
  return steps.at(-1)?.scale === 1 && steps.every(({ scale }, i) => i === 0 || scale >= steps[i - 1].scale);
}

/** `says`: instead of the range. */
function within(bounds: Range, says = range(bounds)) {
  return v.pipe(
    v.number(says),
    v.minValue(bounds.from, says),
    v.maxValue(bounds.to, says),
    v.check((value) => !bounds.whole || Number.isInteger(value), says),
  );
}

function range({ from, to, whole = false }: Range): string {
  return `a ${whole ? 'whole ' : ''}number from ${plain(from)} to ${plain(to)}`;
}

function plain(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 12, useGrouping: false });
}

function isPlainObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
