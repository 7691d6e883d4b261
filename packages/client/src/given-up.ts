/** Rejects with the reason for which the caller gave up, whatever that is. */
export function givenUp(signal: AbortSignal): Promise<never> {
  return new Promise(() => signal.throwIfAborted());
}
