import { cellsOf } from '../conformance';
import type { EditorEntry } from '../entry';

/** What is used of Jest's report. */
export interface JestReport {
  testResults: {
    message: string;
    assertionResults: { ancestorTitles: string[]; title: string; status: string; failureMessages: string[] | null }[];
  }[];
}

/** "pass", "fail: …" or "not applicable: …" by editor and check. */
export type ConformanceResults = Record<string, Record<string, string>>;

/** Each fault is a check of its own; "faults" sums them up. */
export function resultsOf(entries: readonly EditorEntry[], report: JestReport): ConformanceResults {
  const assertions = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  return Object.fromEntries(
    entries.map((entry) => {
      const outcomeOf = (name: string): string => {
        const assertion = assertions.find(
          ({ ancestorTitles, title }) => title === name && ancestorTitles[0] === `${entry.id} (${entry.kind})`,
        );
        if (!assertion)
          return `fail: it was not run${report.testResults[0]?.message ? ` (${firstLine(report.testResults[0].message)})` : ''}`;
        return assertion.status === 'passed' ? 'pass' : `fail: ${firstLine(assertion.failureMessages?.[0] ?? assertion.status)}`;
      };
      const results = cellsOf(entry).map(({ name, reason }) => [name, reason === null ? outcomeOf(name) : `not applicable: ${reason}`]);
      const faults = results.filter(([name]) => name.startsWith('fault: '));
      return [entry.id, { ...Object.fromEntries(results), faults: sumUp(faults.map(([, result]) => result)) }];
    }),
  );
}

function sumUp(results: string[]): string {
  const failed = results.filter((result) => result.startsWith('fail'));
  return failed.length === 0 ? 'pass' : `fail: ${failed.length} of ${results.length} faults`;
}

function firstLine(message: string): string {
  // The colours of a terminal.
  const lines = message
    .replace(/\u001b\[[0-9;]*m/g, '')
    .split('\n')
    .map((line) => line.trim());
  return lines.find((line) => line !== '') ?? 'unknown';
}
