/** What a verdict of the demo rests on. */
export const evidence = (what: string) => ({ note: `${what}, as the pipeline reported it` });
