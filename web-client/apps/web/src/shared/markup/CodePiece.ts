/** A part of a program, and what it is there; null for what looks like the rest. */
export interface CodePiece {
  text: string;
  kind: 'comment' | 'string' | 'number' | 'keyword' | 'name' | null;
}
