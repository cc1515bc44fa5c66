/**
 * Colours and faces. Text has a contrast of at least 4.5 to 1 on `--paper` and on `--wash` in both schemes, edges of at least 3 to 1
 * where they carry meaning (https://www.w3.org/TR/WCAG22/#contrast-minimum); a test computes it.
 */
export const themeCss = `
:root{color-scheme:light dark;
--paper:#fdfbf7;--wash:#f3eee5;--ink:#211e1a;--soft:#625b51;--line:#ddd5c8;--edge:#8f8678;--accent:#9a3412;--star:#a44b06;--pro:#1d6b37;--con:#a8281f;--mark:#ffe9a8;
--keyword:#8a2060;--name:#1f4f96;--type:#0b5f6b;--attribute:#7a4a00;
--serif:"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua",Charter,"Bitstream Charter",Georgia,"Noto Serif","DejaVu Serif",serif;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","DejaVu Sans",sans-serif;
--mono:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;
--symbols:"Segoe UI Symbol","Apple Symbols","Noto Sans Symbols 2","Noto Sans Symbols","DejaVu Sans",sans-serif}
@media(prefers-color-scheme:dark){:root{
--paper:#191715;--wash:#26231f;--ink:#ebe5db;--soft:#b0a698;--line:#3d3832;--edge:#7d7467;--accent:#f2a65e;--star:#f5bd4f;--pro:#86d49a;--con:#ff9d92;--mark:#5c4a12;
--keyword:#f0a0d0;--name:#9cc2f5;--type:#7fd1d8;--attribute:#e0b878}}
@media print{:root{color-scheme:light;
--paper:#fff;--wash:#fff;--ink:#000;--soft:#444;--line:#bbb;--edge:#777;--accent:#000;--star:#000;--pro:#000;--con:#000;--mark:#ddd;
--keyword:#000;--name:#000;--type:#000;--attribute:#000}}
`;
