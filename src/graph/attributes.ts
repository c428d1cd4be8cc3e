/** What nodes and edges of a Clew graph carry: flat attributes for readers of graph files, and the model object. */
import type { MultiDirectedGraph } from 'graphology';
import type {
  Claim,
  Curie,
  Dataset,
  Derivation,
  Literal,
  Modality,
  Polarity,
  UnitedEntity,
} from '../model/index.ts';

/** A claim with a literal object, kept on its subject's node. */
export interface LiteralClaim {
  /** `<article>/<id>`. */
  readonly claim: string;
  readonly predicate: Curie;
  readonly value: Literal;
  /** As of {@link ClaimFields}. */
  readonly quote?: string;
}

/** The node of an entity; its key is the entity's id. */
export interface EntityNode {
  role: 'entity';
  /** In the dataset's first language, by fallback in another. */
  label: string;
  kind: Curie;
  kindLabel: string;
  description: string;
  /** Joined by ` | `. */
  aliases: string;
  /** Number of mentions. */
  mentions: number;
  /** Ids joined by a space. */
  articles: string;
  literals: readonly LiteralClaim[];
  /** Set by the layout, in graph units; drawn radius is `nodeRadius(degree)` in the same units. */
  x: number;
  y: number;
  model: UnitedEntity;
}

/** The flat fields of a claim, shared by its edge and, where other claims refer to it, its node. */
export interface ClaimFields {
  role: 'claim';
  /** The predicate's label. */
  label: string;
  predicate: Curie;
  article: string;
  /** The claim's local id. */
  claim: string;
  statement: string;
  modality: Modality;
  polarity: Polarity;
  derivation: Derivation;
  confidence?: number;
  /** Label of the nearest speaker; absent: the article's own voice. */
  speaker?: string;
  speakerId?: string;
  channel?: string;
  form?: string;
  time?: string;
  said?: string;
  /** Readable: `rank: 3; after: Kuaishou`. */
  qualifiers?: string;
  /** Evidence as `start-end` joined by a space, in code points. */
  evidence: string;
  /** What the evidence says, spans joined by ` … `; absent where the text stays outside. */
  quote?: string;
  /** Number of the paragraph that holds the first evidence span; 0 where none does. */
  paragraph: number;
  /** Stands as a plain triple in RDF. */
  plain: boolean;
  model: Claim;
}

/** The node of a claim that other claims refer to; its key is `claim:<article>/<id>`, its place the middle of its edge. */
export interface ClaimNode extends ClaimFields {
  x: number;
  y: number;
  /** Claims about this claim with a literal object. */
  literals: readonly LiteralClaim[];
}

/** The edge of a claim; its key is `<article>/<id>`. */
export type ClaimEdge = ClaimFields;

/** Ties a claim's node to the ends of its edge; its key is `about:<article>/<id>/subject` or `.../object`. */
export interface AboutEdge {
  role: 'about';
  label: string;
  end: 'subject' | 'object';
}

export type NodeAttributes = EntityNode | ClaimNode;
export type EdgeAttributes = ClaimEdge | AboutEdge;
export interface GraphAttributes {
  /** The whole dataset: the mappings to RDF and to the screen start from it. */
  dataset: Dataset;
}
export type ClewGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>;

/** What is drawn of an entity. */
export type DrawnEntity = Omit<EntityNode, 'kindLabel' | 'description' | 'aliases' | 'articles'>;
/** What is drawn of a claim's edge. */
export type DrawnEdge = Pick<ClaimEdge, 'role' | 'predicate' | 'quote' | 'model'>;
export type DrawnNode = DrawnEntity | ClaimNode;
/** A graph for the screen: entities and edges have what they stand for and the words of the source, and need none of the flat fields that are for readers of files. */
export type DrawnGraph = MultiDirectedGraph<DrawnNode, DrawnEdge | AboutEdge, GraphAttributes>;

/** The key of a claim's node. @param key `<article>/<id>` */
export function claimNodeKey(key: string): string {
  return `claim:${key}`;
}

/** Drawn radius of an entity's node in graph units: area grows with the number of claims at it. */
export function nodeRadius(degree: number): number {
  return 4 + 2.2 * Math.sqrt(degree);
}
