export const shaclPython: string;
export function getPyShacl(): string | undefined;
