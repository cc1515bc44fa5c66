/** What all pages of a site share. */
export interface SiteSettings {
  /** The site's name. */
  readonly title: string;
  /** Where it will be found, http or https, with a slash at its end; null when that is not known. */
  readonly baseUrl: string | null;
}
