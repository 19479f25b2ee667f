import { environmentsSentences } from './environments-sentences.js';
import { pipelineSentences } from './pipeline-sentences.js';

const sentences: Readonly<Partial<Record<string, (data: never) => string>>> = {
  ...environmentsSentences,
  ...pipelineSentences,
};

/** What happened, as a sentence without its subject. Only its type is said of an event that a newer version has written. */
export function sentenceOf({ type, data }: { type: string; data: object }): string {
  const sentence = sentences[type];
  return sentence ? sentence(data as never) : type;
}
