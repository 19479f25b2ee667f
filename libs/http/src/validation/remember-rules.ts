import { getMetadataStorage } from 'class-validator';
import type { MetadataStorage } from 'class-validator';

/**
 * class-validator collects the rules of a class anew for every object that it validates, going through those
 * of every class there is. They don't change once the class is declared, so they are collected once: about
 * half of the time that validation takes, and more with every DTO.
 */
export function rememberRules(): void {
  const storage = getMetadataStorage();
  if (remembering.has(storage)) return;
  remembering.add(storage);
  const collect = storage.getTargetValidationMetadatas.bind(storage);
  const group = storage.groupByPropertyName.bind(storage);
  const collected = new Map<unknown, Map<unknown, Rules>>();
  const grouped = new WeakMap<object, ReturnType<typeof group>>();

  // Of what is nested, the name of the class that it stands in is asked for too.
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    if (groups) return collect(target, schema, always, strictGroups, groups);
    let ofTarget = collected.get(target);
    if (!ofTarget) collected.set(target, (ofTarget = new Map<unknown, Rules>()));
    let known = ofTarget.get(schema);
    if (!known) ofTarget.set(schema, (known = collect(target, schema, always, strictGroups)));
    return known;
  };
  storage.groupByPropertyName = (rules) => {
    const known = grouped.get(rules) ?? group(rules);
    grouped.set(rules, known);
    return known;
  };
}

type Rules = ReturnType<MetadataStorage['getTargetValidationMetadatas']>;

const remembering = new WeakSet<object>();

/** The rules of a class, those that it inherits among them. */
export const rulesOf = (declared: unknown) =>
  getMetadataStorage().getTargetValidationMetadatas(declared as () => void, '', false, false);
