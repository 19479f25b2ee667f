import type { SecurityHeadersOptions } from '@nestjs/common';

/**
 * What protects the Swagger page, and an answer that a browser takes for a page. Nothing is fetched by TLS
 * that came without, so that the page works on loopback, and whoever ends TLS in front of the service decides
 * on Strict-Transport-Security. Headers for browsers of long ago are left out: every answer carries them.
 */
export const securityHeaders: SecurityHeadersOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: "'self'",
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      objectSrc: "'none'",
      baseUri: "'none'",
      frameAncestors: "'none'",
    },
  },
  xFrameOptions: { action: 'deny' },
  strictTransportSecurity: false,
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
};
