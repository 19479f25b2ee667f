import type { Projection } from '../projection.js';

const projectionName = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const columnName = /^[a-z][A-Za-z0-9]*$/;
const indexName = /^[a-z0-9-]+( [a-z0-9-]+)*$/;
const ownColumns = ['key', 'row', 'searched'];

/** What rows were made by: rows that were made by anything else have to be made anew. */
export const shapeOf = (projections: readonly Projection[]): string =>
  JSON.stringify(
    projections.map(({ name, version, types, streamPrefixes, columns, indexes, searched }) => ({
      name,
      version,
      types,
      streamPrefixes,
      columns: Object.entries(columns).map(([column, { type, nullable = false }]) => [
        column,
        type,
        nullable,
      ]),
      indexes,
      ...(searched && { searched: Object.keys(searched.texts) }),
    })),
  );

/** @throws when projections cannot be stored together under their names. */
export function refuseUnfit(projections: readonly Projection[]): void {
  const names = projections.map(({ name }) => name);
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined) throw new Error(`there are two projections called ${twice}`);
  for (const projection of projections) refuseUnfitNames(projection);
}

function refuseUnfitNames({ name, columns, indexes, searched }: Projection): void {
  if (!projectionName.test(name))
    throw new Error(`a projection's name is kebab-case; "${name}" is not`);
  for (const column of Object.keys(columns))
    if (!columnName.test(column) || ownColumns.includes(column))
      throw new Error(`projection ${name} cannot have a column called "${column}"`);
  for (const column of indexes.flat())
    if (!(column in columns))
      throw new Error(`projection ${name} has an index on ${column}, which is no column of it`);
  for (const text of Object.keys(searched?.texts ?? {}))
    if (!columnName.test(text))
      throw new Error(`projection ${name} cannot have a searched text called "${text}"`);
}

/** @throws TypeError for a name that is not made of words in lower case: rows can't be found in such an index. */
export function refuseUnfitIndex(name: string): void {
  if (!indexName.test(name))
    throw new TypeError(
      `an index that is searched is called by words in lower case, not "${name}"`,
    );
}
