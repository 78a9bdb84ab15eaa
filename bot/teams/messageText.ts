import { tidy } from '../domain/words.ts';

/** The text of a message, as far as Teams hands it to an app. */
export type MessageBody = { readonly contentType?: string | null; readonly content?: string | null };

// A message of Teams holds about a tenth of this; more is looked at by nobody.
const maxUnits = 64 * 1024;

/** What a message says, without how it looks. */
export function textOf({ contentType, content }: MessageBody): string {
  const written = (content ?? '').slice(0, maxUnits);
  return tidy(contentType === 'text' ? written : withoutHtml(written));
}

// No pattern here can go back and forth: each bracket is looked at once, however many there are.
const tag = /<(\/?)([a-z][a-z0-9]*)\b([^<>]*)>/gi;

function withoutHtml(html: string): string {
  const lines = html
    .replace(/\s+/g, ' ')
    .replace(tag, (_, end: string, name: string, parts: string) => meaningOf(end, name.toLowerCase(), parts))
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, (whole, name: string) => character(name) ?? whole)
    .split('\n')
    .map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim());
  return lines.join('\n').replace(/\n{3,}/g, '\n\n');
}

function meaningOf(end: string, name: string, parts: string): string {
  if (name === 'li' && !end) return '\n- ';
  if (breaks.has(name)) return '\n';
  // An emoji is a picture of itself.
  if (name === 'emoji' || name === 'img') return end ? '' : (/\balt="([^"]*)"/i.exec(parts)?.[1] ?? '');
  return '';
}
const breaks = new Set(['br', 'p', 'div', 'ul', 'ol', 'tr', 'blockquote', 'pre', 'h1', 'h2', 'h3', 'hr']);

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function character(name: string): string | null {
  if (!name.startsWith('#')) return Object.hasOwn(named, name) ? named[name]! : null;
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : null;
}
