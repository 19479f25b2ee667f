import type { SecretShape } from './secret-shape.js';

/** Chat, mail, payment and other services. */
export const serviceTokens: readonly SecretShape[] = [
  {
    name: 'a Slack token',
    looks:
      '`xoxa-`, `xoxb-`, `xoxp-`, `xoxr-`, `xoxs-` and their like, or `xapp-1-`, and at least 10 characters',
    hint: /xox[a-z]-|xapp-/,
    pattern: /xox[a-eoprs]-[\w-]{10}|xapp-\d-[\w-]{10}/g,
  },
  {
    name: 'a chat webhook',
    looks: 'an incoming webhook of Slack, Discord or Microsoft Teams with its secret path',
    hint: /hooks\.slack\.com\/|\/api\/webhooks\/|\.webhook\.office\.com\//,
    pattern:
      /hooks\.slack\.com\/(?:services|workflows|triggers)\/[\w/-]{20}|discord(?:app)?\.com\/api\/webhooks\/\d{5,20}\/[\w-]{20}|\.webhook\.office\.com\/webhookb2\/[\w@-]{20}/g,
  },
  {
    name: 'a Telegram bot token',
    looks: '8 to 10 digits, `:AA` and 33 characters',
    hint: /:AA/,
    pattern: /(?<!\w)\d{8,10}:AA[\w-]{33}(?![\w-])/g,
  },
  {
    name: 'a Discord bot token',
    looks: 'a number in base64, 6 characters and at least 27, joined by dots',
    hint: /[MNO][DTjz][AEIMQUYcgk]/,
    pattern: /(?<![\w-])[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27}/g,
    confirm: isOfNumber,
  },
  {
    name: 'a Stripe key',
    looks:
      '`sk_live_`, `rk_live_`, `sk_test_` or `rk_test_` and at least 10 letters or digits, or `whsec_` and 32',
    hint: /[sr]k_(?:live|test)_|whsec_/,
    pattern: /(?<![A-Za-z0-9])(?:[sr]k_(?:live|test)_[A-Za-z0-9]{10}|whsec_[A-Za-z0-9+/]{32})/g,
  },
  {
    name: 'a SendGrid key',
    looks: '`SG.`, 22 characters, a dot and 43 characters',
    hint: /SG\./,
    pattern: /(?<!\w)SG\.[\w-]{22}\.[\w-]{43}/g,
  },
  {
    name: 'a Mailgun key',
    looks: '`key-` and 32 hexadecimal digits',
    hint: /key-/,
    pattern: /(?<![\w-])key-[0-9a-f]{32}(?![\w-])/g,
  },
  {
    name: 'a Twilio key',
    looks: '`SK` and 32 hexadecimal digits',
    hint: /SK[0-9a-f]/,
    pattern: /(?<!\w)SK[0-9a-f]{32}(?!\w)/g,
  },
  {
    name: 'a Shopify token',
    looks: '`shpat_`, `shpca_`, `shppa_` or `shpss_` and 32 hexadecimal digits',
    hint: /shp(?:at|ca|pa|ss)_/,
    pattern: /shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}/g,
  },
  {
    name: 'an OpenAI or Anthropic key',
    looks: '`sk-proj-`, `sk-svcacct-`, `sk-admin-` or `sk-ant-` and at least 20 characters',
    hint: /sk-(?:proj|svcacct|admin|ant)-/,
    pattern: /(?<![\w-])sk-(?:proj|svcacct|admin|ant)-[\w-]{20}/g,
  },
];

/** The first part of a Discord token is the bot's number. */
function isOfNumber(token: string): boolean {
  const [number = ''] = token.split('.');
  return /^\d{15,21}$/.test(Buffer.from(number, 'base64url').toString('latin1'));
}
