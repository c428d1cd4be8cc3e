export const nanopubPython: string;
export function getNanopub(): string | undefined;
