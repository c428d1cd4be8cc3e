/** Sigma as the stage uses it: camera, canvases, captors and the order of a frame; what it shows comes from the scene. */
import { MultiDirectedGraph } from 'graphology';
import type Sigma from 'sigma';
import type { Settings } from 'sigma/settings';
import type { Bounds } from './bounds.ts';
import { edgeProgram } from './edge-program.ts';
import type { Frame } from './frame.ts';
import { NoProgram, nodeProgram } from './node-program.ts';
import { edgeColor, nodeColor } from './paint.ts';
import { MAX_RADIUS, minRadiusFor, type Projection } from './projection.ts';
import type { Scene } from './scene.ts';
import { type ViewEdge, type ViewNode, viewGraph } from './view-graph.ts';

export type SigmaClass = typeof Sigma;
export type StageSigma = Sigma<ViewNode, ViewEdge>;

/** What the reducers ask of the stage. */
export interface Looks {
  readonly colors: ReadonlyMap<string, string>;
  /** Colours by entity, in place of those by kind. */
  readonly own: ReadonlyMap<string, string> | undefined;
  readonly accent: ReadonlySet<number>;
  nodeHidden(node: number): boolean;
  edgeHidden(edge: number): boolean;
}

/**
 * Opens Sigma in an element of its own, with a graph that is still empty: {@link fillSigma} comes when the camera
 * stands, so that the graph is processed and drawn once.
 *
 * @param looks asked anew at every refresh  @param begin called in every frame, once the camera's matrix stands
 */
export function openSigma(
  SigmaCanvas: SigmaClass,
  element: HTMLElement,
  frame: Frame,
  bounds: Bounds,
  looks: () => Looks,
  begin: (sigma: StageSigma) => void,
): StageSigma {
  const { scene } = frame;
  const nodeReducer = (_key: string, { item, x, y }: ViewNode) => {
    const { colors, own, accent, nodeHidden } = looks();
    return {
      x,
      y,
      item,
      label: null,
      size: scene.nodes.radius[item]!,
      color: nodeColor(scene, item, colors, own, frame.paint.palette),
      accent: accent.has(item),
      hidden: nodeHidden(item),
      type: 'circle',
    };
  };
  const edgeReducer = (_key: string, { item }: ViewEdge) => ({
    item,
    label: '',
    size: 1,
    color: edgeColor(scene, item, frame.paint.palette),
    hidden: looks().edgeHidden(item),
    type: scene.curved(item) ? 'arrow' : 'line',
  });
  const settings: Partial<Settings<ViewNode, ViewEdge>> = {
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
    nodeReducer,
    edgeReducer,
  };
  const sigma: StageSigma = new SigmaCanvas<ViewNode, ViewEdge>(new MultiDirectedGraph(), element, settings);
  replaceInner(sigma, element, begin);
  sigma.setCustomBBox(squareOf(bounds));
  return sigma;
}

/** Sets the graph and draws the first frame. */
export function fillSigma(sigma: StageSigma, scene: Scene): void {
  sigma.setGraph(viewGraph(scene));
}

/**
 * Replaces what Sigma does not let one switch off: picking by reading pixels back (the pointer finds items by geometry,
 * so the textures are never filled), a full refresh at every resize of the window, and frames without a canvas.
 */
function replaceInner(sigma: StageSigma, element: HTMLElement, begin: (sigma: StageSigma) => void): void {
  const renderParams = sigma.getRenderParams.bind(sigma);
  const render = (sigma as unknown as { render(): unknown }).render.bind(sigma);
  Object.assign(sigma, {
    getNodeAtPosition: () => null,
    getEdgeAtPoint: () => null,
    resetWebGLTexture: () => sigma,
    getRenderParams: () => {
      begin(sigma);
      return renderParams();
    },
    scheduleRefresh: () => sigma.scheduleRender(),
    render: () => {
      if (element.offsetWidth === 0 || element.offsetHeight === 0)
        Object.assign(sigma, { renderFrame: null });
      else render();
      return sigma;
    },
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
