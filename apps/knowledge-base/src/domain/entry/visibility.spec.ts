import { roles, visibilities } from '@roadbook/decider';
import { audienceOf, maySee } from './visibility.js';

describe('an entry', () => {
  it('is seen by clients where it is published, and by everybody else', () => {
    const seen = (role: (typeof roles)[number]) =>
      visibilities.filter((visibility) => maySee(audienceOf(role), visibility));
    expect(roles.map((role) => [role, seen(role)])).toStrictEqual(
      roles.map((role) => [
        role,
        role === 'client' ? ['deliverable', 'both'] : ['internal', 'deliverable', 'both'],
      ]),
    );
  });
});
