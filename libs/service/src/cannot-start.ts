/** The process can't start, and whoever starts it can mend that: the message names the variable, and says what to do. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
