/** One concern of the server: answers a request or leaves it to the next. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * @param url the request's target, parsed against the server's own address
 * @returns true where the request was answered
 */
export type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>;
