/** What a terminal would obey instead of show: control characters, and marks that turn the direction of writing. */
const COMMANDS = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Names and files may hold anything; a line about them holds only what can be seen. */
export function printable(line: string): string {
  return line.replace(COMMANDS, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
}

/** One line for people, on stderr. */
export function say(line: string): void {
  console.error(printable(line));
}
