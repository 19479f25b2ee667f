import type { SecretShape } from './secret-shape.js';

export const cloudTokens: readonly SecretShape[] = [
  {
    name: 'an AWS access key id',
    looks: '`AKIA` or `ASIA` and 16 capitals or digits',
    hint: /A[KS]IA/,
    pattern: /(?<![A-Za-z0-9])A[KS]IA[A-Z0-9]{16}(?![A-Za-z0-9])/g,
  },
  {
    name: 'a Google API key',
    looks: '`AIza` and 35 characters',
    hint: /AIza/,
    pattern: /AIza[\w-]{35}/g,
  },
  {
    name: 'a Google OAuth secret',
    looks: '`GOCSPX-` and 28 characters, or `ya29.` and at least 30',
    hint: /GOCSPX-|ya29\./,
    pattern: /GOCSPX-[\w-]{28}|(?<![\w-])ya29\.[\w-]{30}/g,
  },
  {
    name: 'an Azure key',
    looks: '`AccountKey=` or `SharedAccessKey=` and a key in base64',
    hint: /AccountKey=|SharedAccessKey=/,
    pattern: /(?:AccountKey|SharedAccessKey)=[A-Za-z0-9+/]{43}/g,
  },
  {
    name: 'an Azure shared access signature',
    looks: '`sig=` in a query and a signature in base64',
    hint: /\?sig=|&sig=/,
    pattern: /[?&]sig=[\w%+/-]{43}/g,
  },
  {
    name: 'an Azure client secret',
    looks: 'three characters, `8Q~` and 34 more',
    hint: /8Q~/,
    pattern: /(?<![\w~.-])[\w~.-]{3}8Q~[\w~.-]{34}/g,
  },
  {
    name: 'a DigitalOcean token',
    looks: '`dop_v1_`, `doo_v1_` or `dor_v1_` and 64 hexadecimal digits',
    hint: /do[opr]_v1_/,
    pattern: /do[opr]_v1_[0-9a-f]{64}/g,
  },
  {
    name: 'a HashiCorp token',
    looks:
      '`hvs.`, `hvb.` or `hvr.` and at least 24 characters, or a Terraform token with `.atlasv1.`',
    hint: /hv[sbr]\.|\.atlasv1\./,
    pattern: /(?<![\w-])hv[sbr]\.[\w-]{24}|[A-Za-z0-9]{14}\.atlasv1\.[\w-]{60}/g,
  },
  {
    name: 'a Databricks token',
    looks: '`dapi` and 32 hexadecimal digits',
    hint: /dapi[0-9a-f]/,
    pattern: /(?<![A-Za-z0-9])dapi[0-9a-f]{32}(?![A-Za-z0-9])/g,
  },
  {
    name: 'a Grafana token',
    looks: '`glsa_` and 32 letters or digits, or `glc_` and at least 32 characters of base64',
    hint: /glsa_|glc_/,
    pattern: /glsa_[A-Za-z0-9]{32}_[0-9a-fA-F]{8}|(?<!\w)glc_[A-Za-z0-9+/]{32}/g,
  },
];
