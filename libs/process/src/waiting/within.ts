/**
 * Waits so long and no longer; what is waited for goes on.
 * @throws what `late` makes, when it takes longer
 */
export async function within<T>(
  limitMs: number,
  awaited: Promise<T>,
  late: () => Error,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(late());
    }, limitMs);
  });
  try {
    return await Promise.race([awaited, over]);
  } finally {
    clearTimeout(timer);
  }
}
