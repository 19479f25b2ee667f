import type { SecretShape } from './secret-shape.js';

/** Forges and package registries: where code and what is built from it is kept. */
export const forgeTokens: readonly SecretShape[] = [
  {
    name: 'a GitHub token',
    looks:
      '`ghp_`, `gho_`, `ghu_`, `ghs_` or `ghr_` and 36 letters or digits, or `github_pat_` and at least 22',
    hint: /gh[pousr]_|github_pat_/,
    pattern: /gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9]{22}/g,
  },
  {
    name: 'a GitLab token',
    looks:
      '`glpat-`, `gldt-`, `glrt-`, `glptt-`, `glcbt-`, `glsoat-` or `glagent-` and 20 characters',
    hint: /glpat-|gldt-|glrt-|glptt-|glcbt-|glsoat-|glagent-/,
    pattern: /gl(?:pat|dt|rt|ptt|cbt|soat|agent)-[\w-]{20}/g,
  },
  {
    name: 'an Atlassian token',
    looks: '`ATATT3` and at least 50 characters, or `ATBB` and 32 letters or digits',
    hint: /ATATT3|ATBB/,
    pattern: /ATATT3[\w=-]{50}|(?<![A-Za-z0-9])ATBB[A-Za-z0-9]{32}/g,
  },
  {
    name: 'an npm token',
    looks: '`npm_` and 36 letters or digits',
    hint: /npm_/,
    pattern: /npm_[A-Za-z0-9]{36}/g,
  },
  {
    name: 'a PyPI token',
    looks: '`pypi-AgE` and at least 30 characters',
    hint: /pypi-AgE/,
    pattern: /pypi-AgE[\w-]{30}/g,
  },
  {
    name: 'a RubyGems key',
    looks: '`rubygems_` and 48 hexadecimal digits',
    hint: /rubygems_/,
    pattern: /rubygems_[0-9a-f]{48}/g,
  },
  {
    name: 'a Docker Hub token',
    looks: '`dckr_pat_` or `dckr_oat_` and at least 20 characters',
    hint: /dckr_[po]at_/,
    pattern: /dckr_[po]at_[\w-]{20}/g,
  },
];
