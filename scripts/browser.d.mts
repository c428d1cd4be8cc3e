/** A Chromium for tests and screenshots, as playwright's launch takes it. */
export interface FoundBrowser {
  readonly executablePath: string;
  readonly env: Record<string, string | undefined>;
}
export declare const FLAGS: readonly string[];
export declare function findBrowser(env?: Record<string, string | undefined>): Promise<FoundBrowser>;
