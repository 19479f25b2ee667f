/** Nobody provisioned a topic of this name. Nothing was published. */
export class UnknownTopic extends Error {
  override readonly name = 'UnknownTopic';
  constructor(readonly topic: string) {
    super(`there is no topic ${topic}; messaging is opened with the topics that there are`);
  }
}

/** The message exceeds the limit. Nothing of what came with it was published. */
export class MessageTooLarge extends Error {
  override readonly name = 'MessageTooLarge';
  constructor(topic: string, bytes: number, bytesMax: number) {
    super(`a message for ${topic} has ${bytes} bytes; a message has at most ${bytesMax}`);
  }
}

/** The broker can't be reached or refuses. What was to be published may or may not have been taken; publishing it again is safe. */
export class MessagingUnavailable extends Error {
  override readonly name = 'MessagingUnavailable';
}

/** No message has this mark: it was made up, or it is of another broker or another file. */
export class UnknownMark extends Error {
  override readonly name = 'UnknownMark';
  constructor(topic: string) {
    super(
      `no message of ${topic} has this mark; read from the beginning, or from a mark that was given`,
    );
  }
}
