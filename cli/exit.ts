/** Exit codes of every command (interfaces.md): 0 done. */
export const EXIT_BAD_INPUT = 1;
export const EXIT_USAGE = 2;
export const EXIT_ALL_FAILED = 3;

/** Ends a command with a code and one line on standard error. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
  constructor(
    message: string,
    readonly exitCode: number = EXIT_BAD_INPUT,
  ) {
    super(message);
  }
}

/** Results go to standard output, all else to standard error. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Tells people something that is no result. */
export function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}
