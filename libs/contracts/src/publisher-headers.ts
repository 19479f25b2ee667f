/**
 * The headers of a message by which Roadbook's own door says who published it, in which role. One that a publisher sets never survives
 * the door.
 */
export const publisherHeaders = { actor: 'roadbook-actor', role: 'roadbook-role' } as const;
