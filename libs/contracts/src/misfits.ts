import type { z } from 'zod';

const misfitsMax = 5;

/** What does not fit, a clause for each field: where it is and what it must be. It never repeats a value, nor a name that is not ours. */
export const misfitsIn = ({ issues }: z.ZodError): string =>
  [...new Set(issues.map(({ path, message }) => `${placeOf(path)} ${message}`))]
    .slice(0, misfitsMax)
    .join('; ');

/** Every name on the way is declared, because objects have no other fields: `data.tickets[3].id`. */
const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (place, step) => place + (typeof step === 'number' ? `[${step}]` : `.${String(step)}`),
    'data',
  );
