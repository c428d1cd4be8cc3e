/** Names that Sigma reads while it loads: a browser without WebGL 2 lacks them, and shall show the table all the same. */

const names = globalThis as { WebGLRenderingContext?: unknown; WebGL2RenderingContext?: unknown };
names.WebGLRenderingContext ??= class {};
names.WebGL2RenderingContext ??= class {};
