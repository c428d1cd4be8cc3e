/** The style sheet of the pages: the viewer's paper, ink and type, for reading. */
import { LIGHT, paletteCss } from '../../graph/index.ts';
import { QUERY_CSS } from '../sparql/query-css.ts';

/**
 * @param viewerPage text of the viewer's page, whose embedded faces are used; without it the system's own
 */
export function pageCss(viewerPage = ''): string {
  const faces = viewerPage.match(/@font-face\s*\{[^{}]*\}/g) ?? [];
  const hues = [...LIGHT.hues.keys()].map((hue) => `.hue-${hue}{--hue:var(--hue-${hue})}`);
  return `${[...faces, paletteCss(), ...hues, '.hue-other{--hue:var(--other)}', RULES, QUERY_CSS].join('\n')}\n`;
}

const RULES = `
:root {
  --sans: "Be Vietnam Pro", system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  --serif: "Source Serif 4", "Iowan Old Style", Georgia, "Noto Serif", serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  --small: 0.8125rem;
  --touch: color-mix(in srgb, var(--ink) 6%, transparent);
  --wash: color-mix(in srgb, var(--accent) 16%, transparent);
}
* { box-sizing: border-box; }
html { font: 400 100% / 1.5 var(--sans); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--ground); color: var(--ink); font-size: 0.9375rem; font-variant-numeric: tabular-nums; -webkit-font-smoothing: antialiased; overflow-wrap: anywhere; }
h1, h2, h3, p, ul, ol, dl, dd, blockquote { margin: 0; padding: 0; }
h1, h2, h3 { font-size: inherit; font-weight: 600; line-height: 1.3; }
ul, ol { list-style: none; }
a { color: inherit; text-decoration-color: color-mix(in srgb, currentColor 35%, transparent); text-underline-offset: 0.2em; }
a:hover { text-decoration-color: currentColor; }
:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; border-radius: 3px; }
code { font: 0.9em var(--mono); }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: fixed; top: -4rem; left: 1rem; z-index: 10; padding: 0.5rem 0.875rem; background: var(--ink); color: var(--ground); border-radius: 0 0 4px 4px; text-decoration: none; }
.skip:focus { top: 0; }

.bar { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 1.75rem; padding: 0.875rem 1.5rem; border-bottom: 1px solid var(--rule); }
.bar a { text-decoration: none; }
.bar .home { font-weight: 600; }
.bar nav { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 1.25rem; font-size: var(--small); }
.bar nav a { color: var(--quiet); padding-block: 0.125rem; }
.bar nav a:hover, .bar nav [aria-current] { color: var(--ink); }
.bar nav [aria-current] { text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.45em; }
.bar .languages { margin-inline-start: auto; }

main { max-width: 44rem; margin: 0 auto; padding: 1.75rem 1.5rem 4rem; }
main.is-wide, footer.is-wide { max-width: 60rem; }
footer { max-width: 44rem; margin: 0 auto; padding: 1.25rem 1.5rem 3rem; border-top: 1px solid var(--rule); color: var(--quiet); font-size: var(--small); }
footer p + p { margin-top: 0.25rem; }

.trail ol { display: flex; flex-wrap: wrap; color: var(--quiet); font-size: var(--small); padding-bottom: 1rem; }
.trail li:not(:last-child)::after { content: "›"; padding-inline: 0.5rem; }
.trail a { text-decoration: none; }
.trail a:hover { text-decoration: underline; }

.kind { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; color: var(--quiet); font-size: var(--small); }
.kind a { text-decoration: none; }
.kind a:hover { text-decoration: underline; }
h1 { font-size: 2rem; line-height: 1.2; letter-spacing: -0.015em; padding: 0.25rem 0 0.5rem; text-wrap: balance; }
h1.statement { font: 400 1.75rem / 1.3 var(--serif); letter-spacing: 0; text-wrap: pretty; }
.lead { font: 400 1.1875rem / 1.5 var(--serif); padding-bottom: 0.5rem; text-wrap: pretty; }
main h2 { font-size: 1.0625rem; padding: 2.25rem 0 0.5rem; }
main h3 { padding: 1rem 0 0.25rem; color: var(--quiet); font-size: var(--small); font-weight: 400; }
main h3 a { text-decoration: none; }
main h3 a:hover { text-decoration: underline; }

.facts { display: grid; gap: 0.375rem 1.25rem; padding-block: 0.75rem; }
.fact { display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: 0 1.25rem; }
dt a { text-decoration: none; }
dt a:hover { text-decoration: underline; }
.fact dt { color: var(--quiet); font-size: var(--small); line-height: 1.75; }
.fact dd { grid-column: 2; min-width: 0; }
.facts.is-wide .fact { grid-template-columns: 12rem minmax(0, 1fr); }
.ways { padding-top: 0.5rem; }
.way { display: inline-block; padding: 0.4375rem 0.875rem; border: 1px solid var(--rule); border-radius: 6px; text-decoration: none; font-size: var(--small); }
.way:hover { background: var(--touch); border-color: var(--quiet); }

.dot { display: inline-block; width: 0.625rem; height: 0.625rem; border-radius: 50%; background: var(--hue, transparent); box-shadow: inset 0 0 0 1px color-mix(in srgb, var(--ink) 18%, transparent); flex: none; }
.entity { text-decoration-color: transparent; }
.entity:hover { text-decoration-color: currentColor; }
.entity .dot { margin-inline-end: 0.4375rem; }
.parts-of-page { display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem; margin-top: 2rem; }
.parts-of-page p, .parts-of-page ul { margin: 0; padding: 0; }
.parts-of-page ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; list-style: none; }
.aside { color: var(--quiet); font-size: var(--small); font-weight: 400; }
.tag { display: inline-block; padding: 0 0.4375rem; border: 1px solid var(--denied); border-radius: 3px; color: var(--ink); font: 600 0.75rem / 1.45 var(--sans); vertical-align: 0.1em; }
.denial { display: block; }

.claim-line { display: flex; align-items: flex-start; gap: 0.75rem; padding: 0.4375rem 0; }
.claim-line > div { flex: 1; min-width: 0; }
.claim-line .line-glyph { margin-top: 0.5rem; }
.sentence { font: 400 1.0625rem / 1.42 var(--serif); text-decoration-color: transparent; }
.sentence:hover { text-decoration-color: currentColor; }
.line-glyph { flex: none; overflow: visible; fill: var(--ink); stroke: var(--ink); stroke-width: 1.8; stroke-linecap: round; }
.line-glyph path { stroke: none; }
.line-glyph.is-denied { stroke: var(--denied); }
.line-glyph .bar { stroke: var(--ink); stroke-width: 2.6; padding: 0; }
.line-glyph.is-implied { stroke-width: 1; opacity: 0.65; }
.triple { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.125rem 0.625rem; padding: 0.125rem 0 0.75rem; }
.predicate { color: var(--quiet); }
.predicate a { text-decoration: none; }
.predicate a:hover { text-decoration: underline; }
.triple.is-denied .predicate bdi { text-decoration: line-through; text-decoration-thickness: 2px; text-decoration-color: var(--denied); }
.chain li + li { margin-top: 0.25rem; }

.place, .evidence h3 .place { color: var(--accent); text-decoration-line: underline; }
.thread { margin-top: 1.75rem; padding-inline-start: 1.25rem; border-inline-start: 2px solid var(--accent); }
.thread h2 { padding-top: 0; }
.evidence + .evidence { margin-top: 1.25rem; }
.evidence h3 { padding-top: 0; font-size: 0.9375rem; }
.span-bar { display: block; width: 100%; height: 6px; margin-block: 0.375rem 0.75rem; fill: var(--accent); }
.span-bar .paragraph { fill: color-mix(in srgb, var(--ink) 10%, transparent); }
.digest { font: 400 1.0625rem / 1.55 var(--serif); text-wrap: pretty; }
.digest .aside { display: block; font-family: var(--sans); }
.quote { font: 400 1.125rem / 1.5 var(--serif); padding-block: 0.125rem 0.625rem; }
mark { color: inherit; background: var(--wash); box-shadow: inset 0 -2px var(--accent); border-radius: 2px; }

.part { display: grid; grid-template-columns: 2.5rem minmax(0, 1fr); padding-block: 0.75rem; scroll-margin: 1rem; }
.part.is-structure { color: var(--quiet); font-size: var(--small); }
.part.is-structure p { grid-column: 2; }
.part-number { color: var(--quiet); font-size: var(--small); line-height: 1.9; }
.part-number a { text-decoration: none; }
.part:target { background: linear-gradient(var(--wash), var(--wash)) content-box; border-radius: 4px; }
.part:target .part-number a { color: var(--accent); font-weight: 600; }
details { margin-top: 0.25rem; }
summary { width: fit-content; color: var(--quiet); font-size: var(--small); cursor: pointer; padding-block: 0.125rem; }
summary:hover { color: var(--ink); }

.entities { columns: 15rem auto; column-gap: 2rem; }
.entities li { padding-block: 0.1875rem; break-inside: avoid; }
.columns { columns: 14rem auto; column-gap: 2rem; }
.anchors { color: var(--quiet); font-size: var(--small); }
.anchors li { padding-block: 0.125rem; }
.anchors li:target { background: var(--touch); color: var(--ink); }
.articles li { padding-block: 0.3125rem; }
.files li { padding-block: 0.125rem; }
.files { columns: 18rem auto; column-gap: 2rem; }
.terms > div { display: grid; grid-template-columns: minmax(8rem, 14rem) minmax(0, 1fr); gap: 0 1.25rem; padding-block: 0.25rem; }
.terms dd { color: var(--quiet); }

@media (max-width: 36rem) {
  .bar { padding: 0.75rem 1rem; }
  .bar .home { flex: 1 1 100%; }
  main { padding: 1.25rem 1rem 3rem; }
  footer { padding-inline: 1rem; }
  h1 { font-size: 1.625rem; }
  h1.statement { font-size: 1.4375rem; }
  .fact, .facts.is-wide .fact, .terms > div { grid-template-columns: minmax(0, 1fr); }
  .fact dd { grid-column: 1; padding-bottom: 0.375rem; }
  .part { grid-template-columns: 1.75rem minmax(0, 1fr); }
}
@media print {
  .bar nav, .skip, .ways { display: none; }
  details:not([open]) > * { display: block; }
}
`;
