// Reads YAML into the tree: as a whole where it can be, else piece by piece.
import type { Tree } from '../tree';
import { inOrder } from './nodes';
import { nodesOf, type Reading } from './yaml-nodes';
import { failed, parse, reportFailure } from './yaml-parse';
import { recoverDocuments } from './yaml-recover';

export function readYaml(text: string): Tree {
  const reading: Reading = {
    text,
    problems: [],
    anchors: new Map(),
    aliases: 0,
    tooDeep: undefined,
    tooManyAliases: undefined,
    wasted: 0,
    tooBroken: undefined,
  };
  const piece = parse(reading, { start: 0, end: text.length, depth: 0, holes: [] });
  const documents = failed(piece) ? recoverDocuments(reading) : nodesOf(reading, piece, 0, 0);
  if (failed(piece) && reading.problems.length === 0) reportFailure(reading, piece);
  const { problems, tooDeep, tooManyAliases, tooBroken } = reading;
  return { documents, problems: inOrder(problems, tooDeep, tooManyAliases, tooBroken) };
}
