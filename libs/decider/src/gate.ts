export const gates = ['quality', 'design', 'security'] as const;
export type Gate = (typeof gates)[number];

/** The only role that reports a gate. */
export const gateRole = { quality: 'cqo', design: 'cdo', security: 'cso' } as const;
