/**
 * What a decision may not touch: the same command on the same history has to give the same answer on every
 * machine, today and in ten years. Actor and time come in with the command.
 */
const fromOutside = [
  'process',
  'console',
  'performance',
  'crypto',
  'fetch',
  'globalThis',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
];

/** @type {import('eslint').Linter.Config} */
export const purity = {
  files: ['apps/*/src/domain/**/*.ts', 'libs/decider/src/**/*.ts'],
  ignores: ['**/*.spec.ts', '**/*.fixture.ts'],
  rules: {
    'no-restricted-globals': [
      'error',
      ...fromOutside.map((name) => ({ name, message: 'A domain is pure: nothing from outside.' })),
    ],
    'no-restricted-properties': [
      'error',
      { object: 'Math', property: 'random', message: 'A domain is pure: no randomness.' },
      {
        object: 'Date',
        property: 'now',
        message: 'A domain is pure: time comes with the command.',
      },
      {
        property: 'localeCompare',
        message: 'The order would depend on the machine: compare by <.',
      },
    ],
    'no-restricted-syntax': [
      'error',
      {
        selector:
          "CallExpression[callee.name='Date'], NewExpression[callee.name='Date'][arguments.length!=1]",
        message:
          'A domain is pure: time comes with the command; only `new Date(value)` is a calculation.',
      },
      {
        selector:
          'AwaitExpression, ForOfStatement[await=true], :function[async=true], ImportExpression',
        message: 'A domain is pure: it never waits.',
      },
      {
        selector: "MemberExpression[property.name=/^toLocale/], Identifier[name='Intl']",
        message: 'A domain is pure: nothing that depends on the language of the machine.',
      },
    ],
  },
};
