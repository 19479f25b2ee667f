import type { Projection } from '../projection.js';

const projectionName = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const columnName = /^[a-z][A-Za-z0-9]*$/;
const ownColumns = ['key', 'row'];

/** What rows were made by: rows that were made by anything else have to be made anew. */
export const shapeOf = (projections: readonly Projection[]): string =>
  JSON.stringify(
    projections.map(({ name, version, types, streamPrefixes, columns, indexes }) => ({
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
    })),
  );

/** @throws when projections cannot be stored together under their names. */
export function refuseUnfit(projections: readonly Projection[]): void {
  const names = projections.map(({ name }) => name);
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined) throw new Error(`there are two projections called ${twice}`);
  for (const projection of projections) refuseUnfitNames(projection);
}

function refuseUnfitNames({ name, columns, indexes }: Projection): void {
  if (!projectionName.test(name))
    throw new Error(`a projection's name is kebab-case; "${name}" is not`);
  for (const column of Object.keys(columns))
    if (!columnName.test(column) || ownColumns.includes(column))
      throw new Error(`projection ${name} cannot have a column called "${column}"`);
  for (const column of indexes.flat())
    if (!(column in columns))
      throw new Error(`projection ${name} has an index on ${column}, which is no column of it`);
}
