import * as der from './der.js';

const hex = (bytes: Buffer) => bytes.toString('hex');

// Examples of ITU-T X.690, of RFC 5280 and of widely known certificates.
describe('DER', () => {
  it.each([
    ['1.2.840.113549.1.1.11', '06092a864886f70d01010b'],
    ['2.5.29.17', '0603551d11'],
    ['1.3.6.1.5.5.7.3.1', '06082b06010505070301'],
  ])('writes the object identifier %s', (dotted, written) => {
    expect(hex(der.objectIdentifier(dotted))).toBe(written);
  });

  it.each([
    [127, '047f'],
    [128, '048180'],
    [255, '0481ff'],
    [256, '04820100'],
    [65_536, '0483010000'],
  ])('writes a length of %i bytes', (length, start) => {
    const written = der.octetString(Buffer.alloc(length));
    expect(hex(written.subarray(0, start.length / 2))).toBe(start);
    expect(written).toHaveLength(start.length / 2 + length);
  });

  it('writes an integer so that it is not taken for a negative one', () => {
    expect(hex(der.integer(Buffer.from([0x7f])))).toBe('02017f');
    expect(hex(der.integer(Buffer.from([0x80])))).toBe('02020080');
  });

  it('writes years up to 2049 with two digits, and those behind with four', () => {
    const told = (at: string) => der.time(new Date(at)).toString('latin1').slice(2);
    expect(told('2049-12-31T23:59:59.000Z')).toBe('491231235959Z');
    expect(told('2050-01-01T00:00:00.000Z')).toBe('20500101000000Z');
  });
});
