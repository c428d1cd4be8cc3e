/** Sigma as the stage uses it: camera, canvases, captors and the order of a frame; what it shows comes from the scene. */
import { MultiDirectedGraph } from 'graphology';
import type Sigma from 'sigma';
import type { Settings } from 'sigma/settings';
import type { Bounds } from './bounds.ts';
import { Buffers, type Looks, type Programs } from './buffers.ts';
import { edgeProgram } from './edge-program.ts';
import type { Frame } from './frame.ts';
import { NoProgram, nodeProgram } from './node-program.ts';
import { nodesLast, oneCanvas } from './one-canvas.ts';
import { MAX_RADIUS, minRadiusFor, type Projection } from './projection.ts';
import { viewGraph } from './view-graph.ts';

export type SigmaClass = typeof Sigma;
export type StageSigma = Sigma;

/** What of Sigma's inner life is used here. */
interface Inner {
  readonly nodePrograms: { readonly circle: unknown };
  readonly edgePrograms: { readonly line: unknown; readonly arrow: unknown };
  process(): void;
  render(): unknown;
}

export interface Shell {
  readonly sigma: StageSigma;
  readonly buffers: Buffers;
}

export interface ShellHost {
  readonly frame: Frame;
  readonly bounds: Bounds;
  /** Asked anew at every writing. */
  looks(): Looks;
  /** False while the buffers are being filled: nothing is drawn then. */
  filled(): boolean;
  /** Called in every frame, once the camera's matrix stands. */
  begin(sigma: StageSigma): void;
}

/** Opens Sigma in an element of its own. What it draws are the buffers, which are empty yet. */
export function openSigma(SigmaCanvas: SigmaClass, element: HTMLElement, host: ShellHost): Shell {
  const { frame, bounds } = host;
  const settings: Partial<Settings> = {
    // Sigma always registers programs under these three names; taking the names over leaves its own uncompiled.
    nodeProgramClasses: { circle: nodeProgram(frame) },
    nodeHoverProgramClasses: { circle: NoProgram },
    edgeProgramClasses: { line: edgeProgram(frame, false), arrow: edgeProgram(frame, true) },
    defaultDrawNodeHover: () => {},
    renderLabels: false,
    renderEdgeLabels: false,
    enableEdgeEvents: false,
    enableCameraRotation: false,
    itemSizesReference: 'positions',
    zoomToSizeRatioFunction: (ratio) => ratio,
    stagePadding: 0,
    allowInvalidContainer: true,
    tapMoveTolerance: 12,
  };
  const sigma: StageSigma = new (oneCanvas(SigmaCanvas))(new MultiDirectedGraph(), element, settings);
  const inner = sigma as unknown as Inner;
  sigma.setCustomBBox(squareOf(bounds));
  Object.assign(sigma, { refresh: () => sigma });
  sigma.setGraph(viewGraph(frame.scene.nodes.keys.length));
  // Takes over the square that the camera refers to; there are no items to go through.
  inner.process();
  const { nodePrograms, edgePrograms } = inner;
  const programs = { nodes: nodePrograms.circle, straight: edgePrograms.line, curved: edgePrograms.arrow };
  const buffers = new Buffers(programs as Programs, frame, () => host.looks());
  nodesLast(sigma);
  replaceInner(sigma, element, host);
  return { sigma, buffers };
}

/**
 * Replaces what Sigma does not let one switch off: picking by reading pixels back (the pointer finds items by geometry),
 * nodes drawn a second time while they are pointed at, its own copy of every item, a full refresh at every resize of the
 * window, and frames without a canvas.
 */
function replaceInner(sigma: StageSigma, element: HTMLElement, { filled, begin }: ShellHost): void {
  const renderParams = sigma.getRenderParams.bind(sigma);
  const render = (sigma as unknown as Inner).render.bind(sigma);
  const draw = () => {
    if (!filled() || element.offsetWidth === 0 || element.offsetHeight === 0)
      Object.assign(sigma, { renderFrame: null });
    else render();
    return sigma;
  };
  Object.assign(sigma, {
    getNodeAtPosition: () => null,
    getEdgeAtPoint: () => null,
    renderHighlightedNodes: () => {},
    getRenderParams: () => {
      begin(sigma);
      return renderParams();
    },
    refresh: draw,
    scheduleRefresh: () => sigma.scheduleRender(),
    render: draw,
  });
}

/** The square that Sigma's camera refers to: for a square its matrix is plain, and does not depend on the canvas's form. */
function squareOf({ x, y, side }: Bounds): { x: [number, number]; y: [number, number] } {
  const middleX = (x[0] + x[1]) / 2;
  const middleY = (y[0] + y[1]) / 2;
  return {
    x: [middleX - side / 2, middleX + side / 2],
    y: [middleY - side / 2, middleY + side / 2],
  };
}

/** Pixels per graph unit when the camera's ratio is 1: the square fills the shorter side of the canvas. */
export function scaleAtRest(sigma: StageSigma, { side }: Bounds): number {
  const { width, height } = sigma.getDimensions();
  return Math.min(width, height) / side;
}

/** What Sigma's matrix does, in double precision: in a large graph single precision is off by pixels. */
export function projectionOf(sigma: StageSigma, bounds: Bounds, nodes: number): Projection {
  const { width, height } = sigma.getDimensions();
  const camera = sigma.getCamera();
  const scale = scaleAtRest(sigma, bounds) / camera.ratio;
  const x = (bounds.x[0] + bounds.x[1]) / 2 + (camera.x - 0.5) * bounds.side;
  const y = (bounds.y[0] + bounds.y[1]) / 2 + (camera.y - 0.5) * bounds.side;
  return {
    scale,
    originX: width / 2 - x * scale,
    originY: height / 2 + y * scale,
    width,
    height,
    ratio: window.devicePixelRatio || 1,
    minRadius: minRadiusFor(nodes),
    maxRadius: MAX_RADIUS,
  };
}
