import { noteMax } from '@roadbook/decider';
import { Is, Maybe } from '../fields/field.js';
import { text } from '../fields/shape.js';
import { evidenceDigest, link } from '../fields/shapes.js';

/** What a verdict rests on: at least one of a link, a digest and a note. */
export class EvidenceDto {
  /** @example 'https://ci.example/shop/runs/4711' */
  @Maybe()
  @Is(link)
  link?: string;

  /** @example 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' */
  @Maybe()
  @Is(evidenceDigest)
  digest?: string;

  /** @example '1,204 tests passed' */
  @Maybe()
  @Is(text(noteMax))
  note?: string;
}
