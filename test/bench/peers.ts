// What else could read the same file, each behind one function.
import {
  type Diagnostic,
  type JSONDocument,
  getLanguageService as jsonLanguageService,
  TextDocument,
} from 'vscode-json-languageservice';
import { getLanguageService as yamlLanguageService } from 'yaml-language-server/lib/umd/languageservice/yamlLanguageService';
import type { Contender } from './measure';
import { schema } from './schema';

const schemaUri = 'bench://schema';

/** The floor: the same data as JSON, values only. */
export function jsonParse(text: string): Contender {
  return { name: 'JSON.parse', steps: [() => JSON.parse(text)] };
}

/** VS Code's own JSON validation. */
export function jsonValidator(text: string): Contender {
  const service = jsonLanguageService({});
  service.configure({ validate: true, schemas: [{ uri: schemaUri, fileMatch: ['*'], schema }] });
  let document: TextDocument;
  const parse = (): JSONDocument => {
    document = TextDocument.create('file:///licenses.json', 'json', 0, text);
    return service.parseJSONDocument(document);
  };
  return {
    name: 'vscode-json-languageservice',
    steps: [parse, parsed => service.doValidation(document, parsed as JSONDocument)],
    tells: count,
  };
}

/** The validation of the YAML extension. Each run gets a new version of the document, for it remembers what it has parsed. */
export function yamlValidator(text: string): Contender {
  const failed = (_: string, error: unknown): void => {
    throw error;
  };
  const service = yamlLanguageService({
    schemaRequestService: async uri => Promise.reject(new Error(uri)),
    workspaceContext: { resolveRelativePath: path => path },
    telemetry: { send() {}, sendTrack() {}, sendError: failed },
  });
  service.configure({ validate: true, schemas: [{ uri: schemaUri, fileMatch: ['*'], schema }] });
  let version = 0;
  return {
    name: 'yaml-language-server',
    steps: [() => service.doValidation(TextDocument.create('file:///licenses.yaml', 'yaml', ++version, text), false)],
    tells: count,
  };
}

/** The one maintained TOML parser that keeps positions. Imported late: as a module of its own it is left as it was published. */
export async function tomlParser(text: string): Promise<Contender> {
  const { parseTOML } = await import('toml-eslint-parser');
  return { name: 'toml-eslint-parser', steps: [() => parseTOML(text)] };
}

function count(diagnostics: unknown): number {
  return (diagnostics as readonly Diagnostic[]).length;
}
