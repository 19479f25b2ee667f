import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A condition as it stands in the sources. */
export interface ConditionInSource {
  readonly id: string;
  /** Path from the top of the repository. */
  readonly file: string;
}

/** The domains of all services. */
const domainsOf = (root: string): string[] =>
  readdirSync(join(root, 'apps'))
    .map((app) => join('apps', app, 'src', 'domain'))
    .filter((domain) => existsSync(join(root, domain)));

/** What stands in for a part of an id that is only known when the code runs. */
const variants: Readonly<Record<string, readonly string[]>> = {
  '${gate}-gate-passed': ['quality-gate-passed', 'design-gate-passed', 'security-gate-passed'],
};

const call = /(?<![\w.])(?:guard|condition)\s*(?:<[^()]*>)?\(/g;
const id = /^\s*(['`])([^'`]+)\1/;

/**
 * Every condition of the domains. Read from the sources, so that none is missing because nobody exports it.
 * @throws when a condition is named in a way that can't be read here, or like another one of its domain.
 */
export const conditionsOf = (root: string): ConditionInSource[] =>
  domainsOf(root).flatMap((domain) => eachOnce(conditionsIn(root, domain)));

const conditionsIn = (root: string, domain: string): ConditionInSource[] =>
  filesOf(root, domain)
    .filter((file) => file.endsWith('.ts') && !/\.(spec|fixture)\.ts$/.test(file))
    .sort()
    .flatMap((file) => idsIn(readFileSync(join(root, file), 'utf8'), file));

/** Two of one id would be removed together, and one of them could be missed by no test. */
function eachOnce(conditions: ConditionInSource[]): ConditionInSource[] {
  const twice = conditions.find(({ id: own }, index) =>
    conditions.some((other, later) => later > index && other.id === own),
  );
  if (twice)
    throw new Error(`${twice.file}: ${twice.id} names another condition of the domain too`);
  return conditions;
}

const filesOf = (root: string, domain: string): string[] =>
  readdirSync(join(root, domain), { recursive: true, encoding: 'utf8' }).map((file) =>
    join(domain, file),
  );

function idsIn(source: string, file: string): ConditionInSource[] {
  return [...source.matchAll(call)].flatMap(({ index, 0: begin }) => {
    const name = id.exec(source.slice(index + begin.length))?.[2];
    const names = name === undefined || !name.includes('${') ? [name] : variants[name];
    if (!names?.[0]) throw new Error(`${file}: the id of a condition can't be read at ${begin}`);
    return names.map((one) => ({ id: one ?? '', file }));
  });
}
