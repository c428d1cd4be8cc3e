export const PIP_JUDGES: Readonly<Record<'nanopub' | 'pyshacl', string>>;
export function pythonOf(name: keyof typeof PIP_JUDGES): string;
export function getPipJudge(name: keyof typeof PIP_JUDGES): string | undefined;
