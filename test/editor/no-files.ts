// The file system where there is none: whoever calls it is told so.
function refuse(): never {
  throw new Error('there are no files in a worker');
}

export { refuse as readFileSync, refuse as writeFileSync };
