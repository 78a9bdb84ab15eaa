/* An unexpected warning or error fails the test that caused it; a test that expects one says so by mocking the console itself. */
import { afterEach, beforeEach, jest } from '@jest/globals';

let spies: jest.SpiedFunction<typeof console.error>[] = [];

beforeEach(() => {
  spies = [jest.spyOn(console, 'error'), jest.spyOn(console, 'warn')].map((spy) =>
    (spy as jest.SpiedFunction<typeof console.error>).mockImplementation(() => undefined),
  );
});

afterEach(() => {
  const said = spies.flatMap((spy) => spy.mock.calls.map((call) => call.map(String).join(' ')));
  spies.forEach((spy) => spy.mockRestore());
  if (said.length > 0) throw new Error(`Unexpected on the console:\n${said.join('\n')}`);
});
