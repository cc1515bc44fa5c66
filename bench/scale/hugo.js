// The same reviews as a site of Hugo's, to measure beside: one page a review, lists of 200 by kind, year, tag and maker, feeds and a site map,
// as `review export --all --html` makes them.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const page = (body) =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<link rel="canonical" href="{{ .Permalink }}">{{ range .AlternativeOutputFormats }}
<link rel="alternate" type="{{ .MediaType.Type }}" href="{{ .RelPermalink }}">{{ end }}</head><body>${body}</body></html>
`;

const list = page(`<h1>{{ .Title }}</h1><ul>{{ range .Paginator.Pages }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Params.rating }} <time>{{ .Date.Format "2006-01-02" }}</time><p>{{ .Summary }}</p></li>{{ end }}</ul>
{{ template "_internal/pagination.html" . }}`);

const layouts = {
  '_default/single.html': page(`<h1>{{ .Title }}</h1><p>{{ .Params.rating }} {{ .Params.reviewer }}
<time>{{ .Date.Format "2006-01-02" }}</time></p>{{ .TableOfContents }}{{ .Content }}
{{ with .PrevInSection }}<a href="{{ .RelPermalink }}" rel="prev">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}" rel="next">{{ .Title }}</a>{{ end }}`),
  '_default/list.html': list,
  '_default/taxonomy.html': list,
  '_default/term.html': list,
  'index.html': list.replace('.Paginator.Pages', '(.Paginate .Site.RegularPages).Pages'),
};

/** Makes a folder in which `hugo` builds the site, with the library's own files for its content. */
export function writeHugoSite(folder, library) {
  for (const [path, text] of Object.entries(layouts)) {
    const target = join(folder, 'layouts', path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  writeFileSync(
    join(folder, 'config.yaml'),
    `baseURL: https://example.org/
title: Reviews
paginate: 200
taxonomies: { tag: tags, year: year, director: director, author: author, developer: developer, artist: artist }
`,
  );
  symlinkSync(resolve(library), join(folder, 'content'));
  return folder;
}
