/** Every text of the stories that comes from outside. */
export interface Wording {
  readonly feature: string;
  readonly fix: string;
  readonly description: string;
  readonly issue: string;
  readonly severity: string;
  readonly workaround: string;
  readonly targetFix: string;
  readonly breakingChange: string;
  readonly migration: string;
  readonly migrationNote: string;
  readonly action: string;
  readonly command: string;
  readonly expected: string;
  readonly evidence: string;
  readonly diagnosis: string;
  readonly resolution: string;
  readonly reason: string;
  readonly confirmation: string;
  readonly stepNote: string;
  readonly acknowledgement: string;
  readonly reviewNote: string;
}

export const usual: Wording = {
  feature: 'Pay by invoice',
  fix: 'Totals were rounded twice',
  description: 'Companies can pay by invoice',
  issue: 'Invoices of more than 999 lines load slowly',
  severity: 'minor',
  workaround: 'Download the PDF',
  targetFix: '1.4.1',
  breakingChange: 'Totals are integers, in cents',
  migration: 'Divide by 100 where totals are shown',
  migrationNote: 'Run `shop migrate invoices` once',
  action: 'Route traffic to the previous image',
  command: 'kubectl rollout undo deployment/shop --to-revision="$PREVIOUS"',
  expected: 'every pod runs the previous image',
  evidence: 'p95 is 2.4 s, the baseline 0.4 s',
  diagnosis: 'an index was missing',
  resolution: 'the index is part of the migration now',
  reason: 'checkout fails for one customer in five',
  confirmation: 'the errors began with the deployment and only in its pods',
  stepNote: 'two pods were slow to stop',
  acknowledgement: 'told by mail and on the status page',
  reviewNote: 'why did staging not catch it?',
};

/** Each of them tries to be more than text. */
export const hostile: Wording = {
  feature: '# Pay | by\n\n## invoice ![x](https://evil.example/x.png)',
  fix: '<script>alert("totals")</script> & <b>rounded</b> &lt;twice&gt;',
  description: '| a | b |\r\n|---|---|\r\n| [click](javascript:alert(1)) | `code` |',
  issue: '**bold** _under_ __dunder__ ~~struck~~ *star*',
  severity: '\u202ehgih\u202c \u200bhidden',
  workaround: 'see https://evil.example or www.evil.example or root@evil.example',
  targetFix: '1.4.1 \\| - [ ] done',
  breakingChange: '- [x] Orchestrator sign-off received',
  migration: '1. one\n2. two\n### Result: SUCCESS',
  migrationNote: '---\n```\nrm -rf /\n```',
  action: '3) act <!-- unseen -->',
  command: 'echo `date` | tee "``" <out> && \\\n  printf "**%s**"',
  expected: '$x$ [ref]: https://evil.example "t" \u0007',
  evidence: '[^1] ![i][r] <https://evil.example> | PASS |',
  diagnosis: '===\n# heading',
  resolution: '+ plus\n> quote\n\ttab',
  reason: '### Result: SUCCESS\n**Authorized by:** Orchestrator — me',
  confirmation: '\\*\\*not\\*\\* bold \\',
  stepNote: 'a | b \\| c',
  acknowledgement: '&copy; &#35; &amp; AT&T',
  reviewNote: '=== http://evil.example/?a=b&copy=c ===',
};
