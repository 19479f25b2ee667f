import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { messageTypes } from '../registry.js';
import { breaksIn } from './compatibility.js';
import { jsonSchemaOf, schemaFileOf } from './json-schema.js';

const name = { type: 'string', maxLength: 10, description: 'What people call it.' };
const gate = { type: 'string', enum: ['quality', 'design'] };
const tickets = { type: 'array', items: { type: 'object', properties: { name } } };
const orNull = { anyOf: [name, { type: 'null' }] };
const published = {
  title: 'something-happened',
  type: 'object',
  properties: { name, gate, tickets, orNull },
  required: ['name', 'gate'],
  additionalProperties: false,
};
const withFields = (more: object) => ({
  ...published,
  properties: { ...published.properties, ...more },
});

describe('a version keeps its promise', () => {
  it.each<[string, object]>([
    ['as it is', published],
    ['with an optional field more', withFields({ note: name })],
    ['in other words', { ...withFields({ name: { ...name, description: '' } }), title: '' }],
    ['in another order', { ...published, required: ['gate', 'name'] }],
    [
      'with an optional field more deep inside',
      withFields({
        tickets: { ...tickets, items: { ...tickets.items, properties: { name, gate } } },
      }),
    ],
  ])('%s', (_, now) => {
    expect(breaksIn(published, now)).toStrictEqual([]);
  });
});

describe('a version breaks its promise', () => {
  const { name: _, ...nameless } = published.properties;
  it.each<[string, object, string]>([
    ['without a field', { ...published, properties: nameless }, 'data.name is gone'],
    [
      'with a field that is required',
      { ...withFields({ note: name }), required: ['name', 'gate', 'note'] },
      'required of data is not what it was',
    ],
    [
      'with a field that may be missing now',
      { ...published, required: ['gate'] },
      'required of data is not what it was',
    ],
    [
      'with a tighter limit',
      withFields({ name: { ...name, maxLength: 9 } }),
      'maxLength of data.name is not what it was',
    ],
    [
      'with a limit that there was not',
      withFields({ name: { ...name, minLength: 1 } }),
      'minLength of data.name is not what it was',
    ],
    [
      'with a word less',
      withFields({ gate: { ...gate, enum: ['quality'] } }),
      'enum of data.gate is not what it was',
    ],
    [
      'with a word that readers do not know',
      withFields({ gate: { ...gate, enum: [...gate.enum, 'security'] } }),
      'enum of data.gate is not what it was',
    ],
    [
      'with another type in a list',
      withFields({ tickets: { ...tickets, items: name } }),
      'data.tickets[]',
    ],
    [
      'without null',
      withFields({ orNull: { anyOf: [name] } }),
      'anyOf of data.orNull is not what it was',
    ],
    [
      'with another value beside null',
      withFields({ orNull: { anyOf: [gate, { type: 'null' }] } }),
      'data.orNull',
    ],
    [
      'open to fields that nobody declared',
      { ...published, additionalProperties: true },
      'additionalProperties of data is not what it was',
    ],
  ])('%s', (_, now, says) => {
    expect(breaksIn(published, now).join()).toContain(says);
  });
});

describe('what is published', () => {
  const folder = join(import.meta.dirname, '../../../../openapi/messages');
  const files = readdirSync(folder);
  const schemas = new Map(messageTypes.map((of) => [schemaFileOf(of), jsonSchemaOf(of)]));

  it('is every message', () => {
    expect([...schemas.keys()].filter((file) => !files.includes(file))).toStrictEqual([]);
  });

  it.each(files)('%s is still kept', (file) => {
    const before: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    expect(breaksIn(before, schemas.get(file))).toStrictEqual([]);
  });
});
