import { randomBytes } from 'node:crypto';
import { request } from 'node:https';

/** A user of the event store, and where it is reached. */
export interface StoreUser {
  readonly host: string;
  readonly port: number;
  readonly name: string;
  readonly password: string;
  /** As PEM: the authority whose certificate the server has to show. */
  readonly authority: string;
}

const answerMs = 5_000;

/** The password that the users of every new server have. */
const everybodyKnows = 'changeit';

/**
 * Takes the passwords away that every new server has: the administrator gets its own, and nobody knows that of `ops` afterwards. Safe to
 * be repeated.
 * @returns whether it is done; where not, the server is not up yet, or knows neither password
 */
export async function takeOver(admin: StoreUser): Promise<boolean> {
  if ((await ask(admin, '/users/$current')) !== 200) {
    const passwords = { currentPassword: everybodyKnows, newPassword: admin.password };
    const first = { ...admin, password: everybodyKnows };
    const changed = await ask(first, `/users/${admin.name}/command/change-password`, passwords);
    if (changed !== 200) return false;
  }
  const newPassword = randomBytes(32).toString('hex');
  return (await ask(admin, '/users/ops/command/reset-password', { newPassword })) === 200;
}

/** Asks the server over HTTPS in the name of the user. @returns the status, undefined where no answer comes */
function ask(user: StoreUser, path: string, body?: object): Promise<number | undefined> {
  return new Promise((resolve) => {
    const sent = request(
      {
        ...{ host: user.host, port: user.port, path, ca: user.authority },
        ...{ auth: `${user.name}:${user.password}`, method: body ? 'POST' : 'GET' },
        headers: { 'Content-Type': 'application/json' },
        signal: AbortSignal.timeout(answerMs),
      },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      },
    );
    sent.on('error', () => {
      resolve(undefined);
    });
    sent.end(body && JSON.stringify(body));
  });
}
