/** Put together here, so that no file ever holds one. */
export const split = (...parts: string[]) => parts.join('');
const part = (length: number, alphabet = 'aB3') => alphabet.repeat(length).slice(0, length);
export const hex = (length: number) => part(length, '0a1b2c');
export const base64url = (value: unknown) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/** Of every shape, by its name, some texts that have it. */
export const samples: Readonly<Record<string, readonly string[]>> = {
  'a private key': [
    ...['', 'RSA ', 'EC ', 'OPENSSH ', 'ENCRYPTED '].map(
      (kind) => `-----BEGIN ${kind}${split('PRI', 'VATE')} KEY-----\nMII`,
    ),
    `-----BEGIN PGP ${split('PRI', 'VATE')} KEY BLOCK-----`,
    ['PuTTY-User-Key-File', '3: ssh-ed25519'].join('-'),
  ],
  'an age private key': [['AGE-SECRET-KEY', `1${part(58, 'QP7')}`].join('-')],
  'a JSON Web Token': [
    [base64url({ alg: 'ES256', typ: 'JWT' }), base64url({ sub: 'ana' }), part(86)].join('.'),
    [base64url({ typ: 'JWT', alg: 'none' }), base64url({ sub: 'ana' }), ''].join('.'),
  ],
  'an authorization header': [
    `curl -H "Authorization: ${split('Bea', 'rer')} ${part(20)}" https://example.org`,
    `authorization:${split('bas', 'ic')} ${part(24)}==`,
  ],
  'a password in a URL': [
    ['postgres://app', 'hunter2@db.example.org/prod'].join(':'),
    ['https://ana', 'p$w@example.org'].join(':'),
    ['redis://', 'hunter2@cache'].join(':'),
  ],
  'an AWS access key id': [`AKIA${part(16, 'Q7')}`, `ASIA${part(16, 'Z2')}`],
  'a Google API key': [`AIza${part(35)}`],
  'a Google OAuth secret': [`GOCSPX-${part(28)}`, `ya29.${part(60)}`],
  'an Azure key': [
    `AccountName=x;${split('Acc', 'ountKey')}=${part(86)}==`,
    `${split('Sha', 'redAccessKey')}=${part(43)}=`,
  ],
  'an Azure shared access signature': [
    `https://x.blob.core.windows.net/a?sv=2024-01-01&${split('sig', '')}=${part(43)}%3D`,
  ],
  'an Azure client secret': [`${part(3)}8Q~${part(34)}`],
  'a DigitalOcean token': [`dop_v1_${hex(64)}`],
  'a HashiCorp token': [`hvs.${part(90)}`, `${part(14)}.atlasv1.${part(60)}`],
  'a Databricks token': [`dapi${hex(32)}`],
  'a Grafana token': [`glsa_${part(32)}_${hex(8)}`, `glc_${part(60)}`],
  'a GitHub token': [
    ...['ghp', 'gho', 'ghu', 'ghs', 'ghr'].map((kind) => `${kind}_${part(36)}`),
    `github_pat_${part(22)}_${part(59)}`,
  ],
  'a GitLab token': ['pat', 'dt', 'rt', 'ptt', 'cbt', 'soat', 'agent'].map(
    (kind) => `gl${kind}-${part(20)}`,
  ),
  'an Atlassian token': [`ATATT3x${part(180)}`, `ATBB${part(32)}`],
  'an npm token': [`//registry.example.org/:_authToken=npm_${part(36)}`],
  'a PyPI token': [`pypi-AgE${part(60)}`],
  'a RubyGems key': [`rubygems_${hex(48)}`],
  'a Docker Hub token': [`dckr_pat_${part(27)}`],
  'a Slack token': [
    ...['a', 'b', 'p', 'r', 's'].map((kind) => `xox${kind}-${part(12, '123')}-${part(24)}`),
    `xapp-1-${part(30)}`,
  ],
  'a chat webhook': [
    `https://hooks.slack.com/${split('ser', 'vices')}/T${part(8)}/B${part(8)}/${part(24)}`,
    `https://discord.com/api/${split('web', 'hooks')}/123456789012345678/${part(68)}`,
    `https://example.webhook.office.com/${split('web', 'hookb2')}/${hex(36)}@${hex(36)}`,
  ],
  'a Telegram bot token': [['123456789', `AA${part(33)}`].join(':')],
  'a Discord bot token': [
    [Buffer.from('123456789012345678').toString('base64url'), part(6), part(38)].join('.'),
  ],
  'a Stripe key': [
    ...['sk_live', 'rk_live', 'sk_test'].map((kind) => `${kind}_${part(24)}`),
    `whsec_${part(32)}`,
  ],
  'a SendGrid key': [['SG', part(22), part(43)].join('.')],
  'a Mailgun key': [`key-${hex(32)}`],
  'a Twilio key': [`SK${hex(32)}`],
  'a Shopify token': [`shpat_${hex(32)}`],
  'an OpenAI or Anthropic key': [`sk-proj-${part(40)}`, `sk-ant-${part(40)}`],
  'a password in a connection string': [
    ['Server=db;User Id=sa;Password', 'Sup3rS3cret!;'].join('='),
    ['ConnectionString=Server=db;PWD', 'hunter2'].join('='),
    ['Password', 'hunter2;Server=db'].join('='),
    ['jdbc:sqlserver://db:1433;user=sa; password', 'hunter2'].join(' = '),
    ['host=db user=app password', 'hunter2 dbname=shop'].join('='),
    ['password', 'hunter2 host=db'].join('='),
  ],
  'a credential in a query': [
    ['jdbc:postgresql://db/x?user=a&password', 'hunter2hunter2'].join('='),
    ['https://ci.example/?access_token', hex(32)].join('='),
    ['https://ci.example/hook?job=7&API-Key', hex(20)].join('='),
    ['https://ci.example/#id_token', part(24)].join('='),
    ['https://ci.example/?client_secret', 'hunter2'].join('='),
  ],
};
