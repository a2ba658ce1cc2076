import {
  AudioLines,
  FileArchive,
  File as FileIcon,
  FileText,
  Film,
  Image,
  type LucideIcon,
} from 'lucide-react';
import css from './Attachments.module.css';

function iconOf(kind: number, type: string): LucideIcon {
  if (kind === 1 || type.startsWith('image/')) return Image;
  if (kind === 2 || type.startsWith('video/')) return Film;
  if (kind === 3 || type.startsWith('audio/')) return AudioLines;
  if (/zip|tar|compressed|gzip/.test(type)) return FileArchive;
  return /^text\/|pdf|document|word/.test(type) ? FileText : FileIcon;
}

/** Stands for a file that is not shown itself. */
export function FileFace({ kind, type = '' }: { kind: number; type?: string }) {
  const Icon = iconOf(kind, type);
  return (
    <span className={css.face}>
      <Icon size={22} aria-hidden="true" />
    </span>
  );
}
