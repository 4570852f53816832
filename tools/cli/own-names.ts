import { UsageError } from './options';

/** Other names that people know a flag by. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([['--padding', '--edges']]);

/** Arguments with every flag under its own name. Throws UsageError where one is given under both. */
export function withOwnNames(args: readonly string[]): string[] {
  for (const [other, own] of OTHER_NAMES) {
    const given = (name: string): boolean => args.some((arg) => arg === name || arg.startsWith(`${name}=`));
    if (given(other) && given(own)) throw new UsageError(`${other} and ${own} are two names of one flag; give one of them.`);
  }
  return args.map((arg) => {
    const [name, ...rest] = arg.split('=');
    const own = OTHER_NAMES.get(name);
    return own === undefined ? arg : [own, ...rest].join('=');
  });
}
