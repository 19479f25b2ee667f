/** Tells the process that started jest what failed in each file of each project. */
export default class FailureReporter {
  /**
   * @param {import('@jest/reporters').Test} test
   * @param {import('@jest/reporters').TestResult} result
   */
  onTestResult({ context, path }, { testResults, testExecError }) {
    const failed = testResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => fullName);
    process.send?.({
      project: context.config.displayName?.name,
      file: path,
      failed,
      broken: testExecError?.message,
    });
  }
}
