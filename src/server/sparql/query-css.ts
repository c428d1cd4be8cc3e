/** Rules for the query page alone, beside those of all pages. */
export const QUERY_CSS = `
.query { display: grid; gap: 0.5rem; justify-items: start; padding-block: 0.5rem; }
.query label { font-weight: 600; }
.query textarea { width: 100%; font: 0.875rem / 1.5 var(--mono); color: var(--ink); background: var(--ground); border: 1px solid var(--quiet); border-radius: 4px; padding: 0.625rem 0.75rem; tab-size: 2; resize: vertical; }
.query > button { font: inherit; font-weight: 600; color: var(--ground); background: var(--ink); border: 0; border-radius: 4px; padding: 0.5rem 1rem; cursor: pointer; }
.query .editor { width: 100%; min-width: 0; }
.query .keys, .downloads { color: var(--quiet); font-size: var(--small); }
.downloads { padding-block: 0.75rem; }
.rows th button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; }
.rows th[aria-sort] button::after { content: " ↑"; content: " ↑" / ""; }
.rows th[aria-sort="descending"] button::after { content: " ↓"; content: " ↓" / ""; }
.rows { overflow-x: auto; max-height: 80vh; }
.rows table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
.rows caption { text-align: start; color: var(--quiet); font-size: var(--small); padding-bottom: 0.25rem; }
.rows th { position: sticky; top: 0; background: var(--ground); text-align: start; font-weight: 600; }
.rows th, .rows td { padding: 0.3125rem 1.25rem 0.3125rem 0; vertical-align: top; max-width: 40rem; overflow-wrap: anywhere; min-width: 4rem; }
.rows tbody tr { border-top: 1px solid color-mix(in srgb, var(--quiet) 30%, transparent); }
.wrong pre, section > pre { overflow-x: auto; font: 0.875rem / 1.5 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; }
.prefixes { font-size: var(--small); color: var(--quiet); }
.prefixes span { display: inline-block; padding-inline-end: 1rem; }
.prefixes + p { padding-top: 0.75rem; }
.questions li { padding-block: 0.1875rem; }
@media (max-width: 36rem) { .rows th, .rows td { min-width: 9rem; overflow-wrap: break-word; } }
`;
