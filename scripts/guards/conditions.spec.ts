import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conditionsOf } from './conditions.js';

describe('the conditions of the domain', () => {
  const root = mkdtempSync(join(tmpdir(), 'roadbook-conditions-'));
  const domain = 'apps/release/src/domain';
  const write = (file: string, source: string) => {
    writeFileSync(join(root, domain, file), source);
  };

  beforeAll(() => mkdirSync(join(root, domain), { recursive: true }));
  afterAll(() => {
    rmSync(root, { recursive: true });
  });

  it('are read from the sources, whether exported or not', () => {
    write(
      'one.ts',
      "const a = guard(\n  'a-holds', {}, f); export const b = condition<X>('b-holds');",
    );
    write('gates.ts', 'condition(`${gate}-gate-passed`, {}, f)');
    write('one.spec.ts', "guard('only-in-a-spec', {}, f)");
    expect(conditionsOf(root)).toStrictEqual([
      { id: 'quality-gate-passed', file: `${domain}/gates.ts` },
      { id: 'design-gate-passed', file: `${domain}/gates.ts` },
      { id: 'security-gate-passed', file: `${domain}/gates.ts` },
      { id: 'a-holds', file: `${domain}/one.ts` },
      { id: 'b-holds', file: `${domain}/one.ts` },
    ]);
  });

  it('have a name of their own in their domain', () => {
    write('again.ts', "guard('a-holds', {}, f)");
    expect(() => conditionsOf(root)).toThrow(
      `${domain}/again.ts: a-holds names another condition of the domain too`,
    );
    rmSync(join(root, domain, 'again.ts'));
  });

  it('are not passed over where they are named in another way', () => {
    write('two.ts', 'guard(name, {}, f)');
    expect(() => conditionsOf(root)).toThrow(
      `${domain}/two.ts: the id of a condition can't be read at guard(`,
    );
  });
});
