import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { messageTypes } from '../registry.js';
import { jsonSchemaOf } from './json-schema.js';
import { variationsOf } from './variations.fixture.js';

const ajv = new Ajv2020({ strict: true });
addFormats.default(ajv);

describe.each(messageTypes.map((of) => ({ type: of.type, of })))(
  'the schema of $type',
  ({ of }) => {
    const fits = ajv.compile(jsonSchemaOf(of));

    it('takes the example', () => {
      expect(fits(of.example)).toBe(true);
    });

    it('takes and refuses what the code takes and refuses', () => {
      const judged = variationsOf(of.example).map(({ says, value }) => ({
        says,
        bySchema: fits(value),
        byCode: of.schema.safeParse(value).success,
      }));
      expect(judged.filter(({ bySchema, byCode }) => bySchema !== byCode)).toStrictEqual([]);
      expect(new Set(judged.map(({ byCode }) => byCode)).size).toBe(2);
    });
  },
);
