/** The environments of every project, in the order in which a standard release passes them. */
export const environments = ['dev', 'qa', 'staging', 'production'] as const;
export type Environment = (typeof environments)[number];
