export type JavaJudge = 'rio' | 'jena' | 'neo4j' | 'gephi';
export const LIBRARIES: Readonly<Record<JavaJudge, readonly string[]>>;
export const JAVA: number;
export function libraryFolder(name: JavaJudge): string;
export function getLibraries(name: JavaJudge): string | undefined;
