/** An instruction of a Dockerfile and what stands behind it. */
export interface Instruction {
  name: string;
  text: string;
}

/** One a line, as ours are. */
export function instructionsOf(dockerfile: string): Instruction[] {
  const lines = dockerfile.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [, name = '', text = ''] = /^([A-Z]+) (.+)$/.exec(line) ?? [];
    return { name, text };
  });
}

/** The one of a page: a block of code that begins with FROM. */
export function dockerfileIn(page: string): string | null {
  return /```\n(FROM [^]*?)```/.exec(page)?.[1] ?? null;
}
