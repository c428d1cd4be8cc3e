/** Answers that pages of other sites may not read: what the handlers grant them is taken out as it is sent. */
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** Call it before anything is written; every handler's own headers pass through here. */
export function withoutCors(response: ServerResponse): void {
  const send = response.writeHead.bind(response) as (
    status: number,
    headers?: OutgoingHttpHeaders,
  ) => ServerResponse;
  const closed = (status: number, headers: OutgoingHttpHeaders = {}) => {
    const kept = Object.entries(headers).filter(([name]) => !/^access-control-/i.test(name));
    return send(status, { ...Object.fromEntries(kept), 'Cross-Origin-Resource-Policy': 'same-origin' });
  };
  response.writeHead = closed as typeof response.writeHead;
}
