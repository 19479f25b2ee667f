const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Of any version, in either case (RFC 9562, section 4). */
export const isUuid = (text: string): boolean => uuid.test(text);
