import { isPlaceholder } from './placeholder.js';

describe('a placeholder', () => {
  it.each([
    ...['', '   ', '-', '—', '?', '...', '…', '/', '\u200b', '\u3164'],
    ...['tbd', 'TBD', ' TBD! ', 'tba', 'ToDo', 'fixme', 'n/a', 'N.A.', 'none', 'None.', 'xxx'],
    ...[
      'T\u200bBD',
      'TBD\u200b',
      'ＴＢＤ',
      't.b.d.',
      'T. B. D.',
      't.b.d. by ops',
      'to-do',
      'to do',
    ],
    ...[
      '<tbd>',
      '(todo)',
      '[TODO]',
      '"tbd"',
      '`todo`',
      '**TBD**',
      '- todo',
      '# TODO',
      '// TODO: x',
    ],
    ...['todo: write', 'TODO write the command', 'todo:write', 'Todo, by Friday', 'todo. Ask ops'],
    ...['TBD - later', 'TBD-later', 'TBD — ask the team', 'tba (ops)', 'FIXME restart what?'],
    ...['tbd tbd', 'todo / tbd', 'n/a, tbd', 'to be determined', 'To be decided: by whom?'],
  ])('is %j', (text) => {
    expect(isPlaceholder(text)).toBe(true);
  });

  it.each([
    ...['./todo-service restart', './todo restart', '../todo/undo.sh', '/opt/todo/undo.sh'],
    ...['~/todo/undo.sh', '$TODO_HOME/undo.sh', 'C:\\todo\\undo.cmd', '\\\\todo\\share\\undo.cmd'],
    ...['npm run todo-app:deploy', 'kubectl rollout undo deploy/todo', 'todo-service restart'],
    ...['todo.sh --undo', 'todo_app restart', 'todo/undo.sh', 'todo@1.2.0 is up', 'tbdctl undo'],
    ...['https://runbooks.example/todo', 'docker compose up -d', 'pg_restore --clean todo.dump'],
    ...['HTTP 200', '0', 'ok', 'none of the alarms rings', 'no error later than 10:00'],
    ...['Todo-list is up', 'Nationale Seite zurück', '元に戻す', 'To do this, stop the workers'],
  ])('is not %j', (text) => {
    expect(isPlaceholder(text)).toBe(false);
  });
});
