import { describe, expect, test } from 'vitest';
import { isIndexPage, neverHolds, neverReview } from '../../src/vocabulary/never-reviews.ts';

describe('names that are never a review', () => {
  test.each(
    (
      'README.md readme.md README.de.md readme.pt-br.md README-old.txt README2.md LICENSE LICENSE.txt LICENSE-MIT.md LICENCE.md ' +
      'CHANGELOG.md CHANGELOG-2024.md CONTRIBUTING.md CODE_OF_CONDUCT.md SECURITY.md AGENTS.md CLAUDE.md CLAUDE.local.md robots.txt humans.txt ' +
      'requirements.txt requirements-dev.txt 404.md 404.yaml package.json package-lock.json tsconfig.json tsconfig.build.json composer.json ' +
      'manifest.json Cargo.toml pyproject.toml netlify.toml hugo.toml hugo.yaml config.toml config.yml config.md mkdocs.yml ' +
      'docker-compose.yml docker-compose.override.yaml pubspec.yaml pubspec.lock pnpm-lock.yaml npm-shrinkwrap.json composer.lock ' +
      '_config.yml _draft.md _data.json .hidden.md .eslintrc.json review.config.yaml'
    ).split(' '),
  )('%s', (name) => {
    expect(neverReview(name)).not.toBeNull();
    expect(neverReview(`/somewhere/else/${name}`)).not.toBeNull();
    expect(neverReview(`C:\\else\\${name}`)).not.toBeNull();
  });

  test.each([
    ...['License to Kill.md', 'license-to-kill.md', 'Licensed.md', 'LICENSE TO KILL.md'],
    ...['Security Breach.md', 'Claudel.md', 'Agents of Shield.yaml', 'Readme of a Life.txt'],
    ...['hugo.md', 'hugo.txt', 'Package Tour.md', 'package.md', 'The Manifest.json', '404 days.md'],
    ...['_index.md', '_index.yaml', 'requirements.md', 'robots.md', 'configuration.md', 'lock.md'],
    'cargo.md',
  ])('%s may be one', (name) => {
    expect(neverReview(name)).toBeNull();
    expect(neverReview(`_site/.x/README/${name}`)).toBeNull();
  });

  test('the page of a folder is told by its name', () => {
    expect(isIndexPage('films/_index.md')).toBe(true);
    expect(isIndexPage('_index/film.md')).toBe(false);
  });

  test.each('node_modules public dist _site templates _templates archetypes Templates'.split(' '))(
    'a folder %s holds none',
    (name) => {
      expect(neverHolds(name)).not.toBeNull();
      expect(neverHolds(`${name}-of-mine`)).toBeNull();
    },
  );
});
