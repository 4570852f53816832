import { parseArgs, type ParseArgsConfig } from 'node:util';

/** What the user typed is wrong; the message is one line that says what to do. Exit status 2. */
export class UsageError extends Error {}

type OptionSpec = NonNullable<ParseArgsConfig['options']>;

export function parseFlags<T extends OptionSpec>(spec: T, args: string[]) {
  try {
    return parseArgs({ options: spec, args, strict: true, allowPositionals: false, allowNegative: true }).values;
  } catch (error) {
    throw new UsageError(firstSentence(error instanceof Error ? error.message : String(error)));
  }
}

function firstSentence(message: string): string {
  return `${message.split(/\. |\n/)[0].replace(/\.$/, '')}; see --help for all flags.`;
}

/** `needs` completes the sentence, such as “a number from 0 to 1”. */
export function needed(flag: string, needs: string, text?: string): UsageError {
  return new UsageError(`--${flag} needs ${needs}${text === undefined ? '' : `, not “${text}”`}.`);
}

interface Range {
  minimum: number;
  maximum?: number;
  whole?: boolean;
}

export function numberFlag(name: string, text: string, { minimum, maximum = Infinity, whole = false }: Range): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (Number.isFinite(value) && value >= minimum && value <= maximum && (!whole || Number.isInteger(value))) return value;
  const range = maximum === Infinity ? `of at least ${minimum}` : `from ${minimum} to ${maximum}`;
  throw needed(name, `a ${whole ? 'whole ' : ''}number ${range}`, text);
}

export function choiceFlag<T extends string>(name: string, text: string, choices: readonly T[]): T {
  const choice = choices.find((candidate) => candidate === text);
  if (!choice) throw needed(name, `one of ${choices.join(', ')}`, text);
  return choice;
}
