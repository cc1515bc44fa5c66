import { readdirSync, readFileSync } from 'node:fs';
import { root } from './bundle.js';

/**
 * The packages whose code is in the bundle, each with its version, its licence and the text of it. `modules` are the paths of what was
 * bundled, from the package's folder. Throws where a package says no licence: it may not be shipped.
 */
export function licencesOf(modules) {
  const folders = new Map(
    modules.flatMap((path) => {
      const [folder, name] = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)(?=\/)/.exec(path) ?? [];
      return folder === undefined ? [] : [[name, `${root}${folder}`]];
    }),
  );
  const parts = [...folders].sort().map(([name, folder]) => {
    const { version, license, homepage } = JSON.parse(
      readFileSync(`${folder}/package.json`, 'utf8'),
    );
    if (license === undefined) throw new Error(`${name} says no licence`);
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    const text = file === undefined ? '' : readFileSync(`${folder}/${file}`, 'utf8').trim();
    const where = homepage === undefined ? '' : `, ${homepage}`;
    return `## ${name} ${version}\n\n${license}${where}\n${text === '' ? '' : `\n${quoted(text)}\n`}`;
  });
  const head =
    '# Packages whose code is part of the program\n\nWhat they are, and what their licences say.\n';
  return [head, ...parts].join('\n');
}

function quoted(text) {
  return text
    .split(/\r?\n/)
    .map((line) => `    ${line}`.trimEnd())
    .join('\n');
}
