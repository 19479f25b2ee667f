import { findSecret } from './find-secret.js';

const named = { name: 'setting', value: 'value' };
const shape = 'a secret by its name';
const look = (setting: string, value: unknown) => findSecret({ setting, value }, '', named);

describe('what is a secret by its name', () => {
  it('is found beside the name, with the field in which it stands', () => {
    const settings = [
      { setting: 'timeout', value: 'hunter2hunter2' },
      { setting: 'db.password', value: 'hunter2hunter2' },
    ];
    expect(findSecret({ settings }, '', named)).toStrictEqual({
      field: 'settings[1].value',
      shape,
    });
    expect(findSecret({ settings })).toBeUndefined();
  });

  it.each([
    ...['db.password', 'DB_PASSWORD', 'dbPassword', 'DBPASSWORD', 'mail/passwd', 'redis-pwd'],
    ...['API_TOKEN', 'githubToken', 'authtoken', 'client:secret', 'SECRET_KEY_BASE'],
    ...['api_key', 'apiKey', 'APIKEY', 'stripe.api-key.live', 'PRIVATE_KEY', 'privateKey'],
    ...['password2', 'DB_PASSWORD_PRODUCTION', 'ssh.passphrase'],
  ])('is called %s', (setting) => {
    expect(look(setting, 'hunter2hunter2')).toStrictEqual({ field: 'value', shape });
  });

  it.each([
    ...['timeout', 'tokenizer', 'secretary', 'key', 'monkey', 'public_key', 'max_tokens'],
    ...['token.issuer', 'TOKEN_URL', 'password.policy', 'secretName', 'PASSWORD_ENCODER'],
    ...['api_key_header', 'passwordResetPath', 'jwt.token.audience', 'secret-store'],
  ])('is not called %s', (setting) => {
    expect(look(setting, 'hunter2hunter2')).toBeUndefined();
  });

  it.each([
    ...['hunter2', '0a1b2c'.repeat(10), 'true-ish', '12 monkeys', '1password', '/ not a path'],
    ...['Sup3rS3cret!', 'vaulted', 'a:b', '15'.repeat(16)],
  ])('may be "%s"', (value) => {
    expect(look('api.token', value)).toStrictEqual({ field: 'value', shape });
  });

  it.each([
    ...['', ' ', 'true', 'False', 'off', 'enabled', 'none', 'null', 'required'],
    ...['12', '-1', '0.5', '15m', '1h30m', '30 s', '500ms', '90 days', 'PT15M', '10%'],
    ...['$DB_PASSWORD', '${DB_PASSWORD}', '{{ db.password }}', '<password>', '***'],
    ...['vault:secret/data/db#password', 'op://vault/db/password', 'env:DB_PASSWORD'],
    ...['arn:aws:secretsmanager:eu-central-1:123456789012:secret:db', 'ENC[AES256_GCM,data:x]'],
    ...['/run/secrets/db', './db.key', '~/.ssh/id_ed25519', String.raw`C:\keys\db.pem`],
    ...['https://vault.example/v1/db', 'file:/run/secrets/db'],
    ...[undefined, null, 5, true, { value: 'hunter2' }],
  ])('is not %j', (value) => {
    expect(look('db.password', value)).toBeUndefined();
  });

  it('goes by what it looks like where it has a shape of its own', () => {
    const token = `ghp_${'a1B2'.repeat(9)}`;
    expect(look('API_TOKEN', token)).toStrictEqual({ field: 'value', shape: 'a GitHub token' });
  });
});
