import { developmentIssuer } from '@roadbook/process';
import type { Clock } from '@roadbook/process';
import { developmentKey } from './development-keys.js';
import { signToken } from './sign-token.js';
import type { TokenHolder } from './sign-token.js';

export interface DevelopmentToken extends TokenHolder {
  /** Where the service keeps its data; the key is made there when there is none. */
  readonly dataFolder: string;
  readonly clock?: Clock;
}

/** Signs a token that a service in development mode accepts when it keeps its data in the same folder. */
export const signDevelopmentToken = ({ dataFolder, ...token }: DevelopmentToken): Promise<string> =>
  signToken({ ...token, key: developmentKey(dataFolder), issuer: developmentIssuer });
