import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { messageTypes, topics } from '../registry.js';
import { asyncApiDocument } from './asyncapi.js';

interface Refers {
  readonly $ref: string;
}
interface Message {
  readonly name: string;
  readonly payload: Refers;
  readonly examples: readonly { readonly headers: object }[];
}
interface Document {
  readonly channels: Record<string, { address: string; messages: Record<string, Refers> }>;
  readonly operations: Record<string, { action: string; channel: Refers; messages: Refers[] }>;
  readonly components: {
    readonly messages: Record<string, Message>;
    readonly messageTraits: { readonly cloudEvent: { readonly headers: object } };
  };
}

const document = asyncApiDocument('./messages') as unknown as Document;

/** What stands at a reference within the document. */
const at = ({ $ref }: Refers): unknown =>
  $ref
    .slice('#/'.length)
    .split('/')
    .reduce<unknown>((within, step) => (within as Record<string, unknown>)[step], document);

describe('the AsyncAPI document', () => {
  it('has every topic with its messages', () => {
    const channels = Object.values(document.channels).map(({ address, messages }) => ({
      address,
      messages: Object.values(messages).map((one) => (at(one) as Message).name),
    }));
    expect(channels).toStrictEqual(
      topics.map((topic) => ({
        address: topic.name,
        messages: messageTypes.filter((of) => of.topics.includes(topic)).map(({ type }) => type),
      })),
    );
  });

  it('says what Roadbook receives and what it sends', () => {
    const operations = Object.values(document.operations).map(({ action, channel, messages }) => ({
      action,
      of: (at(channel) as { address: string }).address,
      known: messages.every((one) => 'name' in (at(at(one) as Refers) as object)),
    }));
    expect(operations).toStrictEqual(
      topics.flatMap(({ name, direction }) =>
        [
          { action: 'send', of: name, known: true },
          { action: 'receive', of: name, known: true },
        ].filter(({ action }) => direction !== (action === 'send' ? 'in' : 'out')),
      ),
    );
  });

  it('refers to the schema of each message', () => {
    const { payload } = document.components.messages['gate-reported-v1']!;
    expect(payload).toStrictEqual({ $ref: './messages/gate-reported.v1.json' });
  });

  it('has an example of the headers of each message that fits', () => {
    const ajv = new Ajv2020({ strict: true });
    addFormats.default(ajv);
    const fits = ajv.compile(document.components.messageTraits.cloudEvent.headers);
    const misfits = Object.values(document.components.messages).filter(
      ({ examples: [example] }) => !fits(example?.headers),
    );
    expect(misfits).toStrictEqual([]);
  });
});
