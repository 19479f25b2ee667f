/**
 * Waits so long and no longer; what is waited for goes on.
 * @param late gives what it comes to when it takes longer, or throws why that can't be
 */
export async function within<T, Late>(
  limitMs: number,
  awaited: Promise<T>,
  late: () => Late,
): Promise<T | Late> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limitMs);
  });
  try {
    return await Promise.race([awaited, over.then(late)]);
  } finally {
    clearTimeout(timer);
  }
}
