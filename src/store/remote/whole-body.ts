/** The body of an answer, as far as it is of a size that memory is there for. */
import { StoreError } from './store-error.ts';

/** @param most bytes, unpacked. @throws StoreError beyond them; the rest is not read */
export async function wholeBody(response: Response, most: number, purpose: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop closes the connection.
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > most) {
      throw new StoreError({
        code: 'store-floods',
        message: `the store answers with more than ${most} bytes when asked to ${purpose}`,
        hint: 'See that the address is that of a SPARQL endpoint.',
        status: response.status,
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
