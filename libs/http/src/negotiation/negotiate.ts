import { notAcceptable } from '../problem/problems.js';

interface Range {
  readonly type: string;
  readonly quality: number;
}

/**
 * The offered media type that a client prefers (RFC 9110, section 12.5.1). Among equals the one offered first,
 * which is also the answer when the client has no preference.
 * @throws Problem 406 that lists what is offered
 */
export function negotiate<const Offer extends string>(
  accept: string | undefined,
  offered: readonly [Offer, ...Offer[]],
): Offer {
  if (accept === undefined || accept.trim() === '') return offered[0];
  const ranges = accept.split(',').map(rangeOf);
  let best: { offer: Offer; quality: number } | undefined;
  for (const offer of offered) {
    const quality = qualityOf(offer, ranges);
    if (quality > (best?.quality ?? 0)) best = { offer, quality };
  }
  if (!best) throw notAcceptable(`ask for ${offered.join(' or ')}`, { offered });
  return best.offer;
}

function rangeOf(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => /^q *=/.test(parameter));
  const quality = weight === undefined ? 1 : Number(weight.replace(/^q *= */, ''));
  return { type, quality: quality >= 0 && quality <= 1 ? quality : 0 };
}

/** The most specific range that covers the offer decides. */
function qualityOf(offer: string, ranges: readonly Range[]): number {
  const covering = [offer, `${offer.split('/')[0] ?? ''}/*`, '*/*'];
  for (const type of covering) {
    const range = ranges.find((one) => one.type === type);
    if (range) return range.quality;
  }
  return 0;
}
