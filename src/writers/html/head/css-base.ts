/** What the pages that list reviews and those that draw them begin with. */
export const resetCss = `
*,::before,::after{box-sizing:border-box}
html{font-size:clamp(1rem,.95rem + .25vw,1.1875rem);-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font-family:var(--serif);line-height:1.5;overflow-wrap:break-word}
`;

/** Links, what has the focus, and the way past the header. */
export const linksCss = `a{color:inherit;text-underline-offset:.17em;text-decoration-thickness:.06em}
:focus-visible{outline:.17rem solid var(--accent);outline-offset:.15rem;border-radius:.1rem}
.skip{position:absolute;inset-inline-start:0;top:0;z-index:1;padding:.5em 1em;background:var(--paper);font-family:var(--sans);transform:translateY(-150%)}
.skip:focus{transform:none}
`;
