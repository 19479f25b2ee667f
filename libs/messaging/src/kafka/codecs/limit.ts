/** What a compressed batch may unfold to. A broker takes 1 MB of it, which can hide gigabytes that no process survives. */
export const unfoldedBytesMax = 64 * 1024 * 1024;

/** @throws Error when there is more */
export function refuseTooLong(bytes: number): void {
  if (bytes > unfoldedBytesMax)
    throw new Error(`a compressed batch unfolds to more than ${unfoldedBytesMax} bytes`);
}
