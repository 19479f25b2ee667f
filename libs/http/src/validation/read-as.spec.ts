import { dtoOf, ReadAs, ReadAsA, ReadAsNumber } from './read-as.js';

class Ticket {
  id: string;
}

class Page {
  @ReadAsNumber()
  limit = 50;

  @ReadAs((sent) => String(sent).toUpperCase())
  order = 'up';

  @ReadAsA(() => Ticket)
  tickets: Ticket[];
}

class LongPage extends Page {
  @ReadAs((sent) => `longer than ${String(sent)}`)
  override order = 'down';
}

describe('what is read from a request', () => {
  it('is an object of the class, with what was sent', () => {
    const page = dtoOf(Page, { limit: '12', order: 'down', colour: 'red' });
    expect(page).toBeInstanceOf(Page);
    expect(page).toMatchObject({ limit: 12, order: 'DOWN', colour: 'red' });
  });

  it('has the defaults of the class where nothing was sent', () => {
    expect(dtoOf(Page, {})).toMatchObject({ limit: 50, order: 'up' });
  });

  it.each(['', ' ', '0x10', '1e3', '12.0', 'two', null, ['1', '2']])(
    'leaves %j, which is no number of digits, to the rules',
    (limit) => {
      expect(dtoOf(Page, { limit })).toMatchObject({ limit });
    },
  );

  it('has objects of the class of a field, in a list or not', () => {
    const read = (tickets: unknown) => (dtoOf(Page, { tickets }) as Page).tickets;
    expect(read([{ id: 'T-1' }])[0]).toBeInstanceOf(Ticket);
    expect(read({ id: 'T-1' })).toBeInstanceOf(Ticket);
    expect(read('T-1')).toBe('T-1');
  });

  it('is read as a class inherits it, and otherwise where it says so itself', () => {
    expect(dtoOf(LongPage, { limit: '3', order: 'up' })).toMatchObject({
      limit: 3,
      order: 'longer than up',
    });
  });
});
