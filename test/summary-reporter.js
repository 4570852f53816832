/** Ends the output of every test run with one plain line that any reader or machine understands. */
export default class SummaryReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    if (results.numPendingTests > 0) console.log(`${results.numPendingTests} skipped, each with its reason above`);
    process.stderr.write('', () => console.log(`${results.numPassedTests} passed, ${failed} failed`));
  }
}
