import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

type Node = { readonly type: string; readonly start: number; readonly end: number; readonly [key: string]: unknown };

/** ICU messages are parsed here, once, so that no browser has to carry the parser. */
export function messages(): Plugin {
  return {
    name: 'messages',
    enforce: 'post',
    apply: 'build',
    transform: {
      filter: { id: /\/tabs\/text\/([a-z]{2}\/\w+|parse)\.ts$/ },
      handler(code, id) {
        if (id.endsWith('/parse.ts')) return { code: 'export const parse = (sentence) => sentence;', map: null };
        const sentences = sentencesIn(this.parse(code) as unknown as Node);
        if (sentences.length === 0) this.error('A catalogue is an object of plain sentences.');
        let compiled = code;
        // From the end, so that the places of the others stay where they are.
        for (const { start, end, value } of sentences.reverse())
          compiled = compiled.slice(0, start) + JSON.stringify(compileMessage(value)) + compiled.slice(end);
        return { code: compiled, map: null };
      },
    },
  };
}

type Sentence = { readonly start: number; readonly end: number; readonly value: string };

function sentencesIn(node: Node): Sentence[] {
  if (node.type === 'Property') {
    const value = node.value as Node;
    if (value.type === 'Literal') return [{ start: value.start, end: value.end, value: String(value.value) }];
  }
  return Object.values(node)
    .flat()
    .filter((child): child is Node => typeof child === 'object' && child !== null && 'type' in child)
    .flatMap(sentencesIn);
}
