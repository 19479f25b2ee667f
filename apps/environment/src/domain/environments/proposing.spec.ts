import { as } from '../acts.fixture.js';
import {
  agreed,
  change,
  completed,
  environments,
  everywhere,
  limitTo,
  mirrored,
  observed,
  opened,
  driftOf,
  plain,
  proposed,
  found,
  raised,
  withdrawn,
} from './history.fixture.js';
import { about, propose } from './orders.fixture.js';
import { settingsMax } from './settings.js';

const removal = { setting: 'LIMIT', environments: everywhere, to: null };
const rescoped = { setting: 'LIMIT', environments: everywhere, scope: 'environment' } as const;

describe('a configuration change', () => {
  it('is proposed with its diff, and parity before and after', () =>
    environments(mirrored).when(propose()).thenHappens(proposed()));

  it('is proposed once', () => environments(mirrored, proposed()).when(propose()).thenNothing());

  it('lists its environments upwards', () =>
    environments(mirrored)
      .when(propose(['production', 'staging'], [limitTo('20', ['staging', 'production'])]))
      .thenHappens(
        proposed(['staging', 'production'], {
          after: { staging: 'mirrors', qa: 'drifts' },
          drift: [driftOf('LIMIT', 'qa')],
        }),
      ));

  it('shows a line for each content that stands now', () =>
    environments(
      mirrored,
      observed('qa', [plain('LIMIT', '5')], { count: 2 }),
      found(driftOf('LIMIT', 'qa')),
    )
      .when(propose())
      .thenHappens(
        proposed(everywhere, {
          diff: [
            {
              ...{ setting: 'LIMIT', from: { value: '10' }, to: { value: '20' } },
              environments: ['dev', 'staging', 'production'],
            },
            { setting: 'LIMIT', from: { value: '5' }, to: { value: '20' }, environments: ['qa'] },
          ],
          before: { staging: 'mirrors', qa: 'drifts' },
        }),
      ));

  it('leaves out environments in which the setting is so already', () =>
    environments(mirrored, observed('dev', raised, { count: 2 }))
      .when(propose())
      .thenHappens(
        proposed(everywhere, {
          diff: [
            {
              ...{ setting: 'LIMIT', from: { value: '10' }, to: { value: '20' } },
              environments: ['qa', 'staging', 'production'],
            },
          ],
        }),
      ));

  it('takes a setting away', () =>
    environments(mirrored)
      .when(propose(everywhere, [removal]))
      .thenHappens(
        proposed(everywhere, {
          settings: [removal],
          diff: [{ setting: 'LIMIT', from: { value: '10' }, to: null, environments: everywhere }],
        }),
      ));

  it('changes a scope', () =>
    environments(mirrored)
      .when(propose(everywhere, [rescoped]))
      .thenHappens(
        proposed(everywhere, {
          settings: [rescoped],
          diff: [],
          scopes: [{ setting: 'LIMIT', from: 'behaviour', to: 'environment' }],
        }),
      ));

  it('tells the parity that a new scope makes', () =>
    environments(mirrored, observed('qa', raised, { count: 2 }), found(driftOf('LIMIT', 'qa')))
      .when(propose(everywhere, [rescoped]))
      .thenHappens(
        proposed(everywhere, {
          settings: [rescoped],
          diff: [],
          scopes: [{ setting: 'LIMIT', from: 'behaviour', to: 'environment' }],
          before: { staging: 'mirrors', qa: 'drifts' },
        }),
      ));

  it('tells the drift that it leaves behind', () =>
    environments(mirrored)
      .when(propose(['production']))
      .thenHappens(
        proposed(['production'], {
          after: { staging: 'drifts', qa: 'drifts' },
          drift: [driftOf('LIMIT', 'qa'), driftOf('LIMIT', 'staging')],
        }),
      ));

  it('is for a cio', () =>
    environments(mirrored).when(as('cto', propose())).thenRefused('this is for cio, not for cto'));

  it('concerns at least one environment', () =>
    environments(mirrored)
      .when(propose([], [limitTo('20', [])]))
      .thenRefused('a configuration change concerns at least one environment'));

  it('changes at least one setting, and at most 100', () => {
    environments(mirrored)
      .when(propose(everywhere, []))
      .thenRefused('a configuration change changes at least one setting');
    const many = Array.from({ length: 101 }, (_, index) => ({
      ...limitTo('20'),
      setting: `S${String(index)}`,
    }));
    environments(mirrored)
      .when(propose(everywhere, many))
      .thenRefused('a configuration change has at most 100 settings');
    environments(mirrored)
      .when(propose(everywhere, many.slice(1)))
      .thenTypes('ConfigurationChangeProposed');
  });

  it('says what every setting gets, in environments that it concerns, once', () => {
    const refused = (changed: Parameters<typeof propose>[1], sentence: string) =>
      environments(mirrored)
        .when(propose(['dev', 'qa'], changed))
        .thenRefused(sentence);
    refused(
      [{ ...limitTo('20', ['dev']), setting: 'two words' }],
      'the key of a setting is 1 to 200 letters, digits and _ . : / -',
    );
    refused(
      [{ setting: 'LIMIT', environments: ['dev'] }],
      'LIMIT gets neither another content nor another scope',
    );
    refused(
      [limitTo('20', ['staging'])],
      'LIMIT is to change in staging, which this change does not concern',
    );
    refused([limitTo('20', ['dev']), limitTo('30', ['dev'])], 'LIMIT is to change twice in dev');
  });

  it('is refused where there is nothing that it could differ from', () =>
    environments(opened(), observed('dev'))
      .when(propose())
      .thenRefused('the configuration of qa, staging, production was never observed'));

  it('concerns all environments where it changes a scope', () =>
    environments(mirrored)
      .when(propose(['dev'], [{ ...rescoped, environments: ['dev'] }]))
      .thenRefused(
        'a scope holds in every environment, so a change of that of LIMIT concerns all four',
      ));

  it('is refused where nothing would change', () => {
    const sentence = 'nothing would change: every setting stands in these environments as proposed';
    environments(mirrored)
      .when(propose(everywhere, [limitTo('10')]))
      .thenRefused(sentence);
    environments(mirrored)
      .when(propose(everywhere, [{ ...rescoped, scope: 'behaviour' }]))
      .thenRefused(sentence);
  });

  it('is the only one for its settings until it is ended', () => {
    const other = about('another', propose());
    environments(agreed())
      .when(other)
      .thenRefused(`LIMIT is part of the configuration change ${change}, which is not ended`);
    environments(agreed(), withdrawn()).when(other).thenTypes('ConfigurationChangeProposed');
    environments(agreed(), completed()).when(other).thenTypes('ConfigurationChangeProposed');
  });

  it('leaves an environment with at most 2,000 settings', () => {
    const full = Array.from({ length: settingsMax }, (_, index) => plain(`S${String(index)}`, ''));
    environments(opened(), observed('dev', full))
      .when(propose(['dev']))
      .thenRefused('dev would have more than 2000 settings');
  });
});
