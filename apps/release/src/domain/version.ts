import { forms, hasForm } from '@roadbook/decider';

interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  readonly prerelease: readonly string[];
}

export const isVersion = (text: string): boolean => hasForm(forms.semanticVersion, text);

/** The parts of what is a version. */
const parts = /^(\d+)\.(\d+)\.(\d+)(?:-(.+))?$/;

function parse(text: string): Version {
  const [, major, minor, patch, prerelease] = parts.exec(text) ?? [];
  return {
    major: Number(major),
    minor: Number(minor),
    patch: Number(patch),
    prerelease: prerelease === undefined ? [] : prerelease.split('.'),
  };
}

/** Negative, zero or positive by semver precedence. Both must be versions. */
export function compareVersions(left: string, right: string): number {
  const a = parse(left);
  const b = parse(right);
  return (
    a.major - b.major ||
    a.minor - b.minor ||
    a.patch - b.patch ||
    comparePrereleases(a.prerelease, b.prerelease)
  );
}

/** A prerelease comes before its release; identifiers compare one by one, the shorter list first. */
function comparePrereleases(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  for (const [index, identifier] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const order = compareIdentifiers(identifier, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Numeric identifiers compare as numbers and come before the others, which compare as ASCII. */
function compareIdentifiers(a: string, b: string): number {
  const aIsNumber = /^\d+$/.test(a);
  const bIsNumber = /^\d+$/.test(b);
  if (aIsNumber && bIsNumber) return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
  if (aIsNumber !== bIsNumber) return aIsNumber ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** True when `version` is a higher patch of the very same major and minor as `base`. */
export function isHigherPatchOf(version: string, base: string): boolean {
  const a = parse(version);
  const b = parse(base);
  return a.major === b.major && a.minor === b.minor && a.patch > b.patch;
}

/** A breaking change needs a higher major than the version in production; below 1.0.0, a higher minor. */
export function allowsBreakingChange(version: string, inProduction: string): boolean {
  const a = parse(version);
  const b = parse(inProduction);
  return a.major > b.major || (a.major === 0 && b.major === 0 && a.minor > b.minor);
}
