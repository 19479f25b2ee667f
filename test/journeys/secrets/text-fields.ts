/** What of a schema tells where it takes text. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** The way to a text: the names of fields, and 0 for the first of a list. */
export type Way = readonly (string | 0)[];

/** The ways to every text that this takes, whatever form the text must have. */
export function textFields(schema: Schema, resolve: (ref: string) => Schema): Way[] {
  if (schema.$ref !== undefined) return textFields(resolve(schema.$ref), resolve);
  const { properties = {}, additionalProperties: others, items, type } = schema;
  const choices = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  const within = (step: string | 0, part: Schema) =>
    textFields(part, resolve).map((way): Way => [step, ...way]);
  const ways = [
    ...(takesText(schema) ? [[]] : []),
    ...choices.flatMap((part) => textFields(part, resolve)),
    ...Object.entries(properties).flatMap(([name, part]) => within(name, part)),
    ...(typeof others === 'object' ? within('any-name', others) : []),
    ...(items && (type === undefined || [type].flat().includes('array')) ? within(0, items) : []),
  ];
  return [...new Map(ways.map((way) => [wayTold(way), way])).values()];
}

const takesText = ({ type, ...rest }: Schema): boolean =>
  [type].flat().includes('string') || ('enum' in rest && type === undefined) || 'const' in rest;

/** As refusals tell it: `tickets[0].title`. */
export const wayTold = (way: Way): string =>
  way.map((step, index) => (step === 0 ? '[0]' : index === 0 ? step : `.${step}`)).join('');

/** The value with a text planted at the end of the way, which is made where it is not there. */
export function plant(value: unknown, [step, ...way]: Way, text: string): unknown {
  if (step === undefined) return text;
  if (step === 0) {
    const [first, ...others] = Array.isArray(value) ? (value as unknown[]) : [];
    return [plant(first, way, text), ...others];
  }
  const fields = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  const held = (fields as Readonly<Record<string, unknown>>)[step];
  return { ...fields, [step]: plant(held, way, text) };
}
