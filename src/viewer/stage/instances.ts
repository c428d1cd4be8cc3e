/** A WebGL 2 program for Sigma that draws one strip per item and sends its data to the card only when it changed. */
import type { RenderParams } from 'sigma/types';

/** One value of every item, as the vertex shader reads it. */
export interface InstanceAttribute {
  readonly name: string;
  /** `float`: numbers; `share`: bytes that the shader reads as 0..1; `byte`: bytes that it reads as they are. */
  readonly type: 'float' | 'share' | 'byte';
  /** Numbers, 1 to 4; bytes always come in fours. */
  readonly size: number;
}

/**
 * What Sigma expects of a program (`reallocate`, `process`, `render`, `kill`), without the two passes, the picking
 * textures and the copy of all data at every frame that its own base class brings: the pointer finds items by geometry.
 */
export abstract class InstanceProgram {
  /** Items that fit. */
  capacity = 0;
  floats = new Float32Array(0);
  bytes = new Uint8Array(0);
  /** 32-bit words per item. */
  readonly stride: number;
  readonly gl: WebGL2RenderingContext;
  readonly #attributes: readonly InstanceAttribute[];
  readonly #vertices: number;
  readonly #program: WebGLProgram;
  readonly #buffer: WebGLBuffer;
  readonly #array: WebGLVertexArrayObject;
  readonly #uniforms = new Map<string, WebGLUniformLocation | null>();
  /** Range of items whose data changed since they were sent. */
  #first = Number.POSITIVE_INFINITY;
  #last = -1;
  #sent = 0;

  /** @param vertices of the triangle strip that is drawn for every item */
  constructor(
    gl: WebGL2RenderingContext,
    attributes: readonly InstanceAttribute[],
    vertices: number,
    shaders: { readonly vertex: string; readonly fragment: string },
  ) {
    this.gl = gl;
    this.#attributes = attributes;
    this.#vertices = vertices;
    this.stride = attributes.reduce((words, { type, size }) => words + (type === 'float' ? size : 1), 0);
    this.#program = programFor(gl, attributes, shaders);
    this.#buffer = gl.createBuffer();
    this.#array = gl.createVertexArray();
    this.#bind();
  }

  reallocate(capacity: number): void {
    if (capacity === this.capacity) return;
    this.capacity = capacity;
    this.floats = new Float32Array(capacity * this.stride);
    this.bytes = new Uint8Array(this.floats.buffer);
    this.#sent = 0;
  }

  /** Marks an item as changed. */
  protected touch(item: number): void {
    if (item < this.#first) this.#first = item;
    if (item > this.#last) this.#last = item;
  }

  render(params: RenderParams): void {
    const { gl } = this;
    if (this.capacity === 0 || !this.#linked()) return;
    this.#send();
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.useProgram(this.#program);
    gl.bindVertexArray(this.#array);
    this.draw(params);
    gl.bindVertexArray(null);
  }

  /** Sets the uniforms and calls {@link strip} once for every layer. */
  protected abstract draw(params: RenderParams): void;

  protected strip(): void {
    this.gl.drawArraysInstanced(this.gl.TRIANGLE_STRIP, 0, this.#vertices, this.capacity);
  }

  protected uniform(name: string, ...values: number[]): void {
    const { gl } = this;
    let place = this.#uniforms.get(name);
    if (place === undefined) {
      place = gl.getUniformLocation(this.#program, name);
      this.#uniforms.set(name, place);
    }
    if (values.length === 1) gl.uniform1f(place, values[0]!);
    else if (values.length === 2) gl.uniform2fv(place, values);
    else if (values.length === 3) gl.uniform3fv(place, values);
    else gl.uniform4fv(place, values);
  }

  kill(): void {
    const { gl } = this;
    gl.deleteProgram(this.#program);
    gl.deleteBuffer(this.#buffer);
    gl.deleteVertexArray(this.#array);
  }

  #checked = false;

  /** False where the context is lost. @throws Error with the compiler's words where a shader is wrong */
  #linked(): boolean {
    const { gl } = this;
    if (gl.isContextLost()) return false;
    if (!this.#checked && !gl.getProgramParameter(this.#program, gl.LINK_STATUS)) {
      throw new Error(`the stage's shaders do not link: ${gl.getProgramInfoLog(this.#program)}`);
    }
    this.#checked = true;
    return true;
  }

  #send(): void {
    const { gl, stride } = this;
    const whole = this.#sent !== this.capacity;
    if (!whole && this.#last < this.#first) return;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
    if (whole) gl.bufferData(gl.ARRAY_BUFFER, this.floats, gl.DYNAMIC_DRAW);
    else {
      const words = this.floats.subarray(this.#first * stride, (this.#last + 1) * stride);
      gl.bufferSubData(gl.ARRAY_BUFFER, this.#first * stride * 4, words);
    }
    this.#sent = this.capacity;
    this.#first = Number.POSITIVE_INFINITY;
    this.#last = -1;
  }

  #bind(): void {
    const { gl } = this;
    gl.bindVertexArray(this.#array);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
    let word = 0;
    for (const [place, { type, size }] of this.#attributes.entries()) {
      const [kind, numbers] = type === 'float' ? [gl.FLOAT, size] : [gl.UNSIGNED_BYTE, 4];
      gl.enableVertexAttribArray(place);
      gl.vertexAttribPointer(place, numbers, kind, type === 'share', this.stride * 4, word * 4);
      gl.vertexAttribDivisor(place, 1);
      word += type === 'float' ? size : 1;
    }
    gl.bindVertexArray(null);
  }
}

/** Programs of a context by their vertex shader: straight and curved lines are drawn by the same one. */
const programs = new WeakMap<WebGL2RenderingContext, Map<string, WebGLProgram>>();

function programFor(
  gl: WebGL2RenderingContext,
  attributes: readonly InstanceAttribute[],
  shaders: { readonly vertex: string; readonly fragment: string },
): WebGLProgram {
  const known = programs.get(gl) ?? new Map<string, WebGLProgram>();
  programs.set(gl, known);
  let program = known.get(shaders.vertex);
  if (program === undefined || !gl.isProgram(program)) {
    program = startLinking(gl, attributes, shaders);
    known.set(shaders.vertex, program);
  }
  return program;
}

/** Compiles and links without asking how it went: the answer would have to be waited for, one program after another. */
function startLinking(
  gl: WebGL2RenderingContext,
  attributes: readonly InstanceAttribute[],
  shaders: { readonly vertex: string; readonly fragment: string },
): WebGLProgram {
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, shaders.vertex],
    [gl.FRAGMENT_SHADER, shaders.fragment],
  ] as const) {
    const shader = gl.createShader(kind);
    // A lost context gives no shader: it is noticed, and rebuilt, elsewhere.
    if (shader === null) return program;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    gl.deleteShader(shader);
  }
  for (const [place, { name }] of attributes.entries()) gl.bindAttribLocation(program, place, name);
  gl.linkProgram(program);
  return program;
}
