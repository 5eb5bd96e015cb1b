interface WrittenProps {
  /** The element that the text is; inside other text, one that keeps its direction to itself. */
  readonly as?: 'bdi' | 'h1' | 'h2' | 'h3' | 'p' | 'b' | 'strong' | 'span' | 'q' | 'blockquote';
  readonly className?: string;
  readonly id?: string;
  readonly children: string;
}

/** What somebody wrote: its own letters decide its direction, and a word without end breaks (`base.css`). */
export function Written({ as: Tag = 'bdi', ...text }: WrittenProps) {
  return <Tag dir="auto" {...text} />;
}
