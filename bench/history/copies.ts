import type { StoredEvent } from '@roadbook/event-store';
import { templateProject, templateVersion } from './template.js';

/** What is replaced: the project, the version, and the beginning of every id, which has to be another one in each copy. */
const replaced = new RegExp(
  [
    templateProject,
    templateVersion.replaceAll('.', String.raw`\.`),
    '[0-9a-f]{8}(?=(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})',
  ].join('|'),
  'g',
);

export interface Copy {
  /** Its number among all copies. */
  readonly number: number;
  readonly project: string;
  readonly version: string;
  /** The first of its project is the one that registers it. */
  readonly first: boolean;
}

/** Turns the recorded history of one release into that of another one. */
export function copying(template: readonly StoredEvent[]) {
  const text = JSON.stringify(template);
  return ({ number, project, version, first }: Copy): readonly StoredEvent[] => {
    const id = number.toString(16).padStart(8, '0');
    const copied = text.replace(replaced, (found) =>
      found === templateProject ? project : found === templateVersion ? version : id,
    );
    const events = JSON.parse(copied) as StoredEvent[];
    return first ? events : events.filter(({ type }) => type !== 'ProjectRegistered');
  };
}
