import { CommandDto, Is, IsTime, text, yesOrNo } from '@roadbook/api';
import { noteMax } from '@roadbook/decider';

/** At most 24 hours. */
export class WindowDto extends CommandDto {
  /** @example '2026-03-02T09:00:00+01:00' */
  @IsTime()
  start: string;

  /**
   * The first instant at which it is over.
   * @example '2026-03-02T17:00:00+01:00'
   */
  @IsTime()
  end: string;
}

export class DeclareClientsDto extends CommandDto {
  /** @example false */
  @Is(yesOrNo)
  affected: boolean;

  /** @example 'Nothing that clients see has changed.' */
  @Is(text(noteMax))
  reason: string;
}

export class NoteDto extends CommandDto {
  /** @example 'The newsletter of 2 March announces it.' */
  @Is(text(noteMax))
  note: string;
}
