import { Refused } from '../../demo/client.js';
import type { Project } from '../../demo/project.js';
import type { Documents } from './state.js';

const kinds = ['checklist', 'deployment-log', 'rollback-report'];
const pageEntries = 200;

/** The documents of each release, as JSON and as Markdown, and every entry of the knowledge base; those that there are. */
export async function documentsOf(
  project: Project,
  versions: readonly string[],
): Promise<Documents> {
  const documents = new Map<string, string>();
  const ofReleases = versions.flatMap((version) =>
    kinds.map((kind) => `/releases/${version}/${kind}`),
  );
  for (const path of [...ofReleases, ...(await entriesOf(project))]) {
    const markdown = await orAbsent(project.document(path));
    documents.set(`${path}.md`, markdown);
    documents.set(`${path}.json`, JSON.stringify(await orAbsent(project.read<object>(path))));
  }
  return documents;
}

async function entriesOf(project: Project): Promise<string[]> {
  const paths: string[] = [];
  let from = '';
  for (;;) {
    const page = await project.read<{ items: { id: string }[]; next: string | null }>(
      `/entries?limit=${String(pageEntries)}${from}`,
    );
    paths.push(...page.items.map(({ id }) => `/entries/${id}`));
    if (page.next === null) return paths;
    from = `&cursor=${page.next}`;
  }
}

/** A release that was not rolled back has no report. */
async function orAbsent<Answer>(answer: Promise<Answer>): Promise<Answer | string> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return 'there is none';
    throw error;
  }
}
