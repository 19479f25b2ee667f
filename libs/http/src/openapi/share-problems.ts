import type { OpenAPIObject } from '@nestjs/swagger';
import { problemMediaType } from '../problem/problem-details.js';

type Path = OpenAPIObject['paths'][string];
type Responses = NonNullable<Path['get']>['responses'];

/** Describes the problems of each status once, among the components, and refers to them from every route. */
export function shareProblems(document: OpenAPIObject): OpenAPIObject {
  const shared: NonNullable<OpenAPIObject['components']>['responses'] = {};
  for (const responses of Object.values(document.paths).flatMap(responsesOf))
    for (const [status, response] of Object.entries(responses)) {
      if (!response || !isProblem(response)) continue;
      const name = `Problem${status}`;
      shared[name] = response;
      responses[status] = { $ref: `#/components/responses/${name}` };
    }
  const { components } = document;
  return { ...document, components: { ...components, responses: shared } };
}

const responsesOf = ({ get, put, post, patch, delete: remove }: Path): Responses[] =>
  [get, put, post, patch, remove].flatMap((operation) => (operation ? [operation.responses] : []));

const isProblem = (response: object): boolean =>
  'content' in response && problemMediaType in Object(response.content);
