import { refuseUnexpected } from '@roadbook/decisions';
import { expectedBy } from './taken.js';

/** -1 is where a stream is that does not exist. */
const refusalAt = (ifMatch: string | undefined, revision: number) =>
  refuseUnexpected(expectedBy(ifMatch), revision);

describe('a command with If-Match', () => {
  it.each([
    ['"12"', 12],
    ['"3", "12"', 12],
    ['"3","12" ,\t"4"', 12],
    ['W/"12", "12"', 12],
    ['"0"', 0],
    ['*', 12],
    ['"a,b", "12"', 12],
    [undefined, 12],
    [undefined, -1],
  ])('%s is taken at revision %d', (ifMatch, revision) => {
    expect(refusalAt(ifMatch, revision)).toBeUndefined();
  });

  it.each([
    ['"11"', 12, 'it is at revision 12'],
    ['W/"12"', 12, 'it is at revision 12'],
    ['"012"', 12, 'it is at revision 12'],
    ['""', 12, 'it is at revision 12'],
    ['""', 0, 'it is at revision 0'],
    ['*', -1, 'it does not exist'],
    ['"12"', -1, 'it does not exist'],
    ['"-1"', -1, 'it does not exist'],
  ])('%s is refused at revision %d', (ifMatch, revision, missing) => {
    expect(refusalAt(ifMatch, revision)).toStrictEqual({
      refused: [{ id: 'revision-expected', missing }],
      revision,
    });
  });
});
