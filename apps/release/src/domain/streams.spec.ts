import {
  notificationsStream,
  releaseOfStream,
  releaseStream,
  roadStream,
  streamOf,
  streamPrefixesOf,
  violationsStream,
} from './streams.js';

describe('the streams of a project', () => {
  it('are named after what they decide', () => {
    expect(releaseStream('web', '1.4.0-rc.1')).toBe('release-web@1.4.0-rc.1');
    expect(roadStream('web')).toBe('road-web');
    expect(violationsStream('web')).toBe('violations-web');
    expect(notificationsStream('web')).toBe('notifications-web');
    expect(notificationsStream('web', '1.4.0')).toBe('notifications-web@1.4.0');
  });

  it('are read back', () => {
    expect(streamOf('release-web-app@1.4.0')).toStrictEqual({
      kind: 'release',
      project: 'web-app',
      version: '1.4.0',
    });
    expect(streamOf('road-web')).toStrictEqual({
      kind: 'road',
      project: 'web',
      version: undefined,
    });
    expect(releaseOfStream('release-web@1.4.0')).toStrictEqual({
      project: 'web',
      version: '1.4.0',
    });
  });

  it('do not include those of anybody else', () => {
    expect(streamOf('canary')).toBeUndefined();
    expect(streamOf('road-Web')).toBeUndefined();
  });

  it('all begin with one of the prefixes of their project', () => {
    const streams = [
      releaseStream('web', '1.0.0'),
      roadStream('web'),
      violationsStream('web'),
      notificationsStream('web'),
      notificationsStream('web', '1.0.0'),
    ];
    const begun = streams.map((stream) =>
      streamPrefixesOf('web').some((prefix) => stream.startsWith(prefix)),
    );
    expect(begun).toStrictEqual([true, true, true, true, true]);
  });
});
