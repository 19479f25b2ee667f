import { orFail } from './or-fail.js';

describe('what has to be carried out', () => {
  it('fails where it is refused, with what was tried and every reason', () => {
    const refused = [
      { id: 'open', missing: 'the change is withdrawn' },
      { id: 'known', missing: 'there is no window' },
    ];
    expect(() => {
      orFail({ refused }, 'LapseWindow on shop 1.4.0');
    }).toThrow(
      'LapseWindow on shop 1.4.0 was refused: the change is withdrawn; there is no window',
    );
  });

  it('goes on where it is done, or where there was nothing to do', () => {
    expect(() => {
      orFail({ events: [] }, 'LapseWindow');
    }).not.toThrow();
  });
});
