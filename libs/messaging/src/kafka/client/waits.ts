/** How long the broker waits for a message before it answers that there is none: what stops or is resumed waits as long. */
export const fetchWaitMs = 250;
