import { CHECK_NAMES } from '../conformance';
import { FAULT_NAMES } from '../faults';
import type { ConformanceResults } from './conformance-results';

/** Two tables, checks and faults, then why a cell has no result, and what failed. */
export function formatTables(results: ConformanceResults): string {
  const faults = FAULT_NAMES.map((name) => `fault: ${name}`);
  return [table(results, [...CHECK_NAMES, 'faults'], 'editor'), table(results, faults, 'faults'), reasons(results), failures(results)]
    .filter((part) => part !== '')
    .join('\n\n');
}

function table(results: ConformanceResults, names: string[], title: string): string {
  const header = [title, ...names.map((name) => name.replace('fault: ', ''))];
  const rows = Object.entries(results).map(([editor, checks]) => [editor, ...names.map((name) => wordOf(checks[name]))]);
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => row[column].length)));
  const line = (row: string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd();
  return [line(header), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

function wordOf(result: string): string {
  if (result === 'pass') return 'pass';
  return result.startsWith('fail') ? 'FAIL' : 'n/a';
}

/** Each reason once, with the checks and editors that it stands for. */
function reasons(results: ConformanceResults): string {
  const cells = new Map<string, string[]>();
  for (const [editor, checks] of Object.entries(results)) {
    for (const [name, result] of Object.entries(checks)) {
      if (!result.startsWith('not applicable: ')) continue;
      const key = `${name.replace('fault: ', '')} – ${result.replace('not applicable: ', '')}`;
      cells.set(key, [...(cells.get(key) ?? []), editor]);
    }
  }
  const lines = [...cells].map(([reason, editors]) => `  ${reason} (${editors.join(', ')})`);
  return lines.length === 0 ? '' : ['n/a: not applicable, because', ...lines.sort()].join('\n');
}

function failures(results: ConformanceResults): string {
  return Object.entries(results)
    .flatMap(([editor, checks]) => Object.entries(checks).map(([name, result]) => ({ editor, name, result })))
    .filter(({ name, result }) => result.startsWith('fail') && name !== 'faults')
    .map(({ editor, name, result }) => `${editor}, ${name}: ${result}`)
    .join('\n');
}
