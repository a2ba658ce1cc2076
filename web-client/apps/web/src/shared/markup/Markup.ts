/** A part of a line. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'strong' | 'emphasis' | 'strike'; inside: readonly Inline[] }
  /** `place` is the host behind a label that does not name it. */
  | { kind: 'link'; href: string; place: string | null; inside: readonly Inline[] };

export interface ListItem {
  /** The number it was given; null in a list without numbers. */
  value: number | null;
  inside: readonly Block[];
}

/** What a message's text consists of. Nothing else is ever shown of it: there are no images, headings, tables or HTML. */
export type Block =
  | { kind: 'words'; inside: readonly Inline[] }
  | { kind: 'code-block'; text: string; language: string | null }
  | { kind: 'quote'; inside: readonly Block[] }
  | { kind: 'list'; ordered: boolean; items: readonly ListItem[] };
