import { writeSync } from 'node:fs';

/* Says in one last line how it went, for whoever reads the output by machine. A file that could not run at all counts as one failure. */
export default class ClosingLine {
  onRunComplete(_contexts, { numPassedTests: passed, numFailedTests, numRuntimeErrorTestSuites }) {
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    // Jest's own summary comes after every other reporter, so the last word is spoken on the way out.
    process.once('exit', () => writeSync(process.stderr.fd, `\n${passed} passed, ${failed} failed\n`));
  }
}
