/** The command line itself is wrong: exit code 2 and a hint, no stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
