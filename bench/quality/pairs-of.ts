/** A content and a style to measure, by file. */
export interface Pair {
  name: string;
  content: string;
  style: string;
}

/** Every NAME with both NAME-content.* and NAME-style.* among file names. */
export function pairsOf(files: readonly string[]): Pair[] {
  return [...files].sort().flatMap((content) => {
    const name = /^(.+)-content\.(jpe?g|png)$/i.exec(content)?.[1];
    const style = files.find((file) => name !== undefined && file.startsWith(`${name}-style.`) && /\.(jpe?g|png)$/i.test(file));
    return name !== undefined && style ? [{ name, content, style }] : [];
  });
}
