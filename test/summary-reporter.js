/** Ends the output of every test run with one plain line that any reader or machine understands. */
export default class SummaryReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests ? `, ${results.numPendingTests} skipped` : '';
    process.stderr.write('', () => console.log(`${results.numPassedTests} passed, ${failed} failed${skipped}`));
  }
}
