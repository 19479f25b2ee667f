import { Is, madeId, ProjectPath } from '@roadbook/api';

export class EntryPath extends ProjectPath {
  /**
   * The entry, by its id.
   * @example '6fa459ea-ee8a-5ca4-894e-db77e160355e'
   */
  @Is(madeId)
  entry: string;
}
