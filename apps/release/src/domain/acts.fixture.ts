export * from '@roadbook/decider/acting';

export const strictlyEqual = (actual: unknown, expected: unknown): void => {
  expect(actual).toStrictEqual(expected);
};
