import { DoorsModule, messagesTag } from '@roadbook/doors';
import type { DescribedApi } from '@roadbook/http';
import type { Configuration } from '@roadbook/process';
import { ProcessModule } from './process.module.js';
import type { Services } from './service.js';

/** What each service answers: its own routes, and those that every process has. */
export function apisOf(
  [first, ...others]: Services,
  configuration: Configuration,
): readonly [DescribedApi, ...DescribedApi[]] {
  const described = ({ api, module }: Services[number]): DescribedApi => ({
    ...api,
    tags: [...(api.tags ?? []), messagesTag],
    modules: [module(configuration).module, ProcessModule, DoorsModule],
  });
  return [described(first), ...others.map(described)];
}
