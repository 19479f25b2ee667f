import type { LoggerService } from '@nestjs/common';

/** What Nest says of an error at the start before it throws it. */
const contextsOfThrown: readonly unknown[] = ['ExceptionHandler', 'NestApplication'];

/** The same logger, without what is thrown at the start besides: whoever catches it says it once. */
export const startingLogger = (logger: LoggerService): LoggerService =>
  new Proxy(logger, {
    get(target, name): unknown {
      if (name !== 'error') {
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      }
      return (message: unknown, ...more: unknown[]) => {
        if (!contextsOfThrown.includes(more.at(-1))) target.error(message, ...more);
      };
    },
  });
