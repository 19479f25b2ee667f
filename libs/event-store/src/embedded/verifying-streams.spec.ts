import { hashOf } from '../seal.js';
import { copyOf, inOrder, inStream, TamperedFile } from './tampered-file.fixture.js';
import { temporaryFolder } from './temporary-folder.fixture.js';

describe('verify, in each stream', () => {
  const folder = temporaryFolder();
  let files = 0;
  let file: TamperedFile;
  beforeEach(async () => {
    file = await TamperedFile.at(folder.file(`events-${files++}.db`));
  });
  afterAll(() => {
    folder.remove();
  });

  it('finds nothing in a store that nobody touched', async () => {
    expect(await file.verified()).toStrictEqual({
      events: 12,
      streams: 3,
      inStream: undefined,
      inOrder: undefined,
    });
  });

  it.each([
    ['type', `'GateReported'`],
    ['schema_version', '2'],
    ['recorded_at', `'2026-03-01T10:00:00.001Z'`],
    ['occurred_at', `'2026-03-01T10:00:00.000Z'`],
    ['actor', `'actor-2'`],
    ['role', `'cqo'`],
    ['command_id', `'command-2'`],
    ['correlation_id', `'correlation-2'`],
    ['causation_id', `'event-1'`],
    ['id', `'another-id'`],
    ['data', `'{"number":1}'`],
    ['data', `'{"number":0,"more":null}'`],
    ['data', `'[]'`],
    ['data', `'{"half":"\\ud800"}'`],
    ['hash', `'${'0'.repeat(64)}'`],
  ])('finds a changed %s: %s', async (column, value) => {
    file.tamper(`UPDATE events SET ${column} = ${value} WHERE position = 4`);
    const { inStream: misfit } = await file.verified();
    const changed = column === 'id' ? { id: 'another-id' } : {};
    expect(misfit).toStrictEqual(file.misfit(4, inStream.exchanged, changed));
  });

  it('finds data that is no JSON any more, and reads no further', async () => {
    file.tamper(`UPDATE events SET data = '{"number":' WHERE position = 4`);
    expect(await file.verified()).toStrictEqual({
      events: 4,
      streams: 3,
      inStream: file.misfit(4, 'its data is no JSON: it was changed'),
      inOrder: undefined,
    });
  });

  it('finds an event that was written anew with a hash that fits, by the one behind it', async () => {
    const forged = { ...file.events[4]!, actor: 'actor-2' };
    const hash = hashOf(forged, file.events[1]!.hash);
    file.tamper(`UPDATE events SET actor = 'actor-2', hash = '${hash}' WHERE position = 4`);
    const result = await file.verified();
    expect(result.inStream).toStrictEqual(file.misfit(7, inStream.exchanged));
    expect(result.inOrder).toStrictEqual(file.misfit(4, inOrder.exchanged));
  });

  it('finds a removed event', async () => {
    file.tamper('DELETE FROM events WHERE position = 4');
    expect(await file.verified()).toStrictEqual({
      events: 11,
      streams: 3,
      inStream: file.misfit(7, inStream.missing(1)),
      inOrder: file.misfit(5, inOrder.empty(4)),
    });
  });

  it('finds a removed event when those behind it moved up', async () => {
    file.tamper(
      'DELETE FROM events WHERE position = 4',
      `UPDATE events SET revision = revision - 1 WHERE stream = 'b' AND revision > 1`,
      'UPDATE events SET position = position - 1 WHERE position > 4',
    );
    const result = await file.verified();
    expect(result.inStream).toStrictEqual(
      file.misfit(7, inStream.exchanged, { position: 6, revision: 1 }),
    );
    expect(result.inOrder).toStrictEqual(file.misfit(5, inOrder.exchanged, { position: 4 }));
  });

  it('finds the first event of a stream removed', async () => {
    file.tamper('DELETE FROM events WHERE position = 1');
    expect((await file.verified()).inStream).toStrictEqual(file.misfit(4, inStream.missing(0)));
  });

  it('finds two events of a stream in exchanged places', async () => {
    file.tamper(
      'UPDATE events SET position = 100 WHERE position = 3',
      'UPDATE events SET position = 3 WHERE position = 6',
      'UPDATE events SET position = 6 WHERE position = 100',
    );
    const result = await file.verified();
    expect(result.inStream).toStrictEqual(file.misfit(6, inStream.missing(1), { position: 3 }));
    expect(result.inOrder).toStrictEqual(file.misfit(6, inOrder.exchanged, { position: 3 }));
  });

  it('finds two events of a stream with exchanged revisions', async () => {
    file.tamper(
      'UPDATE events SET revision = 100 WHERE position = 3',
      'UPDATE events SET revision = 1 WHERE position = 6',
      'UPDATE events SET revision = 2 WHERE position = 3',
    );
    expect((await file.verified()).inStream).toStrictEqual(
      file.misfit(3, inStream.missing(1), { revision: 2 }),
    );
  });

  it('finds an inserted event', async () => {
    file.tamper(
      `UPDATE events SET revision = revision + 100 WHERE stream = 'b' AND revision > 1`,
      `UPDATE events SET revision = revision - 99 WHERE revision > 100`,
      `INSERT ${copyOf(4, { position: 12, revision: 2, id: `'inserted'` })}`,
    );
    const result = await file.verified();
    expect(result.inStream).toStrictEqual(file.misfit(7, inStream.missing(2), { revision: 3 }));
    expect(result.inOrder).toStrictEqual(
      file.misfit(4, inOrder.exchanged, { position: 12, revision: 2, id: 'inserted' }),
    );
  });

  it('finds an event that was slipped in before the first position', async () => {
    const forged = { ...file.events[10]!, revision: 4, id: 'inserted' };
    const hash = hashOf(forged, file.events[10]!.hash);
    file.tamper(
      'PRAGMA ignore_check_constraints = ON',
      `INSERT ${copyOf(10, { position: -2, revision: 4, id: `'inserted'`, hash: `'${hash}'` })}`,
    );
    const result = await file.verified();
    expect(result).toMatchObject({ events: 13, inStream: { position: -2, id: 'inserted' } });
  });

  it('finds an event that stands twice', async () => {
    file.tamper(
      'CREATE TABLE copied AS SELECT * FROM events',
      'DROP TABLE events',
      'ALTER TABLE copied RENAME TO events',
      `INSERT ${copyOf(4, { position: 12 })}`,
    );
    expect((await file.verified()).inStream).toStrictEqual(
      file.misfit(4, inStream.early(4), { position: 12 }),
    );
  });
});
