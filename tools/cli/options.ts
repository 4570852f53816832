import { parseArgs, type ParseArgsConfig } from 'node:util';

/** What the user typed is wrong; the message is one line that says what to do. Exit status 2. */
export class UsageError extends Error {}

type OptionSpec = NonNullable<ParseArgsConfig['options']>;

export function parseFlags<T extends OptionSpec>(spec: T, args: string[]) {
  try {
    return parseArgs({ options: spec, args, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(firstSentence(error instanceof Error ? error.message : String(error)));
  }
}

function firstSentence(message: string): string {
  return `${message.split(/\. |\n/)[0].replace(/\.$/, '')}; see the README for all flags.`;
}

export function numberFlag(name: string, text: string, { minimum, whole = false }: { minimum: number; whole?: boolean }): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (!Number.isFinite(value) || value < minimum || (whole && !Number.isInteger(value))) {
    throw new UsageError(`--${name} must be a ${whole ? 'whole ' : ''}number of at least ${minimum}, not “${text}”.`);
  }
  return value;
}

export function choiceFlag<T extends string>(name: string, text: string, choices: readonly T[]): T {
  const choice = choices.find((candidate) => candidate === text);
  if (!choice) throw new UsageError(`--${name} must be one of ${choices.join(', ')}, not “${text}”.`);
  return choice;
}

/** "relu4_2=1,relu5_1" → { relu4_2: 1, relu5_1: 1 }; nothing → no layers */
export function layersFlag(name: string, text: string): Record<string, number> {
  const weights: Record<string, number> = {};
  if (text === '') return weights;
  for (const part of text.split(',')) {
    const [layer, weight = '1'] = part.split('=').map((piece) => piece.trim());
    if (!/^relu\d_\d$/.test(layer)) throw new UsageError(`--${name} has no layer “${layer}”; write for example relu4_2=1,relu5_1=0.5.`);
    weights[layer] = numberFlag(name, weight, { minimum: 0 });
  }
  return weights;
}

/** The most that a weight may be. */
const MOST_WEIGHT = 1e6;

/** "gram=5,neighbors" → { gram: 5, neighbors: 1 }; names are some of `choices`, and at least one weight is above 0. */
export function weightsFlag<T extends string>(name: string, text: string, choices: readonly T[]): Partial<Record<T, number>> {
  const weights: Partial<Record<T, number>> = {};
  for (const part of text.split(',')) {
    const [key, weight = '1'] = part.split('=').map((piece) => piece.trim());
    const choice = choices.find((candidate) => candidate === key);
    if (!choice) throw new UsageError(`--${name} has no “${key}”; it knows ${choices.join(', ')}, such as ${choices[0]}=1.`);
    const value = numberFlag(name, weight, { minimum: 0 });
    if (value > MOST_WEIGHT) throw new UsageError(`--${name} takes weights from 0 to ${MOST_WEIGHT}, not “${weight}”.`);
    weights[choice] = value;
  }
  if (!choices.some((choice) => (weights[choice] ?? 0) > 0)) {
    throw new UsageError(`--${name} must give at least one of ${choices.join(', ')} a weight above 0.`);
  }
  return weights;
}
