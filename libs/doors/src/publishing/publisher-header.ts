/** What begins like this in the headers of a message was said by Roadbook's own door, of whoever came by it. */
const prefix = 'roadbook-';

/** Who published a message, as their token proved. */
export const publisherHeader = { actor: `${prefix}actor`, role: `${prefix}role` } as const;
