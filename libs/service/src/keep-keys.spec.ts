import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readConfiguration } from '@roadbook/process';
import { filesOf } from './files.js';
import { keepKeys } from './keep-keys.js';

const release = { name: 'release' };
const environment = { name: 'environment', keys: ['settingsKey'] } as const;

describe('the keys that events rest on', () => {
  let dataFolder: string;
  beforeEach(() => {
    dataFolder = mkdtempSync(join(tmpdir(), 'roadbook-'));
  });
  afterEach(() => {
    rmSync(dataFolder, { recursive: true });
  });

  const start = (services: Parameters<typeof keepKeys>[0], set: Record<string, string> = {}) => {
    keepKeys(services, readConfiguration({ ROADBOOK_DATA: dataFolder, ...set }));
    for (const { name } of services) {
      const { events } = filesOf(name, dataFolder);
      mkdirSync(dirname(events), { recursive: true });
      writeFileSync(events, '');
    }
  };
  const lose = (file: string) => {
    rmSync(join(dataFolder, file));
  };

  it('are made at the first start, and stay', () => {
    start([release, environment]);
    const made = () =>
      ['actor.key', 'settings.key'].map((file) => readFileSync(join(dataFolder, file), 'utf8'));
    const before = made();
    start([release, environment]);
    expect(made()).toStrictEqual(before);
  });

  it('are made service by service, where each runs by itself', () => {
    start([release]);
    expect(readdirSync(dataFolder)).toStrictEqual(['actor.key', 'release']);
    start([environment]);
    expect(readdirSync(dataFolder)).toContain('settings.key');
  });

  it('are not made anew: a start without the key of ids is refused, also that of another service', () => {
    start([release]);
    lose('actor.key');
    for (const service of [release, environment])
      expect(() => {
        start([service]);
      }).toThrow(`${join(dataFolder, 'actor.key')} is missing`);
    expect(readdirSync(dataFolder)).toStrictEqual(['release']);
  });

  it('are not made anew: a start without the key of settings is refused', () => {
    start([environment]);
    lose('settings.key');
    expect(() => {
      start([environment]);
    }).toThrow('set ROADBOOK_SETTINGS_KEY to the key that was in it');
    start([release]);
  });

  it('are not missed where they are set', () => {
    start([environment]);
    lose('actor.key');
    lose('settings.key');
    const key = 'ab'.repeat(32);
    start([environment], { ROADBOOK_ACTOR_KEY: key, ROADBOOK_SETTINGS_KEY: key });
    expect(readdirSync(dataFolder)).toStrictEqual(['environment']);
  });
});
