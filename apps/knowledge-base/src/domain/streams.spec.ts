import {
  entryOfStream,
  entryStream,
  projectStream,
  streamOf,
  streamPrefixesOf,
} from './streams.js';

const entry = '6fa459ea-ee8a-5ca4-894e-db77e160355e';

describe('the streams of a project', () => {
  it('are read back', () => {
    expect(streamOf(entryStream('web-app', entry))).toStrictEqual({ project: 'web-app', entry });
    expect(streamOf(projectStream('web-app'))).toStrictEqual({ project: 'web-app' });
    expect(entryOfStream(entryStream('web', entry))).toStrictEqual({ project: 'web', entry });
  });

  it('do not include those of anybody else', () => {
    expect(streamOf('canary')).toBeUndefined();
    expect(streamOf('project-Web')).toBeUndefined();
    expect(streamOf(`entry-${entry}`)).toBeUndefined();
  });

  it('all begin with one of the prefixes of their project', () => {
    const begun = [entryStream('web', entry), projectStream('web')].map((stream) =>
      streamPrefixesOf('web').some((prefix) => stream.startsWith(prefix)),
    );
    expect(begun).toStrictEqual([true, true]);
  });
});
