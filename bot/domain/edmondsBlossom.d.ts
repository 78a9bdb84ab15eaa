declare module 'edmonds-blossom-fixed' {
  /**
   * Edmonds' blossom algorithm after Joris van Rantwijk. Vertices are 0..n-1; the answer holds each vertex's partner, or -1.
   * With `maxCardinality`, of all largest matchings one of the greatest weight.
   */
  export default function blossom(edges: [number, number, number][], maxCardinality?: boolean): number[];
}
