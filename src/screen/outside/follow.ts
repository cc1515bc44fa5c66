import { leadOfAddress, leadOfName } from '../../library/leads.ts';
import { shownReview } from '../../markdown/redact/redact.ts';
import { findSections } from '../../model/find-section.ts';
import type { LinkTarget } from '../../writers/style.ts';
import type { Loop } from '../loop.ts';
import type { Source } from '../state.ts';
import type { Show } from './opening.ts';
import { sourceIn } from './sources.ts';

/** Follows a link of the page: to the browser, to a section, to a review inside the library; what leads nowhere is said. */
export function followLink({ host, state, tell }: Loop, show: Show, target: LinkTarget): void {
  const { page, wishes } = state();
  if (page === null || target.kind === 'note') return;
  const here = page.source;
  const say = (message: string): void => tell({ kind: 'said', message });

  /** A section that is not there is said, and another review shown from its start. */
  const toSection = (source: Source, name: string | null): void => {
    const isHere = source === here;
    const shown = shownReview(source.loaded.review, wishes.spoilers);
    const section =
      name === null || name === '' ? null : findSections(shown, name, host.synonyms).sections[0];
    if (section === null) show.page(source, 'link', {});
    else if (section !== undefined) show.page(source, 'link', { section: section.id });
    else if (isHere) say(`no section '${name}'`);
    else show.page(source, 'link', { message: `no section '${name}'` });
  };

  const { around, loaded } = here;
  const from = { library: around, path: host.pathOf(loaded) };
  const lead =
    target.kind === 'wiki' ? leadOfName(target.name, from) : leadOfAddress(target.address, from);
  switch (lead.kind) {
    case 'nowhere':
      say(lead.reason);
      break;
    case 'web':
      void host
        .browse(lead.url)
        .then((problem) =>
          say(problem === null ? `opened: ${lead.url}` : `not opened: ${problem}`),
        );
      break;
    case 'section':
      toSection(here, lead.name);
      break;
    case 'review': {
      if (around === null) break;
      const source = show.attempt(lead.file.id, () => sourceIn(around, lead.file, host));
      if (source !== null) toSection(source, lead.section);
    }
  }
}
