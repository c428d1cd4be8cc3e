/** Sigma with one WebGL context for all that is drawn: of itself it makes three, and three canvases on which nothing is drawn here. */
import type { Attributes } from 'graphology-types';
import type { SigmaClass, StageSigma } from './shell.ts';

/** What of Sigma's inner life this goes by. */
interface Inner {
  readonly webGLContexts: { nodes?: WebGL2RenderingContext };
  nodePrograms: object;
  edgePrograms: object;
}

type Made = ReturnType<StageSigma['createWebGLContext']>;

/** A class to be made in place of Sigma's own. Lines and nodes share the canvas `nodes`. */
export function oneCanvas(SigmaCanvas: SigmaClass): SigmaClass {
  return class<N extends Attributes, E extends Attributes, G extends Attributes> extends SigmaCanvas<
    N,
    E,
    G
  > {
    override createWebGLContext(id: string): Made {
      const { webGLContexts } = this as unknown as Inner;
      const gl = webGLContexts.nodes ?? super.createWebGLContext('nodes');
      // Found by its name where programs are made, and not met a second time where all contexts are gone through.
      if (id !== 'nodes') Object.defineProperty(webGLContexts, id, { value: gl });
      return gl as Made;
    }

    override createCanvasContext(id: string, options = {}): this {
      // The mouse is caught by it.
      if (id === 'mouse') this.createCanvas(id, options);
      return this;
    }

    override clear(): this {
      const gl = (this as unknown as Inner).webGLContexts.nodes!;
      gl.bindFramebuffer(gl.FRAMEBUFFER, null);
      gl.clear(gl.COLOR_BUFFER_BIT);
      return this;
    }
  };
}

/** Has nodes drawn over lines, where they share a canvas: Sigma draws lines last. */
export function nodesLast(sigma: StageSigma): void {
  const inner = sigma as unknown as Inner;
  inner.edgePrograms = { ...inner.edgePrograms, ...inner.nodePrograms };
  inner.nodePrograms = {};
}
