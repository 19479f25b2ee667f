import type { Projection } from '../projection.js';
import { accounts, counts, sample } from '../sample/accounts.fixture.js';
import { refuseUnfit, shapeOf } from './shape.js';

const { owner, balance } = accounts.columns;

describe('the shape of projections', () => {
  it.each<[string, readonly Projection[]]>([
    ['a version', [{ ...accounts, version: 2 }]],
    ['a name', [{ ...accounts, name: 'other' }]],
    ['the wanted types', [{ ...accounts, types: ['Opened'] }]],
    ['the wanted streams', [{ ...accounts, streamPrefixes: ['savings-'] }]],
    ['a column', [{ ...accounts, columns: { owner, balance } }]],
    ["a column's type", [{ ...accounts, columns: { ...accounts.columns, note: balance } }]],
    ['an index', [{ ...accounts, indexes: [['balance']] }]],
    ['another projection', [accounts, counts]],
  ])('is another one with another value for %s', (_, projections) => {
    expect(shapeOf(projections)).not.toBe(shapeOf([accounts]));
  });

  it('stays the same when only the code is another', () => {
    expect(shapeOf([{ ...accounts, apply: () => undefined }])).toBe(shapeOf([accounts]));
  });
});

describe('projections to be stored together', () => {
  it('are taken when their names are fit', () => {
    expect(() => {
      refuseUnfit(sample);
    }).not.toThrow();
  });

  it.each<[string, readonly Projection[]]>([
    ['there are two projections called counts', [counts, accounts, counts]],
    [`a projection's name is kebab-case; "Counts" is not`, [{ ...counts, name: 'Counts' }]],
    [`a projection's name is kebab-case; "a"b" is not`, [{ ...counts, name: 'a"b' }]],
    [
      'projection counts cannot have a column called "the-owner"',
      [{ ...counts, columns: { 'the-owner': owner } }],
    ],
    [
      'projection counts cannot have a column called "row"',
      [{ ...counts, columns: { row: owner } }],
    ],
    [
      'projection counts has an index on owner, which is no column of it',
      [{ ...counts, indexes: [['owner']] }],
    ],
  ])('are refused with "%s"', (message, projections) => {
    expect(() => {
      refuseUnfit(projections);
    }).toThrow(new Error(message));
  });
});
