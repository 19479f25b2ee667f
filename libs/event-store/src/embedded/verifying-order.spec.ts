import { hashOf } from '../seal.js';
import { copyOf, inOrder, TamperedFile } from './tampered-file.fixture.js';
import { temporaryFolder } from './temporary-folder.fixture.js';

describe('verify, in the order of everything', () => {
  const folder = temporaryFolder();
  let files = 0;
  let file: TamperedFile;
  beforeEach(async () => {
    file = await TamperedFile.at(folder.file(`events-${files++}.db`));
  });
  afterAll(() => {
    folder.remove();
  });

  it('finds the last event of a stream written anew', async () => {
    const forged = { ...file.events[10]!, actor: 'actor-2' };
    const hash = hashOf(forged, file.events[7]!.hash);
    file.tamper(`UPDATE events SET actor = 'actor-2', hash = '${hash}' WHERE position = 10`);
    const result = await file.verified();
    expect(result.inStream).toBe(undefined);
    expect(result.inOrder).toStrictEqual(file.misfit(10, inOrder.exchanged));
  });

  it('finds the last event of a stream removed', async () => {
    file.tamper('DELETE FROM events WHERE position = 9');
    const result = await file.verified();
    expect(result.inStream).toBe(undefined);
    expect(result.inOrder).toStrictEqual(file.misfit(10, inOrder.empty(9)));
  });

  it('finds a whole stream removed', async () => {
    file.tamper(`DELETE FROM events WHERE stream = 'b'`);
    expect(await file.verified()).toStrictEqual({
      events: 8,
      streams: 2,
      inStream: undefined,
      inOrder: file.misfit(2, inOrder.empty(1)),
    });
  });

  it('finds events of two streams moved in time', async () => {
    file.tamper(
      'UPDATE events SET position = 100 WHERE position = 3',
      'UPDATE events SET position = 3 WHERE position = 4',
      'UPDATE events SET position = 4 WHERE position = 100',
    );
    const result = await file.verified();
    expect(result.inStream).toBe(undefined);
    expect(result.inOrder).toStrictEqual(file.misfit(4, inOrder.exchanged, { position: 3 }));
  });

  it('finds the last event moved behind a gap', async () => {
    file.tamper('UPDATE events SET position = 9007199254740991 WHERE position = 11');
    expect((await file.verified()).inOrder).toMatchObject({
      stream: 'c',
      wrong: inOrder.empty(11),
    });
  });

  it('finds an event appended by hand, though its hash fits', async () => {
    const forged = { ...file.events[10]!, revision: 4, id: 'inserted' };
    const hash = hashOf(forged, file.events[10]!.hash);
    file.tamper(
      `INSERT ${copyOf(10, { position: 12, revision: 4, id: `'inserted'`, hash: `'${hash}'` })}`,
    );
    const result = await file.verified();
    expect(result.inStream).toBe(undefined);
    expect(result.inOrder).toMatchObject({ position: 12, wrong: inOrder.exchanged });
  });

  it('finds a changed seal over the order', async () => {
    file.tamper(`UPDATE events SET order_seal = hash WHERE position = 5`);
    const result = await file.verified();
    expect(result.inStream).toBe(undefined);
    expect(result.inOrder).toStrictEqual(file.misfit(5, inOrder.exchanged));
  });

  it('cannot show that the newest events were cut off', async () => {
    file.tamper('DELETE FROM events WHERE position > 5');
    expect(await file.verified()).toStrictEqual({
      events: 6,
      streams: 3,
      inStream: undefined,
      inOrder: undefined,
    });
  });
});
