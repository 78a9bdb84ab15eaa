import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Language, type Node, Parser } from 'web-tree-sitter';

/** What can be known of a bicep file without a compiler: whether it can be read, what it declares, and what it refers to. */
export type Bicep = {
  readonly file: string;
  readonly text: string;
  /** Places that are not bicep, as "line: text". */
  readonly errors: readonly string[];
  readonly params: readonly { readonly name: string; readonly isNeeded: boolean }[];
  readonly outputs: readonly string[];
  readonly modules: readonly { readonly name: string; readonly file: string; readonly params: readonly string[] }[];
  /** The outputs of modules that are read here, as "module.output". */
  readonly outputsRead: readonly string[];
  /** Names and functions that are used and not there. */
  readonly unknown: readonly string[];
  /** The keys of the object that a variable holds. */
  readonly keysOf: (variable: string) => readonly string[];
};

// Those that we use; one that is missing here is either new or misspelled.
const functions = [
  'allowed',
  'description',
  'empty',
  'guid',
  'items',
  'maxLength',
  'minLength',
  'minValue',
  'newGuid',
  'replace',
  'resourceGroup',
  'secure',
  'string',
  'subscriptionResourceId',
  'toLower',
  'union',
];

let parser: Promise<Parser> | undefined;

async function createParser(): Promise<Parser> {
  await Parser.init();
  const grammar = readFileSync('node_modules/tree-sitter-bicep/tree-sitter-bicep.wasm');
  return new Parser().setLanguage(await Language.load(new Uint8Array(grammar)));
}

export const readBicep = (path: string): Promise<Bicep> => parseBicep(basename(path), readFileSync(path, 'utf8'));

export async function parseBicep(file: string, text: string): Promise<Bicep> {
  return describe(file, text, (await (parser ??= createParser())).parse(text)!.rootNode);
}

function describe(file: string, text: string, root: Node): Bicep {
  const all = (type: string) => root.descendantsOfType(type).filter((node) => node !== null);
  const nameOf = (declaration: Node) => declaration.namedChildren.find((child) => child?.type === 'identifier')!.text;
  const declared = (type: string) => all(`${type}_declaration`).map(nameOf);

  const modules = all('module_declaration').map((module) => ({
    name: nameOf(module),
    file: module.descendantsOfType('string_content')[0]!.text,
    params: keys(property(module.descendantsOfType('object')[0]!, 'params')),
  }));
  const loopNames = all('for_statement').map(nameOf);
  const names = [...['parameter', 'variable', 'resource', 'module'].flatMap(declared), ...loopNames, ...functions];

  return {
    file,
    text,
    errors: broken(root).map((node) => `${node.startPosition.row + 1}: ${node.text.split('\n')[0]}`),
    params: all('parameter_declaration').map((param) => ({
      name: nameOf(param),
      isNeeded: !param.children.some((child) => child?.type === '='),
    })),
    outputs: declared('output'),
    modules,
    outputsRead: all('member_expression')
      .map((node) => /^(\w+)\.outputs\.(\w+)$/.exec(node.text))
      .flatMap((match) => (match ? [`${match[1]}.${match[2]}`] : [])),
    unknown: all('identifier')
      .filter((node) => !isLabel(node))
      .map((node) => node.text)
      .filter((name) => !names.includes(name)),
    keysOf: (variable) => {
      const declaration = all('variable_declaration').find((node) => nameOf(node) === variable);
      return keys(declaration?.namedChildren.find((child) => child?.type === 'object') ?? null);
    },
  };
}

/** A name that stands for itself: the key of a property, or what an output is called. */
function isLabel(node: Node): boolean {
  const parent = node.parent!;
  const isFirst = parent.namedChildren[0]?.id === node.id;
  return isFirst && (parent.type === 'object_property' || parent.type === 'output_declaration');
}

function property(object: Node, key: string): Node | null {
  const pair = object.namedChildren.find((child) => child?.namedChildren[0]?.text === key);
  return pair?.namedChildren[1] ?? null;
}

const keys = (object: Node | null) =>
  (object?.namedChildren ?? [])
    .filter((child) => child?.type === 'object_property')
    .map((pair) => pair!.namedChildren[0]!.text);

const broken = (node: Node): Node[] =>
  node.isError || node.isMissing ? [node] : node.hasError ? node.children.flatMap((child) => broken(child!)) : [];
