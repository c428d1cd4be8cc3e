/** Whether WebGL 2 can be had. */

/** Asks with a canvas of its own and gives the context back: browsers have only so many. */
export function hasWebGl(): boolean {
  try {
    const canvas = document.createElement('canvas');
    canvas.width = 1;
    canvas.height = 1;
    const gl = canvas.getContext('webgl2');
    if (gl === null) return false;
    const alive = !gl.isContextLost();
    gl.getExtension('WEBGL_lose_context')?.loseContext();
    return alive;
  } catch {
    return false;
  }
}
