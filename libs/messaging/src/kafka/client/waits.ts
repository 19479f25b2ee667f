/**
 * How long the broker waits for a message before it answers that there is none. What stops or is resumed waits as long; each answer costs who
 * has nothing to do.
 */
export const fetchWaitMs = 500;
