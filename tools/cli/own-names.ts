import { UsageError } from './options';

/** Other names that people know a flag by. */
const OTHER_NAMES: Record<string, string> = { '--padding': '--edges' };

/** Arguments with every flag under its own name. Throws UsageError where one is given under both. */
export function withOwnNames(args: readonly string[]): string[] {
  for (const [other, own] of Object.entries(OTHER_NAMES)) {
    const given = (name: string): boolean => args.some((arg) => arg === name || arg.startsWith(`${name}=`));
    if (given(other) && given(own)) throw new UsageError(`${other} and ${own} are two names of one flag; give one of them.`);
  }
  return args.map((arg) => {
    const [name, ...rest] = arg.split('=');
    return name in OTHER_NAMES ? [OTHER_NAMES[name], ...rest].join('=') : arg;
  });
}
