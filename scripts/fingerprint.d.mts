/** What dist/ was built from, as one hash. */
export declare function fingerprint(root: string): string;
