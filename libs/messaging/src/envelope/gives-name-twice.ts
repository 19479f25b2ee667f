/** A string of JSON, or a bracket, or the colon behind the name of a field. */
const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]:]/gsu;

/**
 * True when an object in this JSON text gives one name to two of its own fields. `JSON.parse` keeps the last of them and says nothing; the
 * next reader may keep the first.
 * @param text is JSON
 * @param depth which objects: 1 for the outermost, 2 for those in a list of them
 */
export function givesNameTwice(text: string, depth: number): boolean {
  const seen = new Set<string>();
  let within = 0;
  let last = '';
  for (const [token] of text.matchAll(tokens)) {
    if (token === '{' || token === '[') {
      // Each object of a list has names of its own.
      if (++within === depth) seen.clear();
    } else if (token === '}' || token === ']') within--;
    else if (token !== ':') last = token;
    else if (within === depth) {
      const name = JSON.parse(last) as string;
      if (seen.has(name)) return true;
      seen.add(name);
    }
  }
  return false;
}
