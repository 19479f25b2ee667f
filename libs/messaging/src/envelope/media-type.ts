export const mediaType = {
  structured: 'application/cloudevents+json',
  batch: 'application/cloudevents-batch+json',
  /** What every media type of CloudEvents begins with, in whatever format. */
  anyCloudEvent: 'application/cloudevents',
} as const;

/** A media type without its parameters, in lower case. */
export const essenceOf = (contentType: string | undefined): string =>
  (contentType ?? '').split(';', 1).join('').trim().toLowerCase();
