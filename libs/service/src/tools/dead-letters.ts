import { existsSync } from 'node:fs';
import { topics } from '@roadbook/contracts';
import { DeadLetters } from '@roadbook/messaging/dead-letters';
import type { ListedDeadLetter } from '@roadbook/messaging/dead-letters';
import type { Messaging } from '@roadbook/messaging';
import { SqliteMessaging } from '@roadbook/messaging/embedded';
import { readConfiguration, SystemClock } from '@roadbook/process';
import type { Configuration } from '@roadbook/process';
import { sharedFilesIn } from '../files.js';
import { inTerminal } from './in-terminal.js';
import { argumentsOr, endWith } from './options.js';
import { serversOf } from './servers-of.js';
import { inFull, lineOf } from './told-letter.js';

const usage = `Messages that could not be taken, with the reason; with the services running or not.

  npm run dead-letters -- list
  npm run dead-letters -- list --topic roadbook.gates --consumer release
  npm run dead-letters -- show ID
  npm run dead-letters -- replay ID       publishes the message again, when the cause is gone

  --topic NAME     lists only those of this topic
  --consumer NAME  lists only those of this consumer
  --as NAME        who replays it, for the record; by default operator
`;

const options = {
  topic: { type: 'string' },
  consumer: { type: 'string' },
  as: { type: 'string', default: 'operator' },
} as const;

const names = topics.map(({ name }) => name);

/** The command `npm run dead-letters`: exit code 1 where something was asked that can't be. */
export async function tendDeadLetters(): Promise<void> {
  const { positionals, values } = argumentsOr(usage, { options, allowPositionals: true });
  const [deed, id, ...others] = positionals;
  const isWhole = deed === 'list' ? id === undefined : id !== undefined;
  if (!isWhole || others.length > 0 || !isDeed(deed))
    endWith(usage, 'say list, or show or replay with the id of a dead letter');
  if (values.topic !== undefined && !names.includes(values.topic))
    endWith(usage, `there is no such topic; there are ${names.join(', ')}`);
  await inTerminal(() =>
    onMessages(async (letters) => {
      if (deed === 'list') await list(letters, values);
      else await deeds[deed](letters, id ?? '', values.as);
    }),
  );
}

async function onMessages(tend: (letters: DeadLetters) => Promise<void>): Promise<void> {
  const configuration = readConfiguration();
  const messaging = await openMessages(configuration);
  if (!messaging) {
    say(`there are no messages yet in ${configuration.dataFolder}`);
    return;
  }
  try {
    await tend(new DeadLetters(messaging, new SystemClock()));
  } finally {
    await messaging.close();
  }
}

/** What services carry their messages by; `undefined` where there is no file of them yet. */
async function openMessages(configuration: Configuration): Promise<Messaging | undefined> {
  const servers = await serversOf(configuration);
  if (servers) return servers.openExistingMessaging();
  const { messages: file } = sharedFilesIn(configuration.dataFolder);
  return existsSync(file)
    ? SqliteMessaging.open(file, { topics, clock: new SystemClock() })
    : undefined;
}

async function list(
  letters: DeadLetters,
  { topic, consumer }: { topic?: string; consumer?: string },
): Promise<void> {
  const all = await allOf(letters, topic === undefined ? names : [topic]);
  const found = all.filter((letter) => consumer === undefined || letter.consumer === consumer);
  for (const letter of found) say(lineOf(letter));
  say(
    found.length === 0
      ? 'there are no dead letters'
      : `${String(found.length)} dead ${found.length === 1 ? 'letter' : 'letters'}`,
  );
}

const deeds = {
  async show(letters: DeadLetters, id: string): Promise<void> {
    say(inFull(await letters.find(await topicOf(letters, id), id)));
  },

  async replay(letters: DeadLetters, id: string, by: string): Promise<void> {
    const { topic } = await letters.replay(await topicOf(letters, id), id, by);
    say(
      `published to ${topic} again; if it can't be taken this time either, that is another dead letter`,
    );
  },
};

const isDeed = (word: string | undefined): word is 'list' | keyof typeof deeds =>
  word === 'list' || word === 'show' || word === 'replay';

/** @throws Error where there is no such dead letter */
async function topicOf(letters: DeadLetters, id: string): Promise<string> {
  const letter = (await allOf(letters, names)).find((one) => one.id === id);
  if (!letter)
    throw new Error(
      'there is no dead letter with this id; `npm run dead-letters -- list` shows those that there are',
    );
  return letter.topic;
}

async function allOf(letters: DeadLetters, of: readonly string[]): Promise<ListedDeadLetter[]> {
  const all = [];
  for (const topic of of) all.push(...(await letters.list(topic)));
  return all;
}

const say = (text: string) => process.stdout.write(`${text}\n`);
