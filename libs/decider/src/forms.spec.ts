import { forms, hasForm } from './forms.js';

describe('a project', () => {
  it.each(['web', 'w', 'web-app-2', `w${'x'.repeat(62)}`])('can be called %s', (slug) => {
    expect(hasForm(forms.projectSlug, slug)).toBe(true);
  });

  it.each(['', 'Web', '2web', '-web', 'web@1', 'web/app', `w${'x'.repeat(63)}`])(
    'cannot be called %p',
    (slug) => {
      expect(hasForm(forms.projectSlug, slug)).toBe(false);
    },
  );
});

describe('a link', () => {
  it.each(['https://ci.example/1', `http://x/${'🛣'.repeat(1_991)}`])('can be %s', (address) => {
    expect(hasForm(forms.link, address)).toBe(true);
  });

  it.each(['ftp://ci.example', 'https://', 'https://a b', `http://x/${'x'.repeat(1_992)}`])(
    'cannot be %s',
    (address) => {
      expect(hasForm(forms.link, address)).toBe(false);
    },
  );
});
