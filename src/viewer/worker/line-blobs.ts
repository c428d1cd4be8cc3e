/** Text as blobs of whole lines: to hand them over copies nothing, and the page reads one after the other. */
import { PIECE, type Sink } from '../../formats/index.ts';

export class LineBlobs implements Sink {
  readonly blobs: Blob[] = [];
  #text = '';

  write(chunk: string): void {
    this.#text += chunk;
    const end = this.#text.length < PIECE ? -1 : chunk.lastIndexOf('\n');
    if (end < 0) return;
    const cut = this.#text.length - chunk.length + end + 1;
    this.blobs.push(new Blob([this.#text.slice(0, cut)]));
    this.#text = this.#text.slice(cut);
  }

  end(): void {
    if (this.#text !== '') this.blobs.push(new Blob([this.#text]));
    this.#text = '';
  }
}
